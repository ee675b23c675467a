import { groupOf } from "../groups/group-id.server.ts";
import { addDays, firstOfMonth, londonDay, nthWeekday, type Weekday, weekdayOf } from "../london-time.ts";
import { timetable } from "../meetings/timetable.server.ts";
import { type DiaryEntry, diaryText, lineOf } from "./diary-text.ts";

/** A connected calendar of the demonstration. Those with a text are files: reading them asks nobody outside. */
export interface DemoDiary {
  key: string;
  name: string;
  /** A group's meetings, or an organisation's events. */
  group?: string;
  organisation?: string;
  connectedBy: string;
  /** The file, or the address of one that cannot be read: its host is nobody's. */
  file?: string;
  address?: string;
  entries: DiaryEntry[];
  text: string;
  notices: { line: number; uid: string; summary: string | null; message: string }[];
  /** A text that would halve it, and waits to be believed. */
  waiting?: DiaryEntry[];
}

/** How far back a diary is read. */
const back = 31;

export const networkWithDiary = "norwich-place-network";

export function diaries(now: Date): DemoDiary[] {
  return [networkDiary(now), eventsDiary(now), gardenDiary(now), partnershipDiary()];
}

/** The meetings of a network as its lead's own diary holds them, with two slips of the pen. */
function networkDiary(now: Date): DemoDiary {
  const from = addDays(londonDay(now), 1 - back);
  const { name } = groupOf(networkWithDiary);
  const entries = timetable(now)
    .filter(({ group, day }) => group === networkWithDiary && day >= from)
    .map(({ day, rhythm }) => ({
      ...{ uid: `${networkWithDiary}-${day}@example.org`, title: name, day, location: rhythm.where },
      ...{ from: rhythm.at, to: later(rhythm.at, rhythm.minutes) },
    }));
  const broken = [
    ...["BEGIN:VEVENT", "UID:away-day@example.org", "DTSTAMP:20260101T090000Z", "SUMMARY:Away day"],
    ...[
      "DTSTART;TZID=Europe/London:20270305T140000",
      "DTEND;TZID=Europe/London:20270305T100000",
      "END:VEVENT",
    ],
    ...["BEGIN:VEVENT", "UID:lunch@example.org", "DTSTAMP:20260101T090000Z", "SUMMARY:Lunch, date to follow"],
    "END:VEVENT",
  ];
  const text = diaryText(name, entries, broken);
  return {
    ...{ key: "network", name, group: networkWithDiary, connectedBy: "lead@example.org" },
    ...{ file: "norwich-place-network.ics", entries, text },
    notices: [
      {
        line: lineOf(text, "DTEND;TZID=Europe/London:20270305T100000"),
        uid: "away-day@example.org",
        summary: "Away day",
        message: "This event ends before it starts, so it was left out.",
      },
      {
        line: lineOf(text, "UID:lunch@example.org") - 1,
        uid: "lunch@example.org",
        summary: "Lunch, date to follow",
        message: "This event does not say when it starts (DTSTART), so it was left out.",
      },
    ],
  };
}

/** An organisation's events, one of them without a title, at a venue that we know by another spelling. */
function eventsDiary(now: Date): DemoDiary {
  const today = londonDay(now);
  const monthly = [0, 1, 2, 3, 4, 5].map((ahead) => nthWeekday(firstOfMonth(today, ahead), 2, "SA"));
  const repairs = monthly.map((day) => ({
    ...{ uid: `repair-cafe-${day}@example.org`, title: "Repair café", day, from: "10:00", to: "13:00" },
    ...{ location: "Room Above The Launderette, 112a Magdalen St, Norwich NR3 1ZY", category: "Repair" },
  }));
  const day = onOrAfter(addDays(today, 16), "TH");
  const unnamed = { uid: `unnamed-${day}@example.org`, title: "", day, from: "18:30", to: "20:00" };
  const entries = [...repairs, { ...unnamed, location: "Room Above The Launderette" }];
  const name = "Magdalen Street diary";
  const text = diaryText(name, entries);
  return {
    ...{ key: "events", name, organisation: "magdalen-street-neighbours", connectedBy: "owner@example.org" },
    ...{ file: "magdalen-street.ics", entries, text },
    notices: [
      {
        line: lineOf(text, `UID:${unnamed.uid}`) - 1,
        uid: unnamed.uid,
        summary: null,
        message: "This event has no title, so it waits until somebody looks at it.",
      },
    ],
  };
}

/** A diary whose last file lost most of what was to come. */
function gardenDiary(now: Date): DemoDiary {
  const today = londonDay(now);
  const days = [1, 2, 3, 4, 5, 6].map((ahead) => nthWeekday(firstOfMonth(today, ahead), 1, "SU"));
  const entries = days.map((day) => ({
    ...{ uid: `garden-${day}@example.org`, title: "Yard garden morning", day, from: "10:00", to: "12:00" },
    location: "The yard behind 112A Magdalen Street, Norwich",
  }));
  const name = "Yard garden";
  return {
    ...{ key: "garden", name, organisation: "magdalen-street-neighbours", connectedBy: "owner@example.org" },
    ...{ file: "yard-garden.ics", entries, text: diaryText(name, entries), notices: [] },
    waiting: entries.slice(0, 1),
  };
}

/** An address that gives no answer. */
function partnershipDiary(): DemoDiary {
  return {
    ...{ key: "partnership", name: "Partnership diary", group: "norwich-partnership" },
    ...{
      connectedBy: "secretariat@example.org",
      address: "https://diary.norwich-council.example/partnership.ics",
    },
    ...{ entries: [], text: "", notices: [] },
  };
}

const onOrAfter = (day: string, weekday: Weekday): string =>
  weekdayOf(day) === weekday ? day : onOrAfter(addDays(day, 1), weekday);

function later(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const all = hour * 60 + minute + minutes;
  return `${String(Math.floor(all / 60)).padStart(2, "0")}:${String(all % 60).padStart(2, "0")}`;
}
