import { expect, test } from "vitest";
import { confirmedInWords } from "#app/ui/organisations/organisation-facts.tsx";

test.each([
  [null, "2026-10-14", "Not yet confirmed by the organisation"],
  ["2025-10-14", "2026-04-15", "Confirmed on 14 October 2025"],
  ["2025-10-14", "2026-04-14", "Not confirmed since 14 October 2025"],
  ["2020-10-14", null, "Confirmed on 14 October 2020"],
])("confirmed %s, due %s: %s", (confirmedOn, reviewDueOn, words) =>
  expect(confirmedInWords({ confirmedOn, reviewDueOn }, "2026-04-14")).toBe(words),
);
