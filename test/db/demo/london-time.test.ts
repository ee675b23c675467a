import { describe, expect, test } from "vitest";
import { londonDay, londonInstant, nthWeekday } from "#db/demo/london-time.ts";

describe("times on a clock in London", () => {
  test.each([
    ["2026-01-15", "10:00", "2026-01-15T10:00:00.000Z"],
    ["2026-07-15", "10:00", "2026-07-15T09:00:00.000Z"],
    ["2026-03-29", "00:30", "2026-03-29T00:30:00.000Z"],
    ["2026-03-29", "10:00", "2026-03-29T09:00:00.000Z"],
    ["2026-10-25", "00:30", "2026-10-24T23:30:00.000Z"],
    ["2026-10-25", "10:00", "2026-10-25T10:00:00.000Z"],
    ["2022-04-28", "09:30", "2022-04-28T08:30:00.000Z"],
  ])("%s at %s is %s", (day, time, instant) => {
    expect(londonInstant(day, time).toISOString()).toBe(instant);
  });

  test("a summer evening in UTC is already tomorrow in London", () => {
    expect(londonDay(new Date("2026-07-15T23:30:00Z"))).toBe("2026-07-16");
    expect(londonDay(new Date("2026-12-15T23:30:00Z"))).toBe("2026-12-15");
  });

  test("counts weekdays within a month", () => {
    expect(nthWeekday("2026-11-22", 4, "TU")).toBe("2026-11-24");
    expect(nthWeekday("2026-02-01", 1, "SU")).toBe("2026-02-01");
  });
});
