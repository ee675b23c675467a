import { expect, test } from "vitest";
import { closingInWords } from "#app/ui/opportunities/closing.ts";

test.each([
  ["2026-11-06T12:00:00Z", "on Friday 6 November 2026 at midday"],
  ["2026-11-07T00:00:00Z", "at the end of Friday 6 November 2026"],
  ["2026-07-03T22:59:00Z", "at the end of Friday 3 July 2026"],
  ["2026-07-03T23:00:00Z", "at the end of Friday 3 July 2026"],
])("%s closes %s", (closesAt, words) => expect(closingInWords(closesAt)).toBe(words));
