import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFeed } from "#app/domain/calendars/ics.ts";
import { NotACalendar } from "#app/domain/calendars/reading/lines.ts";
import { calendar, messagesOf, read, readEvents, startsOf, vevent } from "#test/factories/calendars.ts";
import { failedOnce } from "#test/factories/failed-once.ts";
import { cpuTime } from "#test/setup/cpu-time.ts";

const sample = (name: string) => readFileSync(new URL(`./samples/${name}`, import.meta.url));
const cafe = (...lines: string[]) => vevent("DTSTART:20260603T090000Z", ...lines);

describe("which version of an event counts", () => {
  const old = cafe("SEQUENCE:0", "SUMMARY:Old");
  const changed = vevent("DTSTART:20260604T090000Z", "SEQUENCE:2", "SUMMARY:New");

  test("case 42: of two with one UID the highest SEQUENCE, in any order", () => {
    for (const events of [
      [old, changed],
      [changed, old],
    ]) {
      expect(readEvents(...events).occurrences).toMatchObject([
        { summary: "New", sequence: 2, recurrenceId: null },
      ]);
    }
  });

  test("case 42: of two with one SEQUENCE the later LAST-MODIFIED, else DTSTAMP", () => {
    const later = cafe("SEQUENCE:0", "LAST-MODIFIED:20260101T000000Z", "SUMMARY:Later");
    expect(readEvents(later, old).occurrences).toMatchObject([{ summary: "Later" }]);
    const stamped = cafe("SEQUENCE:0", "DTSTAMP:20260201T000000Z", "SUMMARY:Stamped");
    expect(readEvents(stamped, later).occurrences).toMatchObject([{ summary: "Stamped" }]);
  });

  test("case 39: a cancelled event restored with a higher SEQUENCE is confirmed", () => {
    const gone = cafe("SEQUENCE:1", "STATUS:CANCELLED");
    expect(readEvents(cafe("SEQUENCE:2"), gone).occurrences).toMatchObject([{ status: "confirmed" }]);
  });

  test("events of one UID that are nobody's versions are all kept, known by their starts", () => {
    const feed = readEvents(cafe(), vevent("DTSTART:20260610T090000Z"));
    expect(feed.occurrences.map(({ start, recurrenceId }) => [start, recurrenceId])).toEqual([
      ["2026-06-03T09:00:00Z", "2026-06-03T09:00:00Z"],
      ["2026-06-10T09:00:00Z", "2026-06-10T09:00:00Z"],
    ]);
    expect(messagesOf(feed)).toEqual([expect.stringContaining("2 events share this UID")]);
  });

  test("case 48: two events with one title and time and different places are both kept", () => {
    const feed = readEvents(
      cafe("LOCATION:The Forum"),
      cafe("UID:other@norwich.example", "LOCATION:St Stephen's"),
    );
    expect(feed.occurrences.map(({ location }) => location)).toEqual(["The Forum", "St Stephen's"]);
  });
});

test("case 55: two VCALENDARs in one body are both read, each with its own zone", () => {
  const first = calendar("X-WR-CALNAME:North\\, first", vevent("UID:a@x.example", "DTSTART:20260603T100000"));
  const second = calendar("X-WR-TIMEZONE:Europe/Paris", vevent("UID:b@x.example", "DTSTART:20260603T100000"));
  const feed = read(first + second);
  expect(feed.name).toBe("North, first");
  expect(feed.occurrences.map(({ uid, start }) => [uid[0], start.slice(11, 13)])).toEqual([
    ["b", "08"],
    ["a", "09"],
  ]);
});

test("case 56: to-dos, journals, free-busy and alarms are ignored and counted", () => {
  const todo = ["BEGIN:VTODO", "UID:t@x.example", "DTSTART:20260603T090000Z", "END:VTODO"];
  const alarm = ["BEGIN:VALARM", "TRIGGER:-PT10M", "DESCRIPTION:Reminder", "END:VALARM"];
  const journal = ["BEGIN:VJOURNAL", "DTSTART:20260603T090000Z", "END:VJOURNAL"];
  const feed = read(calendar(todo, journal, todo, cafe("DESCRIPTION:Tea", ...alarm)));
  expect(feed.occurrences).toMatchObject([{ description: "Tea" }]);
  expect(feed.ignored).toEqual({ vtodo: 2, vjournal: 1 });
});

describe("samples as programs write them", () => {
  const over = { from: new Date("2026-01-01T00:00:00Z"), to: new Date("2027-01-01T00:00:00Z") };

  test("Google Calendar", () => {
    const feed = readFeed(sample("google.ics"), over);
    expect(feed.name).toBe("South Norfolk Place Network");
    expect(feed.notices).toEqual([]);
    expect(
      feed.occurrences.map(({ start, status, recurrenceId }) => [start, status, recurrenceId !== null]),
    ).toEqual([
      ["2026-01-13T10:00:00Z", "confirmed", true],
      ["2026-03-10T10:00:00Z", "confirmed", true],
      ["2026-05-14T12:30:00Z", "confirmed", true],
      ["2026-06-20", "confirmed", false],
    ]);
  });

  test("Outlook", () => {
    const feed = readFeed(sample("outlook.ics"), over);
    expect(feed.notices).toEqual([]);
    expect(feed.occurrences).toMatchObject([
      {
        start: "2026-03-26T14:00:00Z",
        end: "2026-03-26T16:00:00Z",
        status: "confirmed",
        location: "Microsoft Teams Meeting",
      },
      { start: "2026-04-30T13:00:00Z", status: "cancelled" },
      { start: "2026-05-28T13:00:00Z", status: "confirmed" },
    ]);
    expect(feed.occurrences[0]?.onlineUrl).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//);
    expect(JSON.stringify(feed)).not.toMatch(/Passcode|88 12 90|nhs\.example/);
  });
});

describe("whatever it is given", () => {
  const names = fc.constantFrom(
    "BEGIN:VEVENT",
    "END:VEVENT",
    "BEGIN:VCALENDAR",
    "END:VCALENDAR",
    "BEGIN:VTIMEZONE",
    "END:VTIMEZONE",
    "BEGIN:VALARM",
    "UID:a",
    "UID:b",
    "DTSTART:20260603T090000Z",
    "DTSTART;TZID=X:20260329T013000",
    "DTSTART;VALUE=DATE:20260101",
    "DTEND;VALUE=DATE:99991231",
    "DURATION:P999999D",
    "RRULE:FREQ=DAILY",
    "RRULE:FREQ=HOURLY;INTERVAL=7;BYHOUR=3",
    "RRULE:FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO",
    "RDATE;VALUE=PERIOD:20260603T090000Z/P1D",
    "EXDATE:20260603",
    "TZID:X",
    "RECURRENCE-ID:20260604T090000Z",
    "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20260604",
    "STATUS:CANCELLED",
    "SUMMARY:\\",
    "DESCRIPTION:<a <b",
    "CATEGORIES:,,",
    "CLASS:PRIVATE",
    "SEQUENCE:1e99",
    " folded",
    "junk",
  );
  const line = fc.oneof(
    { weight: 4, arbitrary: names },
    { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  );
  const sound = /^(?:\d{4}-\d\d-\d\d|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$/;

  test("it gives sound occurrences or says that it is not a calendar", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.boolean(), (lines, whole) => {
        const body = whole
          ? calendar(["BEGIN:VEVENT", ...lines.filter((one) => !one.includes("VCALENDAR"))])
          : lines.join("\n");
        try {
          for (const { start, end, recurrenceId, summary } of read(body).occurrences) {
            expect(start).toMatch(sound);
            expect(end ?? start).toMatch(sound);
            expect(recurrenceId ?? start).toMatch(sound);
            expect(summary).not.toBe("");
          }
        } catch (error) {
          if (!(error instanceof NotACalendar)) throw error;
        }
      }),
      { numRuns: 300, examples: failedOnce },
    );
  });

  test("one uid and one recurrenceId never stand for two occurrences", () => {
    fc.assert(
      fc.property(fc.array(names, { maxLength: 40 }), (lines) => {
        const body = calendar(["BEGIN:VEVENT", ...lines.filter((one) => !one.includes("VCALENDAR"))]);
        const keys = read(body).occurrences.map(({ uid, recurrenceId }) => `${uid} ${recurrenceId}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 300 },
    );
  });

  test("bytes of any kind", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const head = new TextEncoder().encode(
          "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260603T090000Z\nSUMMARY:",
        );
        const tail = new TextEncoder().encode("\nEND:VEVENT\nEND:VCALENDAR\n");
        expect(() => read(new Uint8Array([...head, ...bytes, ...tail]))).not.toThrow(TypeError);
      }),
    );
  });

  test("a hostile feed stops: all its rules share one budget of work", { timeout: 120_000 }, () => {
    const many = (rule: string) =>
      Array.from({ length: 1000 }, (_, n) => cafe(`UID:${n}@x.example`, `RRULE:${rule}`));
    const endless = calendar(...many("FREQ=DAILY;COUNT=999999"));
    const never = calendar(...many("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"));
    expect(cpuTime(() => expect(read(endless).occurrences.length).toBeLessThan(60_000))).toBeLessThan(10_000);
    expect(cpuTime(() => expect(startsOf(read(never))).toEqual([]))).toBeLessThan(10_000);
    expect(messagesOf(read(never)).at(-1)).toMatch(/more notices/);
  });
});

describe("the resources of a CalDAV collection", () => {
  const one = (uid: string) => calendar(vevent(`UID:${uid}`, "DTSTART:20260603T090000Z"));

  test("are read as one calendar", () => {
    const feed = read([one("a"), new TextEncoder().encode(one("b"))]);
    expect(feed.occurrences.map(({ uid }) => uid)).toEqual(["a", "b"]);
    expect(read([])).toMatchObject({ occurrences: [], notices: [] });
  });

  test("one that cannot be read is a notice while others can", () => {
    const feed = read([one("a"), "<html>"]);
    expect(feed.occurrences.map(({ uid }) => uid)).toEqual(["a"]);
    expect(messagesOf(feed)).toEqual([expect.stringMatching(/^Entry 2 of 2: It is a web page/)]);
    expect(() => read(["<html>", ""])).toThrow(NotACalendar);
    expect(() => read(["<html>"])).toThrow("It is a web page");
  });
});
