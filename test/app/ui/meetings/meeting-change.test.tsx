import { expect, test } from "vitest";
import { movedInWords } from "#app/ui/meetings/meeting-change.tsx";

const [morning, july] = ["2026-05-05T09:00:00.000Z", "2026-07-07T09:00:00.000Z"];
const [wholeDay, wholeJuly] = ["2026-05-04T23:00:00.000Z", "2026-07-06T23:00:00.000Z"];

test.for([
  ["another day", morning, july, "Moved from Tuesday 5 May 2026, 10am"],
  ["another hour of its day", "2026-07-07T13:00:00.000Z", july, "Moved from 2pm"],
  ["from a whole day to another", wholeDay, wholeJuly, "Moved from Tuesday 5 May 2026"],
  ["from a whole day to an hour of it", wholeJuly, july, "Its time was not said before"],
] as const)("a meeting that moved says from when: %s", ([, movedFrom, start, words]) => {
  expect(movedInWords({ status: "planned", movedFrom, start })).toBe(words);
});

test("case 37: what is off moved nowhere", () => {
  expect(movedInWords({ status: "cancelled", movedFrom: morning, start: july })).toBeNull();
});
