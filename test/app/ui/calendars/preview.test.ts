import { describe, expect, test } from "vitest";
import { previewOf } from "#app/domain/calendars/doctor/preview.ts";
import type { Match } from "#app/domain/calendars/keeping/match-rule.ts";
import { comingInWords, takenInWords } from "#app/ui/calendars/preview.tsx";
import { calendar, read, vevent } from "#test/factories/calendars.ts";

const now = new Date("2026-04-14T09:00:00Z");
const window = { from: new Date("2026-03-14T00:00:00Z"), to: new Date("2027-07-14T00:00:00Z") };
const all: Match = { by: "all", pattern: "" };
const board: Match = { by: "title", pattern: "board" };
const group = "Norwich Place Board";

const previewed = (match: Match, ...events: string[][]) =>
  previewOf(read(calendar(...events), window), now, match);
const weekly = vevent(
  "UID:w",
  "DTSTART:20260401T170000Z",
  "RRULE:FREQ=WEEKLY;COUNT=8",
  "SUMMARY:Place Board",
);
const fair = vevent("UID:f", "DTSTART:20260603T090000Z", "SUMMARY:Fair");
const untitled = vevent("UID:u", "DTSTART:20260604T090000Z", "SUMMARY:");

describe("the numbers of a preview", () => {
  test.each<[string, string[][]]>([
    ["Nothing", []],
    ["1 event, on 3 June 2026", [fair]],
    ["2 events, the last on 4 June 2026", [fair, untitled]],
    ["1 event with 6 dates, the last on 20 May 2026", [weekly]],
    ["3 events with 8 dates, the last on 4 June 2026", [weekly, fair, untitled]],
  ])("what is to come: %s", (words, events) => expect(comingInWords(previewed(all, ...events))).toBe(words));

  test.each<[string, Match, string[][]]>([
    ["8 meetings of Norwich Place Board, of which 2 are over", all, [weekly]],
    ["1 meeting of Norwich Place Board; left out: 1 date without a title", all, [fair, untitled]],
    [
      "8 meetings of Norwich Place Board, of which 2 are over; left out: 1 date that no rule takes, 1 date without a title",
      board,
      [weekly, fair, untitled],
    ],
    ["0 meetings of Norwich Place Board; left out: 1 date that no rule takes", board, [fair]],
  ])("what becomes of it: %s", (words, match, events) =>
    expect(takenInWords(previewed(match, ...events), group)).toBe(words),
  );

  test("an organisation has dates", () => {
    expect(takenInWords(previewed(all, weekly), null)).toBe("8 dates, of which 2 are over");
  });
});
