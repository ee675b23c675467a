import { expect, test } from "vitest";
import { londonClock, londonInstant, readClock } from "#app/domain/london-time.ts";

test.each([
  ["in winter", "2026-01-15", "23:59", "2026-01-15T23:59:00.000Z"],
  ["in summer", "2026-07-15", "23:59", "2026-07-15T22:59:00.000Z"],
  ["at midnight in summer", "2026-07-15", "00:00", "2026-07-14T23:00:00.000Z"],
  ["before the clocks go forward", "2026-03-29", "00:59", "2026-03-29T00:59:00.000Z"],
  ["that the clocks skip", "2026-03-29", "01:30", "2026-03-29T01:30:00.000Z"],
  ["after the clocks go forward", "2026-03-29", "02:00", "2026-03-29T01:00:00.000Z"],
  ["that comes twice: the first", "2026-10-25", "01:30", "2026-10-25T00:30:00.000Z"],
  ["after the clocks go back", "2026-10-25", "02:00", "2026-10-25T02:00:00.000Z"],
])("a time %s", (_, day, time, instant) => {
  expect(londonInstant(day, time).toISOString()).toBe(instant);
});

test("the clock in London is an hour ahead in summer", () => {
  expect(londonClock(new Date("2026-07-15T23:05:00Z"))).toBe("00:05");
  expect(londonClock(new Date("2026-01-15T23:05:00Z"))).toBe("23:05");
});

test.each([
  ["09:30", "09:30"],
  ["9.30", "09:30"],
  [" 5pm ", "17:00"],
  ["12am", "00:00"],
  ["12.15 pm", "12:15"],
  ["noon", "12:00"],
  ["17", "17:00"],
  ["24:00", null],
  ["13pm", null],
  ["9:60", null],
  ["later", null],
  ["", null],
])("%j is %s", (typed, time) => expect(readClock(typed)).toBe(time));
