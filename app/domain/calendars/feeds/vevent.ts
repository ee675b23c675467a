import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { zoneNamed } from "#app/domain/calendars/time-zone.ts";
import type { FeedEntry, Named, When } from "./feed-entry.ts";
import { Moment } from "./moment.ts";
import { productId } from "./own-feed.ts";
import { recurrenceIdLine, repeatLines } from "./repeat-lines.ts";
import { hasRules } from "./zone-rules.ts";

/**
 * One VEVENT, with CRLF and folded lines. ical-generator takes a millisecond or two for it: keep the text.
 * @param people Whom an invitation is from and to; a feed names nobody.
 */
export function veventOf(entry: FeedEntry, people: { organizer?: Named; attendee?: Named } = {}): string {
  // Without a zone of its own the calendar writes DTSTAMP in UTC, as RFC 5545 §3.8.7.2 demands.
  const calendar = ical({ prodId: productId });
  calendar.createEvent({ ...saidIn(entry), ...timesOf(entry.when), ...namedIn(people) });
  const text = calendar.toString();
  // A title may end in these words too: only those that are a line count
  const body = text.slice(text.indexOf(BEGIN), text.lastIndexOf(END) + 2);
  return `${body}${ownLines(entry)
    .map((line) => `${folded(line)}\r\n`)
    .join("")}END:VEVENT\r\n`;
}

/**
 * A rendered VEVENT as a date of a series: under the series' UID, for a slot of it, its SEQUENCE raised by that of the
 * series, so that no date looks older than its master.
 */
export function asDateOf(
  text: string,
  { uid, sequence, slot }: Pick<FeedEntry, "uid" | "sequence"> & { slot: NonNullable<FeedEntry["slot"]> },
): string {
  const own = /^BEGIN:VEVENT\r\nUID:[^\r]*\r\nSEQUENCE:(\d+)\r\n/.exec(text);
  if (!own) throw new Error("A VEVENT does not begin with its UID and SEQUENCE");
  const head = [`UID:${uid}`, slotLine(slot), `SEQUENCE:${Number(own[1]) + sequence}`];
  return `${BEGIN}${head.map((line) => `${folded(line)}\r\n`).join("")}${text.slice(own[0].length)}`;
}

const BEGIN = "BEGIN:VEVENT\r\n";
const END = "\r\nEND:VEVENT\r\n";

function saidIn(entry: FeedEntry): ICalEventData {
  const { position } = entry;
  const place = plain(entry.location);
  return {
    id: entry.uid,
    sequence: entry.sequence,
    start: new Moment(0),
    summary: titleOf(entry),
    location: place ? { title: place } : null,
    description: plain(entry.description),
    url: entry.url,
    status: statusOf(entry),
    transparency: entry.isTransparent ? ICalEventTransparency.TRANSPARENT : null,
    categories: entry.categories
      .map(oneLine)
      .filter(Boolean)
      .map((name) => ({ name })),
    created: new Moment(entry.createdAt.getTime()),
    lastModified: new Moment(entry.changedAt.getTime()),
    stamp: new Moment(entry.changedAt.getTime()),
    ...(place && position
      ? { location: { title: place, geo: { lat: position.latitude, lon: position.longitude } } }
      : {}),
  };
}

/** A zone whose rules we cannot send along is written in UTC. No end is no DTEND: zero length (RFC 5545 §3.6.1). */
function timesOf(when: When): Pick<ICalEventData, "allDay" | "start" | "end" | "timezone"> {
  const at = (time: string | Date) =>
    new Moment(typeof time === "string" ? Date.parse(time) : time.getTime());
  const times = { start: at(when.start), end: when.end === null || when.length ? null : at(when.end) };
  if (when.allDay) return { ...times, allDay: true, timezone: null };
  return { ...times, allDay: false, timezone: zoneOf(when.timeZone) };
}

const zoneOf = (name: string): string | null => (hasRules(name) ? (zoneNamed(name)?.name ?? null) : null);

/** Lines that ical-generator does not write in the manner of their sources. */
function ownLines({ when, series, slot }: FeedEntry): string[] {
  return [
    ...(when.length ? [`DURATION:${when.length}`] : []),
    ...(series
      ? repeatLines({ ...series, timeZone: series.timeZone && zoneOf(series.timeZone) }, when.allDay)
      : []),
    ...(slot ? [slotLine(slot)] : []),
  ];
}

const slotLine = (slot: NonNullable<FeedEntry["slot"]>): string =>
  recurrenceIdLine({ ...slot, timeZone: slot.timeZone && zoneOf(slot.timeZone) });

function namedIn({ organizer, attendee }: { organizer?: Named; attendee?: Named }) {
  return {
    ...(organizer ? { organizer: { name: named(organizer), email: organizer.email } } : {}),
    ...(attendee
      ? {
          attendees: [
            {
              ...{ name: named(attendee), email: attendee.email, rsvp: true },
              ...{ role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.NEEDSACTION },
            },
          ],
        }
      : {}),
  };
}

/** A parameter's value may hold no quote, whatever stands round it (RFC 5545 §3.2). */
const named = ({ name, email }: Named): string => oneLine(name).replaceAll('"', "'") || email;

/** Some calendars do not show STATUS, so the title says it too (dancelist issue 205). */
function titleOf({ title, status }: FeedEntry): string {
  const words = oneLine(title);
  if (status === "cancelled") return `CANCELLED: ${words}`;
  return status === "postponed" ? `POSTPONED: ${words}` : words;
}

function statusOf({ status }: FeedEntry): ICalEventStatus {
  if (status === "tentative") return ICalEventStatus.TENTATIVE;
  return status === "confirmed" ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: TEXT holds none but tabs and line ends (RFC 5545 §3.1)
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const plain = (text: string): string => text.replace(controls, "").replace(/\r\n?/g, "\n").trim();
const oneLine = (text: string): string => plain(text).replace(/\s+/g, " ");

/** At most 75 octets a line; these lines are plain ASCII. */
function folded(line: string): string {
  const [first = "", ...rest] = [line.slice(0, 75), ...(line.slice(75).match(/.{1,74}/gs) ?? [])];
  return [first, ...rest.map((part) => ` ${part}`)].join("\r\n");
}
