import { describe, expect, test } from "vitest";
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
