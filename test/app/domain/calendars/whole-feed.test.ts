import { describe, expect, test } from "vitest";
import { zoneRules } from "#app/domain/calendars/feeds/zone-rules.ts";
import { readFeed } from "#app/domain/calendars/ics.ts";
import { readWholeFeed } from "#app/domain/calendars/whole-feed.ts";

const feed = (...events: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", ...events, "END:VCALENDAR", ""].join("\r\n");
const event = (uid: string, start: string, ...more: string[]) =>
  [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    "DTSTAMP:20260101T000000Z",
    `DTSTART:${start}`,
    `SUMMARY:${uid}`,
    ...more,
    "END:VEVENT",
  ].join("\r\n");
const span = { from: new Date("2026-10-22T00:00:00Z"), to: new Date("2026-11-10T00:00:00Z") };
const dates = (body: string) =>
  readWholeFeed(body, span).occurrences.map(({ uid, start }) => `${uid} ${start}`);

describe("the whole of a feed", () => {
  test("holds what is long past, single or repeated", () => {
    const body = feed(
      event("old", "20190305T100000Z"),
      event("short", "20260302T100000Z", "RRULE:FREQ=WEEKLY;COUNT=2"),
    );
    expect(dates(body)).toEqual([
      "old 2019-03-05T10:00:00Z",
      "short 2026-03-02T10:00:00Z",
      "short 2026-03-09T10:00:00Z",
    ]);
  });

  test("holds only the latest dates of a series that is too long to list, and complains of nothing", () => {
    const body = feed(
      event("daily", "19900101T100000Z", "RRULE:FREQ=DAILY"),
      event("old", "20190305T100000Z"),
    );
    const { occurrences, notices } = readWholeFeed(body, span);
    expect(occurrences[0]).toMatchObject({ uid: "old" });
    expect(occurrences.slice(1).map(({ start }) => start)).toEqual(
      Array.from({ length: 19 }, (_, day) =>
        new Date(Date.UTC(2026, 9, 22 + day, 10)).toISOString().replace(".000", ""),
      ),
    );
    expect(notices).toEqual([]);
  });
});

test.each(["Europe/London", "Europe/Berlin", "America/New_York"])(
  "case 2: the rules of %s that we give out ourselves are not called out of date, however far back is read",
  (zone) => {
    const start = `DTSTART;TZID=${zone}:20261105T100000`;
    const body = feed(
      zoneRules(zone).trimEnd(),
      event("a", "20261105T100000Z").replace(/^DTSTART.*$/m, start),
    );
    const { occurrences, notices } = readWholeFeed(body, span);
    expect([occurrences.length, notices]).toEqual([1, []]);
  },
);

test("case 2: before its first change of clocks a description says nothing that could be wrong", () => {
  const london = zoneRules("Europe/London").replaceAll("DTSTART:1970", "DTSTART:2026").trimEnd();
  const start = "DTSTART;TZID=Europe/London:20261105T100000";
  const body = feed(london, event("a", "20261105T100000Z").replace(/^DTSTART.*$/m, start));
  const early = { from: new Date("2025-06-01T00:00:00Z"), to: new Date("2026-12-01T00:00:00Z") };
  expect(readFeed(body, early).notices).toEqual([]);
  const stale = body.replace("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "X-NO-RULE:1");
  const late = { from: new Date("2027-06-01T00:00:00Z"), to: new Date("2028-02-01T00:00:00Z") };
  expect(readFeed(stale, late).notices).toMatchObject([{ message: expect.stringContaining("out of date") }]);
});
