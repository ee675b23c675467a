import { isoDate, utc, wallOf } from "#app/domain/calendars/time-zone.ts";
import { endOf, happeningsOf, type Series } from "./series.ts";
import { type Happening, type Reading, slotName } from "./slots.ts";
import type { ShownSeries } from "./sources.ts";
import type { Details } from "./words/details.ts";

/** One happening in a feed. Timed ones have UTC instants, all-day ones plain dates; the end of those is exclusive. */
export interface FeedOccurrence extends Details {
  uid: string;
  /** The slot of its series, which stays when it is moved; null for a single event. */
  recurrenceId: string | null;
  /** Says something else than its series: an override of its own, or one that all later ones follow. */
  isDetached: boolean;
  start: string;
  end: string | null;
  allDay: boolean;
  timeZone: string;
}

/** More than any honest feed holds. */
const mostHappenings = 50_000;

/**
 * All that is to be seen of the series, sorted by start, and what is hidden of them. Each date is finished as soon as
 * it is found: to walk through 20,000 again, in the order of the clock, costs more than to make them.
 */
export function gather(
  all: Series[],
  reading: Reading,
): { occurrences: FeedOccurrence[]; sources: Map<string, ShownSeries>; hidden: Happening[] } {
  const occurrences: FeedOccurrence[] = [];
  const begins: number[] = [];
  const hidden: Happening[] = [];
  const sources = new Map<string, ShownSeries>();
  for (const series of all) {
    if (occurrences.length + hidden.length > mostHappenings) {
      const message = `The calendar holds more than ${mostHappenings} dates; the rest were left out.`;
      reading.notices.add(null, null, message);
      break;
    }
    const shown: Happening[] = [];
    for (const one of happeningsOf(series, reading)) (one.event.hidden ? hidden : shown).push(one);
    for (const one of shown) {
      occurrences.push(occurrence(one, reading));
      begins.push(one.begins);
    }
    const [first] = shown;
    if (first) sources.set(series.uid, { series, event: first.event, detached: detachedOf(shown) });
  }
  return { occurrences: inOrder(occurrences, begins), sources, hidden };
}

function detachedOf(shown: Happening[]): Set<number> {
  const slots = new Set<number>();
  for (const { isDetached, slotKey } of shown) if (isDetached && slotKey !== null) slots.add(slotKey);
  return slots;
}

/** By start; those that begin together stay as they came. Numbers alone are sorted in a fraction of the time of objects. */
function inOrder(occurrences: FeedOccurrence[], begins: number[]): FeedOccurrence[] {
  const together = new Map<number, FeedOccurrence[]>();
  for (const [at, one] of occurrences.entries()) {
    const key = begins[at] ?? 0;
    const others = together.get(key);
    if (others) others.push(one);
    else together.set(key, [one]);
  }
  const ordered: FeedOccurrence[] = [];
  for (const key of Float64Array.from(together.keys()).sort())
    for (const one of together.get(key) ?? []) ordered.push(one);
  return ordered;
}

function occurrence(happening: Happening, { home, notices }: Reading): FeedOccurrence {
  const { event, allDay, wall, zone, begins, length, slotKey, slotAllDay, isDetached } = happening;
  if (!allDay && wallOf(begins, zone) !== wall) {
    const at = `${new Date(wall).toISOString().slice(11, 16)} on ${isoDate(wall)}`;
    const message = `There is no ${at}, as the clocks go forward then; this event is shown as long after the change.`;
    notices.add(event.line, event.from, message);
  }
  const end = length && endOf(happening, length);
  // Spelt out, as copying whole objects for 20,000 dates takes longer than reading the feed
  const { summary, description, location, onlineUrl, url, categories, status, sequence, lastModified } =
    event.details();
  const slot = slotKey === null ? null : slotName(slotKey, slotAllDay);
  return {
    uid: event.uid,
    recurrenceId: slot,
    isDetached,
    start:
      slotKey === begins && slot && slotAllDay === allDay ? slot : slotName(allDay ? wall : begins, allDay),
    end: end === null ? null : slotName(Math.min(end, lastInstant), allDay),
    allDay,
    timeZone: zone === utc ? home.name : zone.name,
    summary,
    description,
    location,
    onlineUrl,
    url,
    categories,
    status,
    sequence,
    lastModified,
  };
}

/** The end of the last year that a date of four digits can name. */
const lastInstant = Date.UTC(9999, 11, 31);
