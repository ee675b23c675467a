import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readFeed } from "#app/domain/calendars/ics.ts";
import { calendar, londonRules, vevent } from "#test/factories/calendars.ts";
import { counterpart } from "#test/setup/counterparts.ts";

const script = fileURLToPath(new URL("../setup/expand.py", import.meta.url));
const [first, last] = ["2026-01-01", "2027-04-01"];

type Starts = Record<string, string[]>;

/** What python's recurring-ical-events makes of a calendar: the starts of each UID. */
function theirs(body: string): Starts {
  const said = execFileSync(counterpart("python"), [script, first, last], { input: body });
  return JSON.parse(said.toString("utf8"));
}

/** The same of ours, and what is private, which python does not know. */
function ours(body: string): { starts: Starts; hidden: string[] } {
  const feed = readFeed(body, { from: new Date(first), to: new Date(last) });
  const starts: Starts = {};
  for (const { uid, start } of feed.occurrences) {
    const instant = start.length > 10 ? new Date(start).toISOString() : start;
    starts[uid] = [...(starts[uid] ?? []), instant];
  }
  return { starts, hidden: feed.hiddenUids };
}

/** The edges of a period are days of different zones to the two. */
const inside = (starts: Starts): Starts =>
  Object.fromEntries(
    Object.entries(starts).map(([uid, all]) => [
      uid,
      all.filter((start) => start > "2026-01-03" && start < "2027-03-30").toSorted(),
    ]),
  );

function agree(body: string): void {
  const { starts, hidden } = ours(body);
  const shown = Object.entries(theirs(body)).filter(([uid]) => !hidden.includes(uid));
  expect(shown.length).toBeGreaterThan(0);
  expect(inside(starts)).toEqual(inside(Object.fromEntries(shown)));
}

const zones = ["Europe/London", "America/New_York", "Asia/Kolkata"];
/** Away from the hours that clocks skip or repeat: there the two differ, and case 9 says who is right. */
const starts = ["20260104T100000", "20260331T003000", "20251026T180000"];
const rules = [
  "FREQ=DAILY",
  "FREQ=DAILY;INTERVAL=3;COUNT=40",
  "FREQ=DAILY;BYMONTH=3,10;BYDAY=MO,WE,FR",
  "FREQ=WEEKLY",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=MO",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU",
  "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20260630T235959Z",
  "FREQ=MONTHLY;BYDAY=-1TH",
  "FREQ=MONTHLY;BYDAY=2TU;INTERVAL=3",
  "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
  "FREQ=MONTHLY;BYMONTHDAY=31",
  "FREQ=MONTHLY;BYMONTHDAY=-1",
  "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
  "FREQ=YEARLY;BYMONTH=5;BYDAY=1MO",
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28",
  "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
  "FREQ=YEARLY;BYYEARDAY=100,200",
];

describe("python's recurring-ical-events and we expand alike", () => {
  test.each(zones)("rules in %s, summer and winter", (zone) => {
    const series = starts.flatMap((start) =>
      rules.map((rule) =>
        vevent(`UID:${start} ${rule}`, `DTSTART;TZID=${zone}:${start}`, "DURATION:PT1H", `RRULE:${rule}`),
      ),
    );
    agree(calendar(...series));
  });

  test("whole days", () => {
    const days = rules.filter((rule) => !rule.includes("UNTIL"));
    const series = days.map((rule) => vevent(`UID:${rule}`, "DTSTART;VALUE=DATE:20260104", `RRULE:${rule}`));
    agree(calendar(...series));
  });

  test("dates that are left out, added and moved", () => {
    const london = "TZID=Europe/London";
    const weekly = [`DTSTART;${london}:20260304T100000`, "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=12"];
    agree(
      calendar(
        londonRules("Europe/London"),
        vevent("UID:left out", ...weekly, `EXDATE;${london}:20260311T100000,20260401T100000`),
        vevent("UID:left out in UTC", ...weekly, "EXDATE:20260408T090000Z"),
        vevent("UID:added", ...weekly, `RDATE;${london}:20260307T140000,20260704T140000`),
        vevent("UID:moved", ...weekly),
        vevent("UID:moved", `RECURRENCE-ID;${london}:20260401T100000`, `DTSTART;${london}:20260403T150000`),
        vevent("UID:moved in UTC", ...weekly),
        vevent("UID:moved in UTC", "RECURRENCE-ID:20260401T090000Z", "DTSTART:20260402T090000Z"),
        vevent(
          "UID:before its master",
          `RECURRENCE-ID;${london}:20260318T100000`,
          `DTSTART;${london}:20260319T100000`,
        ),
        vevent("UID:before its master", ...weekly),
      ),
    );
  });

  const samples = new URL("../app/domain/calendars/samples/", import.meta.url);
  test.each(["google.ics", "outlook.ics"])("the sample %s", (name) => {
    const body = readFileSync(new URL(name, samples), "utf8");
    // An UNTIL at the very instant of the last date: python compares it with the wall clock (case 21 says otherwise).
    agree(body.replace("UNTIL=20260528T130000Z", "UNTIL=20260528T220000Z"));
  });
});
