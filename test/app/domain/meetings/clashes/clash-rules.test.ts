import { describe, expect, test } from "vitest";
import { usualRules } from "#app/domain/groups/deadlines.ts";
import {
  lateMeetings,
  onDaysOff,
  overlaps,
  type PlannedMeeting,
} from "#app/domain/meetings/clashes/clash-rules.ts";

const bankHolidays = new Set(["2026-05-04", "2026-05-25"]);
const at = (
  heldOn: string,
  from = "09:00",
  to: string | null = "11:00",
  groupIds = ["own"],
): PlannedMeeting => ({
  id: `${heldOn} ${from} ${groupIds}`,
  title: "Meeting",
  heldOn,
  startsAt: new Date(`${heldOn}T${from}:00Z`),
  endsAt: to ? new Date(`${heldOn}T${to}:00Z`) : null,
  groupIds,
});

describe("a network that meets too late for its board (governance rules, 55)", () => {
  // The board of Thursday 14 May 2026: papers on Wednesday 6 May, as 4 May is no working day for the network's five
  const board = {
    name: "Place board",
    rules: usualRules,
    meetings: [at("2026-05-14", "09:00", null, ["board"])],
  };
  const warned = (own: string[], boards = [board], today = "2026-04-14") =>
    lateMeetings(
      own.map((day) => at(day)),
      boards,
      bankHolidays,
      today,
    );

  test("says by when a meeting would be in time, in working days without bank holidays", () => {
    const [clash] = warned(["2026-05-05"]);
    expect(clash).toMatchObject({
      kind: "too late",
      board: { name: "Place board", heldOn: "2026-05-14", papersOn: "2026-05-07" },
      inTimeBy: "2026-04-29",
    });
  });

  test.for([
    ["2026-04-29", 0],
    ["2026-04-30", 1],
    ["2026-05-13", 1],
    ["2026-05-14", 0],
    ["2026-05-15", 0],
  ] as const)("on %s: %s", ([day, count]) => {
    expect(warned([day])).toHaveLength(count);
  });

  test("is not said where it meets in time besides, nor twice for one board meeting", () => {
    expect(warned(["2026-04-29", "2026-05-05"])).toEqual([]);
    expect(warned(["2026-05-05", "2026-05-12"])).toHaveLength(1);
  });

  test("counts a meeting for the next agenda that is still open", () => {
    const twice = { ...board, meetings: [at("2026-05-14"), at("2026-07-16")] };
    expect(warned(["2026-04-29", "2026-06-10"], [twice])).toEqual([]);
    expect(warned(["2026-04-29", "2026-07-10"], [twice])).toHaveLength(1);
  });

  test("is of no use once the day is past by which it would have been in time", () => {
    expect(warned(["2026-05-05"], [board], "2026-04-30")).toEqual([]);
  });
});

describe("meetings on top of each other", () => {
  const about = {
    groupId: "own",
    name: "Forum",
    related: [
      { id: "board", name: "Place board", isFed: true, feeds: false, shared: 0 },
      { id: "sister", name: "Sister forum", isFed: false, feeds: false, shared: 3 },
    ],
  };
  const found = (own: PlannedMeeting[], others: PlannedMeeting[]) => overlaps(own, others, about);

  test.for([
    ["same group", at("2026-06-11", "10:00"), { why: "same group" }],
    ["a board that it feeds", at("2026-06-11", "10:00", "12:00", ["board"]), { why: "feeds" }],
    [
      "a body with the same members",
      at("2026-06-11", "10:00", "12:00", ["sister"]),
      { why: "shared", shared: 3 },
    ],
  ] as const)("%s", ([, other, tie]) => {
    const isOwn = other.groupIds.includes("own");
    const clashes = found(isOwn ? [at("2026-06-11"), other] : [at("2026-06-11")], isOwn ? [] : [other]);
    expect(clashes.map((clash) => clash.kind === "on top" && clash.tie)).toEqual([tie]);
  });

  test.for([
    ["one after another", at("2026-06-11", "11:00", "12:00", ["board"]), 0],
    ["a minute over", at("2026-06-11", "10:59", "12:00", ["board"]), 1],
    ["without an end: two hours", at("2026-06-11", "07:30", null, ["board"]), 1],
    ["another day", at("2026-06-12", "09:00", "11:00", ["board"]), 0],
    ["a body that has nothing to do with it", at("2026-06-11", "09:00", "11:00", ["other"]), 0],
    ["on rise of another", { ...at("2026-06-11", "09:00", null, ["board"]), startsAt: null }, 0],
  ] as const)("%s", ([, other, count]) => {
    expect(found([at("2026-06-11")], [other])).toHaveLength(count);
  });
});

test.for([
  ["2026-05-25", [true]],
  ["2026-05-23", [false]],
  ["2026-05-26", []],
] as const)("days off: %s", ([day, expected]) => {
  const clashes = onDaysOff([at(day)], bankHolidays);
  expect(clashes.map((clash) => clash.kind === "day off" && clash.isBankHoliday)).toEqual(expected);
});
