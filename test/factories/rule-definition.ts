/*
 * Rules of whole days against their definition: each period is a list of days, those that meet every part are kept,
 * BYSETPOS chooses among them, and what lies before the start is dropped at the end.
 */
export const ms = 86_400_000;
const names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
export const dayOf = (iso: string) => Date.parse(iso) / ms;
const dateOf = (date: number) => new Date(date * ms);
const yearOf = (date: number) => dateOf(date).getUTCFullYear();
const monthOf = (date: number) => dateOf(date).getUTCMonth() + 1;
const weekdayOf = (date: number) => (dateOf(date).getUTCDay() + 6) % 7;
const firstOf = (year: number, month = 1) => Date.UTC(year, month - 1) / ms;
const range = (first: number, end: number) => Array.from({ length: end - first }, (_, at) => first + at);

export interface Definition {
  freq: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
  interval: number;
  weekStart: number;
  count?: number;
  byMonth?: number[];
  byMonthDay?: number[];
  byYearDay?: number[];
  byWeekNo?: number[];
  byDay?: { nth: number; weekday: number }[];
  bySetPos?: number[];
}

const known = new Map<string, number[][]>();
const firsts = new Map<string, number[]>();

/** The days from one first of a month to another. */
function stretchOf(year: number, month: number, months: number): number[] {
  const key = `${year} ${month} ${months}`;
  const all = firsts.get(key) ?? range(firstOf(year, month), firstOf(year, month + months));
  firsts.set(key, all);
  return all;
}

/** The weeks of a year: those with four days in it. */
function weeksOf(year: number, weekStart: number): number[][] {
  const key = `${year} ${weekStart}`;
  const weeks = known.get(key) ?? findWeeks(year, weekStart);
  known.set(key, weeks);
  return weeks;
}

function findWeeks(year: number, weekStart: number): number[][] {
  return range(firstOf(year) - 6, firstOf(year + 1))
    .filter((date) => weekdayOf(date) === weekStart)
    .map((first) => range(first, first + 7))
    .filter((week) => week.filter((date) => yearOf(date) === year).length >= 4);
}

/** The days of every period from that of the start until `last`. */
function* periods(rule: Definition, start: number, last: number): Generator<number[]> {
  const { freq, interval, weekStart, byWeekNo } = rule;
  const inWeeks = freq === "YEARLY" && byWeekNo !== undefined;
  const own = (year: number) => weeksOf(year, weekStart).flat().includes(start);
  const around = [-1, 0, 1].map((by) => yearOf(start) + by);
  const year = inWeeks ? (around.find(own) ?? Number.NaN) : yearOf(start);
  const week = start - ((weekdayOf(start) - weekStart + 7) % 7);
  for (let at = 0; ; at += interval) {
    const month = monthOf(start) + at;
    const ofYear = () =>
      inWeeks ? weeksOf(year + at, weekStart).flat() : range(firstOf(year + at), firstOf(year + at + 1));
    const days = {
      DAILY: () => [start + at],
      WEEKLY: () => range(week + 7 * at, week + 7 * at + 7),
      MONTHLY: () => range(firstOf(yearOf(start), month), firstOf(yearOf(start), month + 1)),
      YEARLY: ofYear,
    }[freq]();
    if ((days[0] ?? 0) > last) return;
    yield days;
  }
}

/** Whether a place among `all` is named, counted from either end. */
const named = (numbers: number[], all: unknown[], at: number) =>
  numbers.includes(at + 1) || numbers.includes(at - all.length);

function fits(rule: Definition, start: number, date: number): boolean {
  const { freq, byMonth, byMonthDay, byYearDay, byWeekNo, byDay } = rule;
  const [year, month] = [yearOf(date), monthOf(date)];
  const ofMonth = stretchOf(year, month, 1);
  const ofYear = stretchOf(year, 1, 12);
  if (byMonth && !byMonth.includes(month)) return false;
  if (byMonthDay && !named(byMonthDay, ofMonth, ofMonth.indexOf(date))) return false;
  if (byYearDay && !named(byYearDay, ofYear, ofYear.indexOf(date))) return false;
  if (byWeekNo) {
    const weeks = [-1, 0, 1]
      .map((by) => weeksOf(year + by, rule.weekStart))
      .find((all) => all.some((week) => week.includes(date)));
    if (
      !weeks ||
      !named(
        byWeekNo,
        weeks,
        weeks.findIndex((week) => week.includes(date)),
      )
    )
      return false;
  }
  const among = freq === "MONTHLY" || byMonth ? ofMonth : ofYear;
  const alike = () => among.filter((one) => weekdayOf(one) === weekdayOf(date));
  if (byDay)
    return byDay.some(
      ({ nth, weekday }) =>
        weekday === weekdayOf(date) && (nth === 0 || named([nth], alike(), alike().indexOf(date))),
    );
  if (byMonthDay || byYearDay || freq === "DAILY") return true;
  if (freq === "WEEKLY" || byWeekNo) return weekdayOf(date) === weekdayOf(start);
  const sameDate = dateOf(date).getUTCDate() === dateOf(start).getUTCDate();
  return sameDate && (freq === "MONTHLY" || byMonth !== undefined || month === monthOf(start));
}

/** All dates until `last`; the start counts whether it fits or not. */
export function defined(rule: Definition, start: number, last: number): number[] {
  const dates = new Set([start]);
  for (const days of periods(rule, start, last)) {
    const set = days.filter((date) => fits(rule, start, date));
    set.forEach((date, at) => {
      if (date > start && (!rule.bySetPos || named(rule.bySetPos, set, at))) dates.add(date);
    });
  }
  return [...dates]
    .sort((a, b) => a - b)
    .slice(0, rule.count)
    .filter((date) => date <= last);
}

export function textOf(rule: Definition): string {
  const byDay = rule.byDay?.map(({ nth, weekday }) => `${nth || ""}${names[weekday]}`);
  const parts = {
    ...{ FREQ: rule.freq, INTERVAL: rule.interval, WKST: names[rule.weekStart], COUNT: rule.count },
    ...{ BYMONTH: rule.byMonth, BYMONTHDAY: rule.byMonthDay, BYYEARDAY: rule.byYearDay },
    ...{ BYWEEKNO: rule.byWeekNo, BYDAY: byDay, BYSETPOS: rule.bySetPos },
  };
  return Object.entries(parts)
    .flatMap(([name, value]) => (value === undefined ? [] : `${name}=${value}`))
    .join(";");
}
