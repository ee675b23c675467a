import { weekDayOf, weekDays } from "./days-of-week.ts";
import type { Schedule } from "./schedule.ts";

/** Rows that people would say in one sentence become one: the same hours on several days, and one night in two parts. */
export function merged(schedules: readonly Schedule[]): Schedule[] {
  return overMidnight(overTheWeek(schedules));
}

/** The weekdays of a weekly schedule, from 0 for Monday: as given, else the one it started on. */
export function daysOf({ byday, dtstart }: Schedule): number[] {
  const days = weekDays(byday).map(({ day }) => day);
  return days.length === 0 && dtstart ? [weekDayOf(dtstart)] : days;
}

/** A day begins at 00:00; its end is written 00:00, 24:00 or, where a form knows neither, 23:59. */
export const beginsDay = (time: string | null) => /^00:00/.test(time ?? "");
export const endsDay = (time: string | null) => /^(00:00|23:59|24:00)/.test(time ?? "");

/** Weekly rows that differ only in their day become one. */
function overTheWeek(schedules: readonly Schedule[]): Schedule[] {
  const byHours = new Map<string, Schedule>();
  for (const schedule of schedules) {
    const { byday, ...rest } = schedule;
    const canShare = isEveryWeek(schedule) && byday !== null;
    const key = JSON.stringify(canShare ? { ...rest, dtstart: null } : schedule);
    const known = byHours.get(key);
    byHours.set(key, known ? { ...known, byday: `${known.byday},${byday}` } : schedule);
  }
  return [...byHours.values()];
}

/** What stops at midnight and goes on from there the day after is open overnight. */
function overMidnight(schedules: readonly Schedule[]): Schedule[] {
  const mornings = new Set<Schedule>();
  const nights = schedules.map((evening) => {
    const morning = schedules.find((row) => !mornings.has(row) && goesOn(evening, row));
    if (!morning) return evening;
    mornings.add(morning);
    return { ...evening, closesAt: morning.closesAt };
  });
  return nights.filter((_, place) => !mornings.has(schedules[place] as Schedule));
}

function goesOn(evening: Schedule, morning: Schedule): boolean {
  const { opensAt, closesAt } = evening;
  if (!isEveryWeek(evening) || !opensAt || beginsDay(opensAt) || !endsDay(closesAt)) return false;
  if (!isEveryWeek(morning) || !morning.closesAt || !beginsDay(morning.opensAt)) return false;
  if (endsDay(morning.closesAt) || morning.closesAt > opensAt) return false;
  const nextDays = daysOf(evening).map((day) => (day + 1) % 7);
  return sameDays(nextDays, daysOf(morning)) && sameBut(evening, morning);
}

const isEveryWeek = ({ freq, interval }: Schedule) => freq === "WEEKLY" && interval === 1;

function sameDays(some: readonly number[], others: readonly number[]): boolean {
  return new Set(some).size === new Set(others).size && some.every((day) => others.includes(day));
}

/** Nothing but the day and the hours tells them apart. */
function sameBut(one: Schedule, other: Schedule): boolean {
  return (["validFrom", "validTo", "description", "isClosed"] as const).every(
    (key) => one[key] === other[key],
  );
}
