import { describe, expect, test } from "vitest";
import { deadlinesOf, isInTimeForPapers, usualRules } from "#app/domain/groups/deadlines.ts";
import { isWorkingDay, workingDaysBefore } from "#app/domain/groups/working-days.ts";

const holidays = new Set([
  "2022-04-15",
  "2022-04-18",
  "2022-05-02",
  "2022-06-02",
  "2022-06-03",
  "2022-08-29",
  "2022-09-19",
]);

describe("deadlines of a meeting (the vectors of the governance rules)", () => {
  test.each([
    ["2022-04-28", { questionsOn: "2022-04-26", papersOn: "2022-04-21", repliesOn: "2022-05-10" }],
    ["2022-05-04", { questionsOn: "2022-04-29", papersOn: "2022-04-26" }],
    ["2022-06-08", { papersOn: "2022-05-30" }],
    ["2022-09-21", { questionsOn: "2022-09-16" }],
    ["2022-07-28", { papersOn: "2022-07-21", repliesOn: "2022-08-08" }],
  ])("a meeting on %s", (day, expected) => {
    expect(deadlinesOf(day, usualRules, holidays)).toMatchObject({ ...expected, questionsBy: "09:00" });
  });

  test("an item is in time until the end of the papers day", () => {
    expect(isInTimeForPapers("2022-04-21", { papersOn: "2022-04-21" })).toBe(true);
    expect(isInTimeForPapers("2022-04-22", { papersOn: "2022-04-21" })).toBe(false);
  });

  test("weekends and bank holidays are not working days", () => {
    expect(isWorkingDay("2022-06-02", holidays)).toBe(false);
    expect(isWorkingDay("2022-06-04", holidays)).toBe(false);
    expect(isWorkingDay("2022-06-06", holidays)).toBe(true);
    expect(workingDaysBefore("2022-06-06", 0, holidays)).toBe("2022-06-06");
  });
});
