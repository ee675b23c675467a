import { day } from "#app/domain/calendars/time-zone.ts";
import { daysWithin, firstOf, firstWeekOf, weekdayOf, weekOf, yearOf } from "./days.ts";
import type { Rule } from "./repeat-rule.ts";

/** What a rule looks at together, numbered one by one. All days count from 1970, all walls are milliseconds. */
export interface Periods {
  /** From one period that the rule looks at to the next. */
  step: number;
  indexOf: (date: number) => number;
  /** The first day of a period; it ends where the next one begins. */
  firstDayOf: (index: number) => number;
  /** The wall-clock times that the rule has in a period, in order; in the first one also those before its start. */
  wallsOf: (index: number) => number[];
  /** How many days are looked through for one period, once for each of their times, or as much work. */
  cost: number;
}

/** Daily and hourly rules are looked through by months: their interval is one more condition on days or hours. */
export function periodsOf(given: Rule, start: number): Periods {
  const rule = withDaysOfStart(given, start);
  const isByMonths = rule.freq === "DAILY" || rule.freq === "HOURLY";
  const periods = spansOf(rule);
  const days = daysWithin(rule);
  const times = timesOf(rule, start);
  const walls = wallsOfDays(rule, start, times);
  return {
    ...periods,
    step: isByMonths ? 1 : rule.interval,
    wallsOf: (index) => walls(days(periods.firstDayOf(index), periods.firstDayOf(index + 1))),
    cost: costOf(rule) * times.length,
  };
}

function costOf({ freq, byMonth }: Rule): number {
  if (freq === "YEARLY") return 31 * (byMonth?.length ?? 12);
  if (freq === "WEEKLY") return 7;
  // Hours are made of the days that fit alone
  return freq === "HOURLY" ? 4 * 31 : 31;
}

function spansOf({ freq, byWeekNo, weekStart }: Rule): Pick<Periods, "indexOf" | "firstDayOf"> {
  if (freq === "WEEKLY")
    return {
      indexOf: (date) => Math.floor((date + 3 - weekStart) / 7),
      firstDayOf: (index) => index * 7 - 3 + weekStart,
    };
  // Weeks 1 and 52 may have days in another year than their own
  if (freq === "YEARLY" && byWeekNo)
    return {
      indexOf: (date) => weekOf(date, weekStart).year,
      firstDayOf: (year) => firstWeekOf(year, weekStart),
    };
  if (freq === "YEARLY") return { indexOf: yearOf, firstDayOf: (year) => firstOf(year) };
  return {
    indexOf: (date) => yearOf(date) * 12 + new Date(date * day).getUTCMonth(),
    firstDayOf: (index) => firstOf(Math.floor(index / 12), index % 12),
  };
}

/** From the days of a period to its times. BYSETPOS chooses within the year, month, week, day or hour. */
function wallsOfDays(rule: Rule, start: number, times: number[]): (days: number[]) => number[] {
  const { freq, interval, bySetPos, byHour } = rule;
  const positions = bySetPos && new Set(bySetPos);
  const chosen = (set: number[]) => (positions ? atPositions(set, positions) : set);
  const at = (date: number) => times.map((time) => date * day + time);
  const first = Math.floor(start / day);
  if (freq === "HOURLY") {
    const firstHour = Math.floor(start / hour);
    const hoursOf = (date: number) =>
      Array.from({ length: 24 }, (_, n) => date * 24 + n).filter((one) => (one - firstHour) % interval === 0);
    const allowed = (date: number) =>
      hoursOf(date).filter((one) => byHour?.includes(one - date * 24) ?? true);
    const within = (one: number) => chosen(times.map((time) => one * hour + time));
    return (days) => days.flatMap(allowed).flatMap(within);
  }
  if (freq !== "DAILY") return (days) => chosen(days.flatMap(at));
  return (days) => days.filter((date) => (date - first) % interval === 0).flatMap((date) => chosen(at(date)));
}

const minute = 60_000;
const hour = 60 * minute;

/** The times of a day, or of an hour of an hourly rule, in order and each once. */
function timesOf({ freq, byHour, byMinute, bySecond }: Rule, start: number): number[] {
  const first = new Date(start);
  const hours = freq === "HOURLY" ? [0] : (byHour ?? [first.getUTCHours()]);
  const minutes = byMinute ?? [first.getUTCMinutes()];
  // As elsewhere, a leap second is the one before it
  const seconds = (bySecond ?? [first.getUTCSeconds()]).map((second) => Math.min(second, 59));
  const times = hours.flatMap((h) =>
    minutes.flatMap((m) => seconds.map((s) => h * hour + m * minute + s * 1000)),
  );
  return [...new Set(times)].sort((a, b) => a - b);
}

/** A position that the set does not have is nothing. */
function atPositions(set: number[], positions: ReadonlySet<number>): number[] {
  return set.filter((_, at) => positions.has(at + 1) || positions.has(at - set.length));
}

/** What a rule does not say about its days it takes from its start. */
function withDaysOfStart(rule: Rule, start: number): Rule {
  const { freq, byDay, byMonthDay, byYearDay, byWeekNo } = rule;
  if (byDay || byMonthDay || byYearDay || freq === "DAILY" || freq === "HOURLY") return rule;
  const first = new Date(start);
  if (freq === "WEEKLY" || byWeekNo)
    return { ...rule, byDay: [{ weekday: weekdayOf(Math.floor(start / day)), nth: 0 }] };
  const byDate = { ...rule, byMonthDay: [first.getUTCDate()] };
  return freq === "MONTHLY" ? byDate : { byMonth: [first.getUTCMonth() + 1], ...byDate };
}
