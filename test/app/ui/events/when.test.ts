import { expect, test } from "vitest";
import { groupByDay, isOver, lastDayOf, timeInWords } from "#app/ui/events/when.ts";

const timed = (start: string, end: string | null) => ({ start, end, allDay: false });
const wholeDays = (start: string, end: string | null) => ({ start, end, allDay: true });

test("late on a summer evening is still that day in London, whatever UTC says", () => {
  const [group] = groupByDay([timed("2026-06-30T23:30:00Z", "2026-07-01T00:30:00Z")], "2026-06-01");
  expect(group?.day).toBe("2026-07-01");
});

test("days stay whole across the night the clocks change", () => {
  const evening = timed("2026-10-24T22:30:00Z", "2026-10-24T22:45:00Z");
  const afternoon = timed("2026-10-25T13:00:00Z", null);
  const days = groupByDay([evening, afternoon], "2026-10-24").map(({ day }) => day);
  expect(days).toEqual(["2026-10-24", "2026-10-25"]);
});

test("what ends at midnight belongs to the day before", () => {
  // Midnight in London is 23:00 UTC in summer.
  expect(lastDayOf(timed("2026-07-03T18:00:00Z", "2026-07-03T23:00:00Z"))).toBe("2026-07-03");
  expect(lastDayOf(timed("2026-07-03T18:00:00Z", "2026-07-03T23:01:00Z"))).toBe("2026-07-04");
});

test("whole days end the day before their end, which is exclusive", () => {
  expect(lastDayOf(wholeDays("2026-08-03", "2026-08-08"))).toBe("2026-08-07");
  expect(lastDayOf(wholeDays("2026-08-03", "2026-08-04"))).toBe("2026-08-03");
  expect(lastDayOf(wholeDays("2026-08-03", null))).toBe("2026-08-03");
});

test("what began earlier and still runs stands under the first day shown", () => {
  const show = wholeDays("2026-07-20", "2026-08-10");
  const cafe = timed("2026-08-04T09:00:00Z", "2026-08-04T11:00:00Z");
  expect(groupByDay([show, cafe], "2026-08-03")).toEqual([
    { day: "2026-08-03", events: [show] },
    { day: "2026-08-04", events: [cafe] },
  ]);
});

test.each([
  [timed("2026-07-03T09:00:00Z", "2026-07-03T11:00:00Z"), "2026-07-03", "10am to midday"],
  [timed("2026-07-03T18:00:00Z", "2026-07-03T23:00:00Z"), "2026-07-03", "7pm to midnight"],
  [
    timed("2026-07-03T17:00:00Z", "2026-07-05T15:00:00Z"),
    "2026-07-03",
    "From 6pm until Sunday 5 July 2026, 4pm",
  ],
  [timed("2026-07-03T17:00:00Z", "2026-07-05T15:00:00Z"), "2026-07-04", "On until Sunday 5 July 2026, 4pm"],
  [
    timed("2026-07-03T17:00:00Z", "2026-07-05T23:00:00Z"),
    "2026-07-03",
    "From 6pm until the end of Sunday 5 July 2026",
  ],
  [wholeDays("2026-07-03", "2026-07-04"), "2026-07-03", "All day"],
  [wholeDays("2026-07-03", "2026-07-06"), "2026-07-03", "All day, until Sunday 5 July 2026"],
])("%j under %s reads %s", (happening, day, words) => expect(timeInWords(happening, day)).toBe(words));

test.each([
  ["ended a minute ago", timed("2026-07-03T09:00:00Z", "2026-07-03T11:59:00Z"), true],
  ["ends this minute", timed("2026-07-03T09:00:00Z", "2026-07-03T12:00:00Z"), true],
  ["ends in a minute", timed("2026-07-03T09:00:00Z", "2026-07-03T12:01:00Z"), false],
  ["began this morning and names no end", timed("2026-07-03T09:00:00Z", null), false],
  ["began yesterday and names no end", timed("2026-07-02T09:00:00Z", null), true],
  ["lasts all of today", wholeDays("2026-07-03", "2026-07-04"), false],
  ["lasted all of yesterday", wholeDays("2026-07-02", "2026-07-03"), true],
])("at 1pm, over or not: %s", (_name, happening, over) =>
  expect(isOver(happening, "2026-07-03T12:00:00Z")).toBe(over),
);
