import { utc, wallOf, zoneNamed } from "#app/domain/calendars/time-zone.ts";
import type { SeriesParts } from "#db/schema/calendars.ts";
import { isDay } from "./repeat-lines.ts";

/** A date of a series, as its row holds it. */
export interface SeriesDate {
  recurrenceId: string;
  allDay: boolean;
  startsAt: Date | null;
  endsAt: Date | null;
  startsOn: string;
  endsOn: string;
  timeZone: string;
}

const minute = 60_000;
const dayMs = 86_400_000;

/**
 * The series behind the dates of a typed event: its rule, from the first of the dates that share the last one's time
 * of day, so that dates from before a change stay by themselves. Null where there is nothing to go by.
 */
export function seriesOfDates(rule: string, dates: readonly SeriesDate[]): SeriesParts | null {
  const inOrder = dates
    .filter(({ recurrenceId }) => recurrenceId !== "")
    .toSorted((a, b) => (a.recurrenceId < b.recurrenceId ? -1 : 1));
  const last = inOrder.at(-1);
  if (!last) return null;
  const first = inOrder.find((date) => isAlike(date, last)) ?? last;
  return {
    start: startOf(first),
    timeZone: first.allDay ? null : first.timeZone,
    duration: durationOf(last),
    rules: [rule],
    ...{ exceptRules: [], added: [], removed: [] },
  };
}

/** Days, or the wall-clock time in their own zone: `2026-01-04T10:00:00`. */
function startOf({ recurrenceId, timeZone }: SeriesDate): string {
  if (isDay(recurrenceId)) return recurrenceId;
  const wall = wallOf(Date.parse(recurrenceId), zoneNamed(timeZone) ?? utc);
  return new Date(wall).toISOString().slice(0, 19);
}

function isAlike(one: SeriesDate, other: SeriesDate): boolean {
  const timeOf = (date: SeriesDate) => `${date.timeZone}${startOf(date).slice(10)}`;
  return one.allDay === other.allDay && timeOf(one) === timeOf(other);
}

function durationOf({ allDay, startsAt, endsAt, startsOn, endsOn }: SeriesDate): string | null {
  if (allDay) {
    const days = Math.round((Date.parse(endsOn) - Date.parse(startsOn)) / dayMs);
    return days > 0 ? `P${days}D` : null;
  }
  if (!startsAt || !endsAt) return null;
  return `PT${Math.round((endsAt.getTime() - startsAt.getTime()) / minute)}M`;
}
