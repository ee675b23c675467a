import { formatDate, formatTime, formatTimeRange, londonDay } from "#app/ui/kit/dates/date-time.ts";

/** When something happens. Timed: instants. All day: plain days, and `end` is the day after the last. */
export interface Happening {
  start: string;
  end: string | null;
  allDay: boolean;
}

export interface EventDay<H extends Happening> {
  day: string;
  events: H[];
}

/** The London day on which it begins. */
export function firstDayOf({ start, allDay }: Happening): string {
  return allDay ? start : londonDay(start);
}

/** The last London day that it touches: what ends at midnight belongs to the day before. */
export function lastDayOf(happening: Happening): string {
  const first = firstDayOf(happening);
  const { start, end, allDay } = happening;
  if (!end || end <= start) return first;
  const last = allDay ? dayBefore(end) : londonDay(new Date(Date.parse(end) - 1));
  return last > first ? last : first;
}

/** Whether it is past at that moment (ISO). What names no end may go on to the end of its day. */
export function isOver(happening: Happening, now: string): boolean {
  const { start, end, allDay } = happening;
  if (allDay || !end || end <= start) return lastDayOf(happening) < londonDay(now);
  return Date.parse(end) <= Date.parse(now);
}

/** Happenings under their days, in order. One that began before `from` and still runs stands under `from`. */
export function groupByDay<H extends Happening>(happenings: readonly H[], from: string): EventDay<H>[] {
  const days = new Map<string, H[]>();
  for (const happening of happenings) {
    const first = firstDayOf(happening);
    const day = first < from ? from : first;
    const known = days.get(day);
    if (known) known.push(happening);
    else days.set(day, [happening]);
  }
  return [...days].map(([day, events]) => ({ day, events })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The time of something that stands under a day: "10am to midday", "All day, until Friday 7 August 2026". */
export function timeInWords(happening: Happening, day: string): string {
  const { start, end, allDay } = happening;
  const last = lastDayOf(happening);
  if (allDay) return last > day ? `All day, until ${formatDate(last)}` : "All day";
  if (last === firstDayOf(happening)) return formatTimeRange(start, end);
  const until = endInWords(end, last);
  return firstDayOf(happening) < day ? `On until ${until}` : `From ${formatTime(start)} until ${until}`;
}

/** "Sunday 5 July 2026, 4pm"; midnight is the end of a day, which nobody mistakes for its beginning. */
function endInWords(end: string | null, last: string): string {
  const isMidnight = end === null || londonDay(end) > last;
  return isMidnight ? `the end of ${formatDate(last)}` : `${formatDate(last)}, ${formatTime(end)}`;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
