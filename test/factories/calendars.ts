import { type Feed, type FeedOptions, readFeed } from "#app/domain/calendars/ics.ts";

/** A VCALENDAR of these lines, written as the standard says: CRLF, one VERSION and PRODID. */
export function calendar(...lines: (string | string[])[]): string {
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Norwich Network//Diary//EN",
    ...lines.flat(),
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}

/** A VEVENT of these lines; UID, DTSTAMP and SUMMARY are believable unless they are given. */
export function vevent(...lines: string[]): string[] {
  const has = (name: string) => lines.some((line) => line.startsWith(name));
  return [
    "BEGIN:VEVENT",
    ...(has("UID") ? [] : ["UID:friday-cafe@norwich.example"]),
    ...(has("DTSTAMP") ? [] : ["DTSTAMP:20251101T090000Z"]),
    ...(has("SUMMARY") ? [] : ["SUMMARY:Friday café"]),
    ...lines,
    "END:VEVENT",
  ];
}

/** The rules of Europe/London as calendar programs write them. */
export const londonRules = (tzid: string): string[] => [
  "BEGIN:VTIMEZONE",
  `TZID:${tzid}`,
  "BEGIN:DAYLIGHT",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0100",
  "DTSTART:19810329T010000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0000",
  "DTSTART:19961027T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/** Reads a body over the years 2026 and 2027 unless told otherwise. */
export function read(body: Parameters<typeof readFeed>[0], over: Partial<FeedOptions> = {}): Feed {
  return readFeed(body, {
    from: new Date("2026-01-01T00:00:00Z"),
    to: new Date("2028-01-01T00:00:00Z"),
    ...over,
  });
}

/** Reads the events of these lines. */
export const readEvents = (...events: string[][]): Feed => read(calendar(...events));

/** The starts of a feed, in order. */
export const startsOf = (feed: Feed): string[] => feed.occurrences.map(({ start }) => start);

/** The messages of a feed's notices. */
export const messagesOf = (feed: Feed): string[] => feed.notices.map(({ message }) => message);
