import { describe, expect, test } from "vitest";
import { pairMovedSlots } from "#app/domain/calendars/sync/moved-slots.ts";

const slots = (eventId: string, ...days: string[]) => days.map((startsOn) => ({ eventId, startsOn }));
const paired = (...args: Parameters<typeof pairMovedSlots>) =>
  pairMovedSlots(...args).map(({ went, came }) => `${went.startsOn} → ${came.startsOn}`);

describe("slots of a series that went, and the ones that came for them", () => {
  test("belong together on the same day: only the hour changed", () => {
    expect(paired(slots("a", "2027-01-12", "2027-02-09"), slots("a", "2027-02-09", "2027-01-12"))).toEqual([
      "2027-01-12 → 2027-01-12",
      "2027-02-09 → 2027-02-09",
    ]);
  });

  test("belong together on the nearest day: from Tuesday to Thursday, over a month's end too", () => {
    expect(paired(slots("a", "2027-01-12", "2027-01-30"), slots("a", "2027-01-14", "2027-02-01"))).toEqual([
      "2027-01-12 → 2027-01-14",
      "2027-01-30 → 2027-02-01",
    ]);
  });

  test("do not belong together a week apart, nor in different series", () => {
    expect(paired(slots("a", "2027-01-12"), slots("a", "2027-01-19"))).toEqual([]);
    expect(paired(slots("a", "2027-01-12"), slots("b", "2027-01-12"))).toEqual([]);
  });

  test("are paired once each", () => {
    expect(paired(slots("a", "2027-01-12", "2027-01-13"), slots("a", "2027-01-13"))).toEqual([
      "2027-01-13 → 2027-01-13",
    ]);
  });
});
