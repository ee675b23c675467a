import { slotName } from "#app/domain/calendars/reading/slots.ts";
import { expandRule } from "#app/domain/calendars/recurrence.ts";
import { readRule } from "#app/domain/calendars/rules/repeat-rule.ts";
import { type OccurrenceValues, occurrenceValues } from "#app/domain/calendars/sync/occurrence-rows.ts";
import {
  day,
  homeZone,
  instantOf,
  isoDate,
  isoInstant,
  utc,
  zoneNamed,
} from "#app/domain/calendars/time-zone.ts";
import { londonDay } from "#app/domain/london-day.ts";
import type { EventTimes } from "./event-fields.ts";
import { untilOf } from "./repeats.ts";

const london = zoneNamed(homeZone) ?? utc;

/** Dates are listed for so many months ahead, moving on every day. */
const MONTHS_AHEAD = 15;
const MOST_DATES = 1000;
const MOST_STEPS = 50_000;

/** What every date of an event shows. */
export interface Shown {
  summary: string;
  location: string;
  onlineUrl: string | null;
  sequence: number;
}

/** The first day after those that are listed now. */
export function listedUntil(now: Date): string {
  const today = new Date(`${londonDay(now)}T00:00:00Z`);
  return isoDate(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + MONTHS_AHEAD, today.getUTCDate()));
}

/**
 * The dates of an event from `from` (a London day) until those that are listed now, each at its time on the wall:
 * ten o'clock stays ten o'clock when the clocks change. A single event has its one date, whenever it is.
 */
export function datesOf(
  times: EventTimes,
  { rule, from, now }: { rule: string | null; from: string; now: Date },
  shown: Shown,
): OccurrenceValues[] {
  const span = { from: Date.parse(from), to: Date.parse(listedUntil(now)) };
  return startsOf(times, rule, span).map((start) =>
    valuesOf(times, { start, repeats: rule !== null }, shown),
  );
}

/** Starts as a clock on the wall in London shows them. */
function startsOf(times: EventTimes, rule: string | null, span: { from: number; to: number }): number[] {
  const start = wallAt(times.startsOn, times.allDay ? "00:00" : (times.startsTime ?? "00:00"));
  const read = rule === null ? null : readRule(rule, times.allDay);
  if (!read) return [start];
  const until = untilOf(rule);
  const last = until === null ? null : Date.parse(until) + day - 1;
  const stretch = { start, ...span, until: last, limit: MOST_DATES };
  const found = expandRule(read, stretch, { steps: MOST_STEPS });
  return "trouble" in found ? [start] : found.starts;
}

function valuesOf(
  times: EventTimes,
  { start, repeats }: { start: number; repeats: boolean },
  shown: Shown,
): OccurrenceValues {
  const { allDay } = times;
  const instant = (wall: number) => (allDay ? wall : instantOf(wall, london).instant);
  const end = endOf(times, start);
  return occurrenceValues({
    ...shown,
    ...{ uid: "", allDay, timeZone: homeZone, status: "confirmed" },
    ...{ description: null, url: null, categories: [], lastModified: null },
    isDetached: false,
    recurrenceId: repeats ? slotName(instant(start), allDay) : null,
    start: slotName(instant(start), allDay),
    end: end === null ? null : allDay ? isoDate(end) : isoInstant(instant(end)),
  });
}

/** The end on the wall: of whole days the day after the last; of times one that is not later is of the next day. */
function endOf({ allDay, startsOn, endsOn, startsTime, endsTime }: EventTimes, start: number): number | null {
  if (allDay) return start + (endsOn ? Date.parse(endsOn) - Date.parse(startsOn) : 0) + day;
  if (!endsTime || !startsTime) return null;
  const sameDay = start - wallAt("1970-01-01", startsTime) + wallAt("1970-01-01", endsTime);
  return endsTime > startsTime ? sameDay : sameDay + day;
}

const wallAt = (date: string, time: string): number => Date.parse(`${date}T${time}:00Z`);
