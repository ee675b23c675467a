import type { SeriesParts } from "#db/schema/calendars.ts";
import type { OccurrenceState } from "#db/vocabulary.ts";
import {
  type EntryOptions,
  entryOfDate,
  type FeedDate,
  type FeedEvent,
  whenOf,
  wordsOf,
} from "./event-entries.ts";
import type { FeedEntry, RepeatLines } from "./feed-entry.ts";
import { uidsOfEvents } from "./own-feed.ts";
import { endedAt, slotsOf, startOf, timesOf } from "./series-slots.ts";

/**
 * A series as its master and the dates that say something of their own. Our own reader says which dates the rule
 * yields: one that we do not hold is taken out, one that the rule does not yield stands by itself, so that whoever
 * follows sees the dates of the page. Null where rule and dates have nothing to do with one another.
 */
export function entriesOfSeries(
  event: FeedEvent,
  given: SeriesParts,
  options: EntryOptions,
): FeedEntry[] | null {
  const known = event.dates.filter(({ recurrenceId }) => recurrenceId !== "");
  const standing = known.filter(({ status }) => status !== "withdrawn");
  if (standing.length === 0 || known.length < event.dates.length) return null;
  const parts = partsToShow(event, given, known);
  const master = masterOf(event, parts, { ...options, status: statusOf(standing) });
  const yielded = slotsOf(
    master,
    known.map(({ recurrenceId }) => recurrenceId),
  );
  const inRule = standing.filter(({ recurrenceId }) => yielded.has(recurrenceId));
  if (inRule.length * 2 < standing.length) return null;
  const bySlot = new Map(standing.map((date) => [date.recurrenceId, date]));
  const isLeftOut = ({ status, startsOn }: FeedDate) =>
    status === "cancelled" && master.status !== "cancelled" && startsOn < options.calledOffSince;
  const removed = [...yielded.keys()].filter((slot) => {
    const date = bySlot.get(slot);
    return !date || isLeftOut(date);
  });
  const own = inRule.filter(
    (date) => !isLeftOut(date) && !saysTheSame(event, date, master, yielded.get(date.recurrenceId)),
  );
  const series: RepeatLines = { ...parts, removed: [...parts.removed, ...removed] };
  const alone = standing.filter((date) => !yielded.has(date.recurrenceId) && !isLeftOut(date));
  return [
    { ...master, series },
    ...own.map((date) => detachedOf(event, date, master, options)),
    ...alone.map((date) => entryOfDate(event, date, options)),
  ];
}

/** A diary that is not read any more, or has taken the last date out, vouches for none after it. */
function partsToShow(
  { calendarId, isRead }: FeedEvent,
  parts: SeriesParts,
  known: readonly FeedDate[],
): SeriesParts {
  const last = known.toSorted((a, b) => (a.recurrenceId < b.recurrenceId ? -1 : 1)).at(-1);
  if (calendarId === null || !last || (isRead && last.status !== "withdrawn")) return parts;
  return endedAt(parts, last.recurrenceId);
}

function masterOf(
  event: FeedEvent,
  parts: SeriesParts,
  { page, today, status }: EntryOptions & { status: OccurrenceState },
): FeedEntry {
  const inOrder = event.dates
    .filter((date) => date.status !== "withdrawn")
    .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const next =
    inOrder.find((date) => date.status !== "cancelled" && date.startsOn >= today) ?? inOrder.at(-1);
  return {
    ...wordsOf(event, { ...event, status }, page(next?.id ?? event.id)),
    uid: `${event.id}${uidsOfEvents}`,
    when: startOf(parts),
    series: parts,
  };
}

/** What all dates are, where they agree; called-off ones stand for themselves unless all are. */
function statusOf(dates: readonly FeedDate[]): OccurrenceState {
  const on = dates.filter(({ status }) => status !== "cancelled");
  if (on.length === 0) return "cancelled";
  return on.every(({ status }) => status === "tentative") ? "tentative" : "confirmed";
}

/** Whether a date is no other than its series says. */
function saysTheSame(
  event: FeedEvent,
  date: FeedDate,
  master: FeedEntry,
  yielded: string | undefined,
): boolean {
  const when = whenOf(date);
  const start = typeof when.start === "string" ? when.start : when.start.toISOString();
  const end = when.end === null || typeof when.end === "string" ? when.end : when.end.toISOString();
  return (
    yielded === timesOf(start, end) &&
    date.summary === event.summary &&
    date.location === event.location &&
    date.onlineUrl === event.onlineUrl &&
    date.status === master.status
  );
}

/** A date of the series that was moved, called off or told otherwise: it stands for its slot (RFC 5545 §3.8.4.4). */
function detachedOf(event: FeedEvent, date: FeedDate, master: FeedEntry, { page }: EntryOptions): FeedEntry {
  const timeZone = master.when.allDay ? null : master.when.timeZone;
  return {
    ...wordsOf(event, date, page(date.id)),
    uid: master.uid,
    when: whenOf(date),
    slot: { at: date.recurrenceId, timeZone },
  };
}
