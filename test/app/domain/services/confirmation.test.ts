import { expect, test } from "vitest";
import { londonDay } from "#app/domain/london-day.ts";
import { confirmationOf } from "#app/domain/services/confirmation.ts";
import { whereInShort } from "#app/domain/services/where.ts";

test.each([
  ["2026-10-03", "2027-04-03", "fresh"],
  ["2026-05-06", "2026-11-06", "fresh"],
  ["2026-05-05", "2026-11-05", "stale"],
  ["2020-01-01", null, "fresh"],
  [null, "2026-11-05", "never"],
])("confirmed on %s and due on %s is %s on the day", (confirmedOn, dueOn, state) =>
  expect(confirmationOf({ confirmedOn, dueOn }, "2026-11-05").state).toBe(state),
);

test("today is London's, also late on a summer's evening", () => {
  expect(londonDay(new Date("2026-06-30T23:30:00Z"))).toBe("2026-07-01");
  expect(londonDay(new Date("2026-01-31T23:30:00Z"))).toBe("2026-01-31");
});

test.each([
  [{ isOnline: false, towns: ["Norwich"], places: ["Norwich"] }, "Norwich"],
  [{ isOnline: true, towns: ["Norwich"], places: [] }, "Norwich and online"],
  [{ isOnline: true, towns: [], places: ["Norwich"] }, "Online"],
  [
    { isOnline: false, towns: ["Acle", "Diss", "Holt", "Loddon"], places: [] },
    "Acle, Diss and 2 other towns",
  ],
  [{ isOnline: false, towns: [], places: ["North Norfolk", "Norwich"] }, "Across North Norfolk and Norwich"],
  [{ isOnline: false, towns: [], places: ["a", "b", "c"] }, "Across Norfolk and Waveney"],
  [{ isOnline: false, towns: [], places: [] }, null],
])("%j is %s", (service, words) => expect(whereInShort(service)).toBe(words));
