import { describe, expect, test } from "vitest";
import {
  calendar,
  londonRules,
  messagesOf,
  read,
  readEvents,
  startsOf,
  vevent,
} from "#test/factories/calendars.ts";

/** Faults that random feeds and a brute-force reading found. */
describe("dates called off by no more than which they are", () => {
  const weekly = vevent("DTSTART:20260603T090000Z", "DURATION:PT2H", "RRULE:FREQ=WEEKLY;COUNT=3");
  test("a cancelled override without DTSTART stands at its slot, as long as the others", () => {
    const feed = readEvents(weekly, vevent("RECURRENCE-ID:20260610T090000Z", "STATUS:CANCELLED"));
    expect(feed.occurrences.map(({ start, end, status }) => [start, end, status])).toEqual([
      ["2026-06-03T09:00:00Z", "2026-06-03T11:00:00Z", "confirmed"],
      ["2026-06-10T09:00:00Z", "2026-06-10T11:00:00Z", "cancelled"],
      ["2026-06-17T09:00:00Z", "2026-06-17T11:00:00Z", "confirmed"],
    ]);
    expect(feed.notices).toEqual([]);
  });
  test("an override that is still on must say when", () => {
    const feed = readEvents(weekly, vevent("RECURRENCE-ID:20260610T090000Z"));
    expect(messagesOf(feed)).toEqual([expect.stringContaining("DTSTART")]);
  });
});

describe("midnight in UTC means the date, west of Greenwich too", () => {
  const days = vevent("DTSTART;VALUE=DATE:20260105", "RRULE:FREQ=DAILY;COUNT=4", "EXDATE:20260106T000000Z");
  test.each(["America/New_York", "Europe/London", "Asia/Kathmandu"])("in %s", (zone) => {
    const moved = vevent("RECURRENCE-ID:20260107T000000Z", "DTSTART;VALUE=DATE:20260201");
    expect(startsOf(read(calendar(`X-WR-TIMEZONE:${zone}`, days, moved)))).toEqual([
      "2026-01-05",
      "2026-01-08",
      "2026-02-01",
    ]);
  });
});

describe("rules of exceptions that cannot be followed", () => {
  test.each(["EXRULE:FREQ=MINUTELY", "EXRULE:FREQ=SOMETIMES"])(
    "%s takes no date away, and says so",
    (rule) => {
      const feed = readEvents(vevent("DTSTART:20260603T090000Z", "RRULE:FREQ=WEEKLY;COUNT=2", rule));
      expect(startsOf(feed)).toEqual(["2026-06-03T09:00:00Z", "2026-06-10T09:00:00Z"]);
      expect(messagesOf(feed)).toEqual([expect.stringMatching(/EXRULE.*are shown/)]);
    },
  );
});

describe("zones that a feed describes", () => {
  const ours = (observance: string[]) => ["BEGIN:VTIMEZONE", "TZID:Ours", ...observance, "END:VTIMEZONE"];
  test("all lines of single dates on which the clocks change count", () => {
    const changes = (kind: string, [from, to]: [string, string], ...dates: string[]) => [
      ...[`BEGIN:${kind}`, `TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`, `DTSTART:${dates[0]}`],
      ...[...dates.map((date) => `RDATE:${date}`), `END:${kind}`],
    ];
    const zone = ours([
      ...changes("DAYLIGHT", ["+0000", "+0200"], "20250330T010000", "20260329T010000", "20270328T010000"),
      ...changes("STANDARD", ["+0200", "+0000"], "20251026T020000", "20261025T020000", "20271031T020000"),
    ]);
    const at = (uid: string, date: string) => vevent(`UID:${uid}`, `DTSTART;TZID=Ours:${date}T100000`);
    const feed = read(calendar(zone, at("a", "20260115"), at("b", "20260715"), at("c", "20270715")));
    expect(startsOf(feed)).toEqual(["2026-01-15T10:00:00Z", "2026-07-15T08:00:00Z", "2027-07-15T08:00:00Z"]);
  });
  test("hold for the first date of a series, years before what is asked for", () => {
    const series = vevent(
      ...["DTSTART;TZID=Ours:20200701T100000", "DTEND:20200701T100000Z", "RRULE:FREQ=YEARLY"],
    );
    const [first] = read(calendar(londonRules("Ours"), series)).occurrences;
    expect(first).toMatchObject({ start: "2026-07-01T09:00:00Z", end: "2026-07-01T10:00:00Z" });
  });
});

test("a name of a zone with a colon that should stand in quotes is read to its end", () => {
  const feed = readEvents(
    vevent("UID:a", "DTSTART;TZID=tzone://Microsoft/Utc:20260603T090000"),
    vevent("UID:b", "DTSTART;TZID=(UTC+05:30) Chennai, Kolkata:20260603T090000"),
  );
  expect(startsOf(feed)).toEqual(["2026-06-03T03:30:00Z", "2026-06-03T09:00:00Z"]);
});
