import { describe, expect, test } from "vitest";
import { addDays, daysBetween, stepsReached, stepsToTake } from "#app/domain/upkeep/ladder.ts";

const periods = { warnDaysBefore: 14, leadAfterDays: 30, teamAfterDays: 60 };
const dueOn = "2026-04-14";

describe("the ladder", () => {
  test.each([
    [-15, []],
    [-14, ["warned"]],
    [-1, ["warned"]],
    [0, ["warned", "due"]],
    [29, ["warned", "due"]],
    [30, ["warned", "due", "lead"]],
    [59, ["warned", "due", "lead"]],
    [60, ["warned", "due", "lead", "team"]],
    [400, ["warned", "due", "lead", "team"]],
  ])("%i days after the date has reached %j", (days, steps) => {
    expect(stepsReached(dueOn, addDays(dueOn, days), periods)).toEqual(steps);
  });

  test("follows the settings", () => {
    const short = { warnDaysBefore: 3, leadAfterDays: 5, teamAfterDays: 6 };
    expect(stepsReached(dueOn, addDays(dueOn, -4), short)).toEqual([]);
    expect(stepsReached(dueOn, addDays(dueOn, 5), short)).toEqual(["warned", "due", "lead"]);
  });

  test("counts days across the change of clocks and a leap day", () => {
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
    expect(addDays("2026-10-24", 2)).toBe("2026-10-26");
  });
});

describe("what is done for steps that nobody has taken", () => {
  test.each([
    [[], { remind: false, tell: null }],
    [["warned"], { remind: true, tell: null }],
    [["due"], { remind: true, tell: null }],
    [["warned", "due"], { remind: true, tell: null }],
    [["lead"], { remind: false, tell: "lead" }],
    [["team"], { remind: false, tell: "team" }],
    [["lead", "team"], { remind: false, tell: "team" }],
    [["warned", "due", "lead"], { remind: true, tell: "lead" }],
    [["warned", "due", "lead", "team"], { remind: true, tell: "team" }],
  ] as const)("%j: %j", (fresh, taken) => {
    expect(stepsToTake(fresh)).toEqual(taken);
  });
});
