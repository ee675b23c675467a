import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { calendar, read, startsOf, vevent } from "#test/factories/calendars.ts";
import { counterpart } from "#test/setup/counterparts.ts";

/*
 * Where python's recurring-ical-events 2.0.1 and we read a calendar differently, and why we stay with ours. Each
 * difference is asserted on both sides: should the library change its mind, this list says so.
 */
const script = fileURLToPath(new URL("../setup/expand.py", import.meta.url));
const [first, last] = ["2026-01-01", "2027-01-01"];

function theirs(body: string): string[] | "refused" {
  try {
    const stdio: ["pipe", "pipe", "ignore"] = ["pipe", "pipe", "ignore"];
    const said = execFileSync(counterpart("python"), [script, first, last], { input: body, stdio });
    const starts: string[][] = Object.values(JSON.parse(said.toString("utf8")));
    return starts.flat().map((start) => start.replace(".000Z", "Z"));
  } catch (error) {
    if (error instanceof Error && "status" in error) return "refused";
    throw error;
  }
}

const ours = (body: string) => startsOf(read(body, { from: new Date(first), to: new Date(last) }));
const london = "TZID=Europe/London";
const weekly = [`DTSTART;${london}:20260603T100000`, "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3"];
const june = (...days: number[]) => days.map((day) => `2026-06-${String(day).padStart(2, "0")}T09:00:00Z`);

test.each<[string, string[][], string[] | "refused", string[]]>([
  [
    // Case 28; RFC 5545 §3.8.5.1 allows the type, and programs mean the day
    "a whole day taken out of a timed series: python takes nothing out",
    [vevent(...weekly, "EXDATE;VALUE=DATE:20260610")],
    june(3, 10, 17),
    june(3, 17),
  ],
  [
    // Case 36; RFC 5545 §3.8.4.4
    "THISANDFUTURE: python changes the one date only",
    [
      vevent(...weekly),
      vevent(
        `RECURRENCE-ID;RANGE=THISANDFUTURE;${london}:20260610T100000`,
        `DTSTART;${london}:20260611T100000`,
      ),
    ],
    june(3, 11, 17),
    june(3, 11, 18),
  ],
  [
    // Case 34; node-ical issue 459: Exchange writes so
    "midnight as the RECURRENCE-ID of whole days: python shows both",
    [
      vevent("DTSTART;VALUE=DATE:20260603", "RRULE:FREQ=WEEKLY;COUNT=2"),
      vevent("RECURRENCE-ID:20260609T230000Z", "DTSTART;VALUE=DATE:20260611"),
    ],
    ["2026-06-03", "2026-06-10", "2026-06-11"],
    ["2026-06-03", "2026-06-11"],
  ],
  [
    // Case 22; RFC 5545 §3.3.10: DTSTART always counts as the first occurrence
    "a start that does not fit its rule: python leaves it out of COUNT",
    [vevent(`DTSTART;${london}:20260603T100000`, "RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=2")],
    june(3, 4, 11),
    june(3, 4),
  ],
  [
    // Case 42; RFC 5545 §3.8.7.4
    "two versions of one event: python shows the old one too",
    [vevent("DTSTART:20260604T090000Z", "SEQUENCE:2"), vevent("DTSTART:20260603T090000Z", "SEQUENCE:0")],
    june(3, 4),
    june(4),
  ],
  [
    // Case 26: what the rule means cannot be known, and its owner is told
    "30 February: python keeps the first date",
    [vevent("DTSTART:20260115T100000Z", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")],
    ["2026-01-15T10:00:00Z"],
    [],
  ],
  [
    // Case 30; RFC 5545 §3.8.5.2
    "a period put in: python refuses the calendar",
    [vevent("DTSTART:20260603T090000Z", "RDATE;VALUE=PERIOD:20260604T090000Z/PT3H")],
    "refused",
    june(3, 4),
  ],
  [
    // RFC 5545 §3.3.10: the values of BYDAY are one list
    "plain and numbered days: python takes those that are both",
    [vevent("DTSTART:20260601T090000Z", "RRULE:FREQ=MONTHLY;BYDAY=MO,-1FR;UNTIL=20260630T090000Z")],
    ["2026-06-01T09:00:00Z"],
    ["01", "08", "15", "22", "26", "29"].map((date) => `2026-06-${date}T09:00:00Z`),
  ],
  [
    // RFC 5545 §3.3.10: the set of a week is of the whole week, and its Monday lies before the start
    "BYSETPOS in a first week that had begun: python cuts the set at the start",
    [vevent("DTSTART:20260603T090000Z", "RRULE:FREQ=WEEKLY;BYDAY=MO,FR;BYSETPOS=1;UNTIL=20260615T090000Z")],
    june(3, 5, 8, 15),
    june(3, 8, 15),
  ],
])("%s", (_, events, python, us) => {
  const body = calendar(...events);
  expect([theirs(body), ours(body)]).toEqual([python, us]);
});
