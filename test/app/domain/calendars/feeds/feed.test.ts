import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { feedOf } from "#app/domain/calendars/feeds/feed.ts";
import type { FeedEntry } from "#app/domain/calendars/feeds/feed-entry.ts";
import { veventOf } from "#app/domain/calendars/feeds/vevent.ts";
import { read } from "#test/factories/calendars.ts";

const entry = (over: Partial<FeedEntry> = {}): FeedEntry => ({
  uid: "5b0c1a52-2d0e-4d5f-9a55-8d2a4c1f2b3e@meetings.assembly",
  sequence: 2,
  title: "Norwich Place Board",
  status: "confirmed",
  when: {
    ...{ allDay: false, timeZone: "Europe/London" },
    ...{ start: new Date("2026-07-07T09:00:00Z"), end: new Date("2026-07-07T11:00:00Z") },
  },
  location: "City Hall, Norwich",
  description: "Agenda: https://assembly.example/meetings/1/agenda",
  url: "https://assembly.example/meetings/1",
  categories: ["Place Board"],
  createdAt: new Date("2026-01-05T10:00:00Z"),
  changedAt: new Date("2026-07-01T10:00:00Z"),
  ...over,
});

const about = {
  name: "Norwich Place Board",
  url: "https://assembly.example/calendars/norwich-place-board.ics",
};
const feed = (...entries: FeedEntry[]) =>
  feedOf(
    about,
    entries.map((one) => veventOf(one)),
  );
const unfolded = (text: string) => text.replace(/\r\n[ \t]/g, "").split("\r\n");

const serverZone = process.env.TZ;
afterEach(() => {
  if (serverZone === undefined) delete process.env.TZ;
  else process.env.TZ = serverZone;
});

describe("case 74: what Outlook, Google and Apple need", () => {
  test.each(["UTC", "Europe/London", "America/New_York"])(
    "London time with its rules, on a server in %s",
    (zone) => {
      process.env.TZ = zone;
      const lines = unfolded(feed(entry()));
      expect(lines).toContain("DTSTART;TZID=Europe/London:20260707T100000");
      expect(lines).toContain("DTEND;TZID=Europe/London:20260707T120000");
      expect(lines).toContain("TZID:Europe/London");
      expect(lines).toContain("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU");
      expect(lines).toContain("DTSTAMP:20260701T100000Z");
      expect(lines).toContain("LAST-MODIFIED:20260701T100000Z");
      expect(lines).toContain("CREATED:20260105T100000Z");
    },
  );

  test("an identity, a rank, a link back and when to come again", () => {
    const lines = unfolded(feed(entry()));
    expect(lines).toContain("UID:5b0c1a52-2d0e-4d5f-9a55-8d2a4c1f2b3e@meetings.assembly");
    expect(lines).toContain("SEQUENCE:2");
    expect(lines).toContain("STATUS:CONFIRMED");
    expect(lines).toContain("URL;VALUE=URI:https://assembly.example/meetings/1");
    expect(lines).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT6H");
    expect(lines).toContain("X-PUBLISHED-TTL:PT6H");
    expect(lines).toContain("X-WR-CALNAME:Norwich Place Board");
    expect(lines).toContain("METHOD:PUBLISH");
  });

  test("CRLF, and no line of more than 75 octets", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 }), (title) => {
        const text = feed(entry({ title, location: title, description: title }));
        expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
        for (const line of text.split("\r\n"))
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      }),
      { numRuns: 60 },
    );
  });
});

describe("case 76: meetings that will not be", () => {
  test.each([
    ["cancelled", "CANCELLED", "CANCELLED: Norwich Place Board"],
    ["postponed", "CANCELLED", "POSTPONED: Norwich Place Board"],
    ["tentative", "TENTATIVE", "Norwich Place Board"],
  ] as const)("%s", (status, word, title) => {
    const lines = unfolded(feed(entry({ status })));
    expect(lines).toContain(`STATUS:${word}`);
    expect(lines).toContain(`SUMMARY:${title}`);
  });
});

test("an all-day entry is plain dates", () => {
  const lines = unfolded(feed(entry({ when: { allDay: true, start: "2026-07-07", end: "2026-07-08" } })));
  expect(lines).toContain("DTSTART;VALUE=DATE:20260707");
  expect(lines).toContain("DTEND;VALUE=DATE:20260708");
});

test("a feed without meetings is a calendar still", () => {
  expect(read(feed())).toMatchObject({ name: "Norwich Place Board", occurrences: [], notices: [] });
});

test("what goes out is read back the same, whatever the title (case 52)", () => {
  const words = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 80 })
    .map((text) => text.replace(/[\s<>&\p{C}]+/gu, " ").trim());
  const start = fc
    .integer({ min: Date.parse("2026-01-02"), max: Date.parse("2027-12-30") })
    .map((ms) => new Date(Math.floor(ms / 60_000) * 60_000));
  fc.assert(
    fc.property(
      words.filter((text) => text !== ""),
      start,
      (title, at) => {
        // The hour that clocks show twice cannot be told apart in local time
        fc.pre(!/-10-2\dT01:/.test(at.toISOString()));
        const end = new Date(at.getTime() + 45 * 60_000);
        const { occurrences, notices } = read(
          feed(entry({ title, when: { allDay: false, timeZone: "Europe/London", start: at, end } })),
        );
        expect(notices).toEqual([]);
        expect(occurrences).toMatchObject([
          { summary: title.replace(/\s+/g, " "), start: at.toISOString().replace(".000", ""), sequence: 2 },
        ]);
      },
    ),
    { numRuns: 100 },
  );
});

describe("case 58: who is named", () => {
  const people = {
    organizer: { name: 'The "Board"', email: "board@example.org" },
    attendee: { name: "Amina\nOkafor", email: "amina@example.org" },
  };

  test("nobody in a feed", () => {
    expect(feed(entry())).not.toMatch(/ORGANIZER|ATTENDEE|@example/);
  });

  test("both in an invitation, their names without what a parameter may not hold", () => {
    const text = veventOf(entry(), people).replace(/\r\n /g, "");
    expect(text).toMatch(/ORGANIZER;CN="The 'Board'":mailto:board@example\.org/i);
    expect(text).toMatch(/ATTENDEE;.*RSVP=TRUE;CN="Amina Okafor":mailto:amina@example\.org/i);
  });
});

test("a day of which nobody knows the hour yet leaves its reader free", () => {
  const when = { allDay: true, start: "2026-07-07", end: "2026-07-08" } as const;
  expect(unfolded(feed(entry({ when, isTransparent: true })))).toContain("TRANSP:TRANSPARENT");
});

test("no control of a text breaks a line or stands in one", () => {
  const text = feed(entry({ title: "A\u0001\u0007B\r\nEND:VEVENT", description: "x\u0000y\r\nz" }));
  expect(text.match(/^END:VEVENT/gm)).toHaveLength(1);
  expect(unfolded(text)).toEqual(expect.arrayContaining(["SUMMARY:AB END:VEVENT", "DESCRIPTION:xy\\nz"]));
});
