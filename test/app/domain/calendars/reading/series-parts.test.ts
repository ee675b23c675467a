import { describe, expect, test } from "vitest";
import { calendar, londonRules, read, readEvents, vevent } from "#test/factories/calendars.ts";

const london = (time: string) => `TZID=Europe/London:${time}`;
const weekly = [`DTSTART;${london("20260603T100000")}`, "DURATION:PT90M", "RRULE:FREQ=WEEKLY;COUNT=4"];
const seriesOf = (...events: string[][]) => readEvents(...events).events[0]?.series;

describe("a series as it is kept", () => {
  test("wall clock, zone, length and rules", () => {
    expect(seriesOf(vevent(...weekly))).toEqual({
      start: "2026-06-03T10:00:00",
      timeZone: "Europe/London",
      duration: "PT1H30M",
      rules: ["FREQ=WEEKLY;COUNT=4"],
      exceptRules: [],
      added: [],
      removed: [],
    });
  });

  test("whole days have no zone", () => {
    const parts = seriesOf(
      vevent(
        "DTSTART;VALUE=DATE:20260603",
        "RRULE:FREQ=WEEKLY;UNTIL=20260701T230000Z",
        "EXDATE:20260609T230000Z",
      ),
    );
    expect(parts).toMatchObject({
      start: "2026-06-03",
      timeZone: null,
      duration: "P1D",
      rules: ["FREQ=WEEKLY;UNTIL=20260702"],
      removed: ["2026-06-10"],
    });
  });

  test.each([
    ["freq=weekly;byday=we;", "FREQ=WEEKLY;BYDAY=WE"],
    [" FREQ=WEEKLY ; COUNT=3;X-NAME=1", "FREQ=WEEKLY;COUNT=3"],
    ["FREQ=WEEKLY;UNTIL=20260624", "FREQ=WEEKLY;UNTIL=20260624T225959Z"],
    ["FREQ=WEEKLY;UNTIL=20260624T100000", "FREQ=WEEKLY;UNTIL=20260624T090000Z"],
  ])("the rule “%s” becomes %s", (given, kept) => {
    expect(seriesOf(vevent(...weekly.slice(0, 2), `RRULE:${given}`))?.rules).toEqual([kept]);
  });

  test("dates put in and taken out are instants; a period keeps its own length", () => {
    const parts = seriesOf(
      vevent(
        ...weekly,
        "EXDATE;VALUE=DATE:20260610",
        `EXDATE;${london("20260617T100000")}`,
        "RDATE;VALUE=PERIOD:20260605T120000Z/PT45M",
        "RDATE;VALUE=DATE:20260604",
      ),
    );
    expect(parts?.removed).toEqual(["2026-06-10T09:00:00Z", "2026-06-17T09:00:00Z"]);
    expect(parts?.added).toEqual(["2026-06-04T09:00:00Z", "2026-06-05T12:00:00Z/PT45M"]);
  });

  test("a date that turned private is taken out, one that was moved is not", () => {
    const one = (...lines: string[]) =>
      vevent(`RECURRENCE-ID;${london("20260610T100000")}`, `DTSTART;${london("20260611T100000")}`, ...lines);
    expect(seriesOf(vevent(...weekly), one("CLASS:PRIVATE"))?.removed).toEqual(["2026-06-10T09:00:00Z"]);
    const moved = readEvents(vevent(...weekly), one());
    expect(moved.events[0]?.series?.removed).toEqual([]);
    expect(moved.occurrences.map(({ isDetached }) => isDetached)).toEqual([false, true, false, false]);
  });
});

describe("what goes out as single dates instead", () => {
  test.each([
    ["a single event", [vevent(...weekly.slice(0, 2))]],
    [
      "one whose later dates all follow an override",
      [
        vevent(...weekly),
        vevent(
          `RECURRENCE-ID;RANGE=THISANDFUTURE;${london("20260610T100000")}`,
          `DTSTART;${london("20260610T110000")}`,
        ),
      ],
    ],
    [
      "an override without its series",
      [vevent(`RECURRENCE-ID;${london("20260610T100000")}`, weekly[0] ?? "")],
    ],
    ["a rule that cannot be read", [vevent(weekly[0] ?? "", "RRULE:FREQ=FORTNIGHTLY")]],
    [
      "days taken out of hours",
      [vevent(weekly[0] ?? "", "RRULE:FREQ=DAILY;BYHOUR=9,10;COUNT=4", "EXDATE;VALUE=DATE:20260603")],
    ],
  ])("%s", (_, events) => {
    expect(seriesOf(...events)).toBeNull();
  });

  test("one in a zone that only the feed knows", () => {
    const feed = read(
      calendar(londonRules("Ours"), vevent("DTSTART;TZID=Ours:20260603T100000", "RRULE:FREQ=DAILY;COUNT=2")),
    );
    expect(feed.events).toMatchObject([{ series: null, rule: "FREQ=DAILY;COUNT=2" }]);
  });
});
