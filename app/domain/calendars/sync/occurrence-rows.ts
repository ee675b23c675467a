import type { FeedOccurrence, FeedSource } from "#app/domain/calendars/ics.ts";
import {
  day,
  instantOf,
  isoDate,
  utc,
  wallOf,
  type Zone,
  zoneNamed,
} from "#app/domain/calendars/time-zone.ts";
import type { OccurrenceState } from "#db/vocabulary.ts";

interface HeldBefore {
  isHeld: boolean;
  summary: string;
}

/** What a feed says of an event as a whole, as its row holds it; what it shows is public, also if it was not before. */
export function eventValues(source: FeedSource, before: HeldBefore | null) {
  const { uid, summary, onlineUrl, url, categories, sequence, series, geo } = source;
  return {
    uid,
    summary,
    description: source.description ?? "",
    location: source.location ?? "",
    onlineUrl,
    url,
    categories,
    rrule: source.rule,
    series,
    ...{ latitude: geo?.latitude ?? null, longitude: geo?.longitude ?? null },
    sequence,
    isPublic: true,
    isHeld: source.isUntitled && isStillHeld(before, summary),
  };
}

/** What came without a title waits until somebody lets it go (calendar case 49); then it is not held again. */
const isStillHeld = (before: HeldBefore | null, summary: string): boolean =>
  before === null || before.isHeld || before.summary !== summary;

/** What a feed says of one happening, as its row holds it. `startsOn` and `endsOn` are days in its own zone. */
export function occurrenceValues(one: FeedOccurrence) {
  const { recurrenceId, isDetached, allDay, timeZone, summary, location, onlineUrl, status, sequence } = one;
  const said = {
    recurrenceId: recurrenceId ?? "",
    isDetached,
    allDay,
    timeZone,
    summary,
    location: location ?? "",
    onlineUrl,
  };
  if (allDay) {
    return {
      ...said,
      startsAt: null,
      endsAt: null,
      startsOn: one.start,
      endsOn: one.end ?? one.start,
      status,
      sequence,
    };
  }
  const zone = zoneNamed(timeZone) ?? utc;
  const startsAt = new Date(one.start);
  const endsAt = one.end === null ? null : new Date(one.end);
  const startsOn = isoDate(wallOf(startsAt.getTime(), zone));
  return { ...said, startsAt, endsAt, startsOn, endsOn: lastDay(startsAt, endsAt, zone), status, sequence };
}

export type OccurrenceValues = ReturnType<typeof occurrenceValues>;

/** The last day that it touches: what ends at midnight belongs to the day before (Gancio issue 352). */
function lastDay(startsAt: Date, endsAt: Date | null, zone: Zone): string {
  const last = Math.max(startsAt.getTime(), (endsAt?.getTime() ?? 0) - 1);
  return isoDate(wallOf(last, zone));
}

/** From when to when, as instants; an all-day happening from midnight to midnight in its zone. */
export function instantsOf(
  row: Pick<OccurrenceValues, "startsAt" | "endsAt" | "startsOn" | "endsOn" | "timeZone">,
) {
  const { startsAt, endsAt, startsOn, endsOn, timeZone } = row;
  if (startsAt) return { startsAt, endsAt };
  const zone = zoneNamed(timeZone) ?? utc;
  const midnight = (date: string) => new Date(instantOf(Date.parse(date), zone).instant);
  return { startsAt: midnight(startsOn), endsAt: midnight(endsOn > startsOn ? endsOn : nextDay(startsOn)) };
}

const nextDay = (date: string): string => isoDate(Date.parse(date) + day);

type Times = Parameters<typeof instantsOf>[0];

/** Still in somebody's diary, and within what the feed was asked for. What was cancelled stays cancelled. */
export function isToCome(row: Times & { status: OccurrenceState }, now: Date, to: Date): boolean {
  const { startsAt } = instantsOf(row);
  return (row.status === "confirmed" || row.status === "tentative") && startsAt > now && startsAt < to;
}

export function isOver(row: Times, now: Date): boolean {
  const { startsAt, endsAt } = instantsOf(row);
  return (endsAt ?? startsAt) <= now;
}
