import { type Component, readComponents, textOf } from "./reading/components.ts";
import { type FeedEvent, once, readEvent, stampOf } from "./reading/event.ts";
import { NotACalendar } from "./reading/lines.ts";
import { type Notice, Notices } from "./reading/notices.ts";
import { type FeedOccurrence, gather } from "./reading/occurrences.ts";
import { isRecurring, type Series } from "./reading/series.ts";
import { keyOf } from "./reading/slots.ts";
import { type FeedSource, type HiddenSlot, hiddenOf, sourcesOf } from "./reading/sources.ts";
import { oneLine } from "./reading/words/plain-text.ts";
import { CalendarZones } from "./reading/zones.ts";
import { homeZone, utc, zoneNamed } from "./time-zone.ts";

export interface Feed {
  name: string | null;
  occurrences: FeedOccurrence[];
  notices: Notice[];
  /** What stands behind the occurrences: a single event or a series, each once. */
  events: FeedSource[];
  /** Private and confidential events, which are never shown. */
  hidden: number;
  /** UIDs of which nothing may be shown any more, each once: whoever knows one from before forgets it. */
  hiddenUids: string[];
  /** Single dates that are private, of series that are not. */
  hiddenSlots: HiddenSlot[];
  /** To-dos, journals and the like, by their name in iCalendar. */
  ignored: Record<string, number>;
}

export interface FeedOptions {
  from: Date;
  to: Date;
  defaultZone?: string;
}

export type { FeedOccurrence, FeedSource };

/** How many days are looked at for the rules of one feed, far above any honest one. */
const mostSteps = 8_000_000;

export type Body = Uint8Array | string;

/**
 * Reads an iCalendar body (RFC 5545): every happening that touches [from, to), sorted by start.
 * Throws NotACalendar where the body is empty, cut off or something else; all lesser faults become notices.
 * The resources of a CalDAV collection are read as one; one that cannot be read is a notice while others can.
 */
export function readFeed(body: Body | readonly Body[], options: FeedOptions): Feed {
  const isOne = typeof body === "string" || body instanceof Uint8Array;
  const notices = new Notices(isOne);
  const calendars = isOne ? readComponents(body, notices) : readBodies(body, notices);
  const fallback = zoneNamed(options.defaultZone ?? homeZone) ?? utc;
  const span = { from: options.from.getTime(), to: options.to.getTime() };
  const budget = { steps: mostSteps };
  const readings = calendars.map((calendar) => {
    const zones = new CalendarZones(calendar, fallback, span, budget, notices);
    return { calendar, zones, events: readEvents(calendar, zones, notices) };
  });
  const events = readings.flatMap((reading) => reading.events);
  const home = readings[0]?.zones.home ?? fallback;
  const series = seriesOf(events, notices);
  const { occurrences, sources, hidden } = gather(series, { ...span, home, budget, notices });
  return {
    name: calendars.map(nameOf).find((name) => name !== "") ?? null,
    occurrences,
    notices: notices.all(),
    events: sourcesOf(sources, home),
    hidden: events.filter((event) => event.hidden).length,
    ...hiddenOf(series, sources, hidden),
    ignored: countIgnored(calendars),
  };
}

function readBodies(bodies: readonly Body[], notices: Notices): Component[] {
  const failures: NotACalendar[] = [];
  const calendars = bodies.flatMap((body, at) => {
    notices.entry = `Entry ${at + 1} of ${bodies.length}`;
    try {
      return readComponents(body, notices);
    } catch (error) {
      if (!(error instanceof NotACalendar)) throw error;
      failures.push(error);
      notices.add(null, null, error.message);
      return [];
    }
  });
  notices.entry = null;
  if (calendars.length === 0 && failures[0]) throw failures[0];
  return calendars;
}

function readEvents(calendar: Component, zones: CalendarZones, notices: Notices): FeedEvent[] {
  const cancelledAll = textOf(calendar, "method").toUpperCase() === "CANCEL";
  const events: FeedEvent[] = [];
  for (const component of calendar.children) {
    const event = component.name === "vevent" ? readEvent(component, zones, cancelledAll, notices) : null;
    if (event) events.push(event);
  }
  return events;
}

const nameOf = (calendar: Component): string =>
  oneLine(textOf(calendar, "x-wr-calname") || textOf(calendar, "name"), 200);

/** Groups events by UID in whatever order they come; of two versions the later counts. */
function seriesOf(events: FeedEvent[], notices: Notices): Series[] {
  const byUid = new Map<string, FeedEvent[]>();
  for (const event of events) {
    const others = byUid.get(event.uid);
    if (others) others.push(event);
    else byUid.set(event.uid, [event]);
  }
  const series: Series[] = [];
  for (const [uid, all] of byUid) {
    const [only] = all;
    if (only && all.length === 1 && !only.slot) {
      if (only.isUntitled) titled(only, null, notices);
      series.push({ uid, master: only, overrides: [] });
    } else series.push(...seriesOfMany(uid, all, notices));
  }
  return series;
}

/** A master and its overrides; of two events that stand for one slot the newer counts. */
function seriesOfMany(uid: string, all: FeedEvent[], notices: Notices): Series[] {
  const overrides = new Map<string, FeedEvent>();
  const masters: FeedEvent[] = [];
  for (const event of inOrderOfAge(all)) {
    if (event.slot) overrides.set(`${event.slot.allDay}${keyOf(event.slot)}`, event);
    else masters.push(event);
  }
  const [first = null, ...others] = mastersOf(masters, notices);
  const shown = [...overrides.values()].map((event) => titled(event, first, notices));
  if (first) titled(first, null, notices);
  return [
    { uid, master: first, overrides: shown },
    ...others.map((master) => ({ uid, master, overrides: [] })),
  ];
}

/** Cancelled dates often come without a title: they take that of their series. */
function titled(event: FeedEvent, master: FeedEvent | null, notices: Notices): FeedEvent {
  if (!event.isUntitled || event.hidden) return event;
  if (master && !master.isUntitled && !master.hidden)
    return {
      ...event,
      isUntitled: false,
      details: once(() => ({ ...event.details(), summary: master.details().summary })),
    };
  notices.add(event.line, event.from, "This event has no title, so it waits until somebody looks at it.");
  return event;
}

/** Oldest first; each stamp is read but once. */
function inOrderOfAge(events: FeedEvent[]): FeedEvent[] {
  const dated = events.map((event) => ({ event, stamp: stampOf(event) }));
  dated.sort((a, b) => a.event.sequence - b.event.sequence || a.stamp - b.stamp);
  return dated.map(({ event }) => event);
}

const byAge = (a: FeedEvent, b: FeedEvent) => a.sequence - b.sequence || stampOf(a) - stampOf(b);

/**
 * The newest of the events of one UID. Some programs give the dates of a series one UID and no rule:
 * where nothing says which is newest and the starts differ, each is kept, known by its start.
 */
function mastersOf(masters: FeedEvent[], notices: Notices): FeedEvent[] {
  const newest = masters.at(-1);
  if (!newest) return [];
  const equals = new Map(
    masters.filter((one) => byAge(one, newest) === 0).map((one) => [keyOf(one.start), one]),
  );
  if (equals.size === 1 || [...equals.values()].some(isRecurring)) return [newest];
  notices.add(
    newest.line,
    newest.from,
    `${equals.size} events share this UID without saying that they are a series; each was kept.`,
  );
  return [...equals.values()].map((event) => ({ ...event, slot: event.start }));
}

function countIgnored(calendars: Component[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { name } of calendars.flatMap(({ children }) => children)) {
    const known = ["vtodo", "vjournal", "vfreebusy"].find((one) => one === name);
    if (known) counts[known] = (counts[known] ?? 0) + 1;
  }
  return counts;
}
