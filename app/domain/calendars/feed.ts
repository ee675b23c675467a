import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { tzlib_get_ical_block } from "timezones-ical-library";
import { isoInstant, utc, wallOf, type Zone, zoneNamed } from "./time-zone.ts";

/** Something of ours that goes out in a feed. Instants; an all-day entry has plain dates, its end exclusive. */
export interface FeedEntry {
  id: string;
  sequence: number;
  title: string;
  status: "confirmed" | "tentative" | "cancelled" | "postponed";
  when: { allDay: false; start: Date; end: Date | null } | { allDay: true; start: string; end: string };
  location: string;
  description: string;
  url: string;
  categories: string[];
  createdAt: Date;
  /** When what the entry shows last changed: its DTSTAMP and LAST-MODIFIED. */
  changedAt: Date;
}

/** Every UID of ours ends so. It never changes, or calendars that follow us would show everything twice. */
export const ourUids = "@meetings.assembly";

const timeZone = "Europe/London";
const productId = "//Assembly//Meetings//EN";

/** One VEVENT, with CRLF and folded lines. ical-generator takes a millisecond or two for it: keep the text. */
export function veventOf(entry: FeedEntry): string {
  const { when } = entry;
  // Without a zone of its own the calendar writes DTSTAMP in UTC, as RFC 5545 §3.8.7.2 demands.
  const calendar = ical({ prodId: productId });
  calendar.createEvent({
    id: `${entry.id}${ourUids}`,
    sequence: entry.sequence,
    allDay: when.allDay,
    start: when.allDay ? new Moment(Date.parse(when.start)) : new Moment(when.start.getTime()),
    end: when.allDay ? new Moment(Date.parse(when.end)) : when.end && new Moment(when.end.getTime()),
    timezone: when.allDay ? null : timeZone,
    summary: titleOf(entry),
    location: entry.location || null,
    description: entry.description,
    url: entry.url,
    status: statusOf(entry),
    categories: entry.categories.map((name) => ({ name })),
    created: new Moment(entry.createdAt.getTime()),
    lastModified: new Moment(entry.changedAt.getTime()),
    stamp: new Moment(entry.changedAt.getTime()),
  });
  return partBetween(calendar.toString(), "BEGIN:VEVENT", "END:VEVENT\r\n");
}

/** Some calendars do not show STATUS, so the title says it too (dancelist issue 205). */
function titleOf({ title, status }: FeedEntry): string {
  if (status === "cancelled") return `CANCELLED: ${title}`;
  return status === "postponed" ? `POSTPONED: ${title}` : title;
}

function statusOf({ status }: FeedEntry): ICalEventStatus {
  if (status === "tentative") return ICalEventStatus.TENTATIVE;
  return status === "confirmed" ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED;
}

/** A whole feed of VEVENTs that were rendered before. Clients are asked to come back every six hours. */
export function feedOf(about: { name: string; url: string }, vevents: readonly string[]): string {
  return `${headOf(about)}${vevents.join("")}END:VCALENDAR\r\n`;
}

/** The heads of the feeds asked for lately: rendering one costs as much as an event. */
const heads = new Map<string, string>();
const mostHeads = 500;

function headOf({ name, url }: { name: string; url: string }): string {
  const key = `${url}\n${name}`;
  const known = heads.get(key);
  if (known !== undefined) return known;
  const empty = ical({
    prodId: productId,
    name,
    source: url,
    method: ICalCalendarMethod.PUBLISH,
    ttl: 6 * 60 * 60,
    timezone: { name: timeZone, generator: zoneRules },
  }).toString();
  const head = empty.slice(0, empty.lastIndexOf("END:VCALENDAR"));
  if (heads.size >= mostHeads) heads.clear();
  heads.set(key, head);
  return head;
}

function zoneRules(name: string): string {
  return [tzlib_get_ical_block(name)].flat()[0] ?? "";
}

function partBetween(text: string, first: string, last: string): string {
  return text.slice(text.indexOf(first), text.indexOf(last) + last.length);
}

const zoneOf = (name: string | undefined): Zone => (name && zoneNamed(name)) || utc;

/**
 * An instant in the shape of Day.js, which ical-generator asks for its date in a zone. Given a plain Date it
 * would write the server's own wall clock beside our TZID.
 */
class Moment {
  constructor(
    private readonly instant: number,
    private readonly zone: Zone = utc,
  ) {}

  tz = (name?: string) => new Moment(this.instant, zoneOf(name));
  utc = () => new Moment(this.instant);
  isValid = () => !Number.isNaN(this.instant);
  toDate = () => new Date(this.instant);
  toJSON = () => new Date(this.instant).toISOString();

  /** ical-generator asks for `YYYYMMDD` and for `HHmmss`, and for nothing else. */
  format = (pattern?: string): string => {
    const compact = isoInstant(wallOf(this.instant, this.zone)).replace(/[-:Z]/g, "");
    const [date = "", time = ""] = compact.split("T");
    return pattern === "HHmmss" ? time : date;
  };
}
