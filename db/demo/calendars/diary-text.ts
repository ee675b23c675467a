/** An entry of a demonstration diary, as its text and its rows both say it. Times are London's. */
export interface DiaryEntry {
  uid: string;
  /** Empty: the entry has no title, and waits for one. */
  title: string;
  day: string;
  from: string;
  to: string;
  location: string;
  category?: string;
}

/** What the reading calls an entry without a title. */
export const untitled = "Untitled event";

/** The text of a diary as a calendar program would save it; `broken` stands at its end, line for line. */
export function diaryText(
  name: string,
  entries: readonly DiaryEntry[],
  broken: readonly string[] = [],
): string {
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example Diary//EN", `X-WR-CALNAME:${name}`];
  return [...head, ...entries.flatMap(linesOf), ...broken, "END:VCALENDAR", ""].join("\r\n");
}

/** The line of a text on which its first entry without an end in time begins; for notices. */
export function lineOf(text: string, start: string): number {
  return text.split("\r\n").findIndex((line) => line.startsWith(start)) + 1;
}

function linesOf({ uid, title, day, from, to, location, category }: DiaryEntry): string[] {
  const at = (time: string) => `${day.replaceAll("-", "")}T${time.replace(":", "")}00`;
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    "DTSTAMP:20260101T090000Z",
    `DTSTART;TZID=Europe/London:${at(from)}`,
    `DTEND;TZID=Europe/London:${at(to)}`,
    ...(title === "" ? [] : [`SUMMARY:${escaped(title)}`]),
    ...(location === "" ? [] : [`LOCATION:${escaped(location)}`]),
    ...(category ? [`CATEGORIES:${escaped(category)}`] : []),
    "END:VEVENT",
  ];
}

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`);
