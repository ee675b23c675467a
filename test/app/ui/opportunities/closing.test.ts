import { expect, test } from "vitest";
import { closesInWords, closingInWords } from "#app/ui/opportunities/closing.ts";

test.each([
  ["2026-11-06T12:00:00Z", "on Friday 6 November 2026 at midday"],
  ["2026-11-07T00:00:00Z", "at the end of Friday 6 November 2026"],
  ["2026-07-03T22:59:00Z", "at the end of Friday 3 July 2026"],
  ["2026-07-03T23:00:00Z", "at the end of Friday 3 July 2026"],
])("%s closes %s", (closesAt, words) => expect(closingInWords(closesAt)).toBe(words));

/** It is Tuesday 14 April 2026, 10am in London. */
test.each([
  [null, "No closing date"],
  ["2026-04-14T08:59:00Z", "Closed on Tuesday 14 April 2026 at 9.59am"],
  ["2026-04-14T09:00:00Z", "Closed on Tuesday 14 April 2026 at 10am"],
  ["2026-04-14T16:00:00Z", "Closes today at 5pm"],
  ["2026-04-14T22:59:00Z", "Closes at the end of today"],
  ["2026-04-14T23:00:00Z", "Closes at the end of today"],
  ["2026-04-14T23:01:00Z", "Closes tomorrow, on Wednesday 15 April 2026 at 12.01am"],
  ["2026-04-17T11:00:00Z", "Closes in 3 days, on Friday 17 April 2026 at midday"],
  ["2026-04-17T22:59:00Z", "Closes in 3 days, at the end of Friday 17 April 2026"],
  ["2026-04-28T11:00:00Z", "Closes in 14 days, on Tuesday 28 April 2026 at midday"],
  ["2026-04-29T11:00:00Z", "Closes on Wednesday 29 April 2026 at midday"],
])("at a glance %s: %s", (closesAt, words) => {
  expect(closesInWords(closesAt, "2026-04-14T09:00:00Z")).toBe(words);
});

test("days are counted on the calendar, not by the clock, also across the change of clocks", () => {
  expect(closesInWords("2026-10-26T08:00:00Z", "2026-10-24T22:30:00Z")).toMatch(/^Closes in 2 days/);
});
