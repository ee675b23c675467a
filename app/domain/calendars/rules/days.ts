import type { Rule, RuleDay } from "./repeat-rule.ts";

/** A month and its year. Days are counted from 1970. */
interface Month {
  number: number;
  first: number;
  length: number;
  yearFirst: number;
  yearLength: number;
}

type Condition = (date: number, month: Month) => boolean;

const day = 86_400_000;

/** Monday is 0. */
export const weekdayOf = (date: number): number => (((date + 3) % 7) + 7) % 7;
export const yearOf = (date: number): number => new Date(date * day).getUTCFullYear();
/** The first day of a month, counted on from January of the year. */
export const firstOf = (year: number, month = 0): number => Date.UTC(year, month) / day;

/** The days of a period, from its first to before its end, that meet every condition of the rule. */
export function daysWithin(rule: Rule): (first: number, end: number) => number[] {
  const conditions = conditionsOf(rule);
  const { byMonth } = rule;
  return (first, end) => {
    const days: number[] = [];
    for (let at = first; at < end; ) {
      const month = monthOf(at);
      const stop = Math.min(end, month.first + month.length);
      if (byMonth && !byMonth.includes(month.number)) at = stop;
      for (; at < stop; at += 1) if (conditions.every((holds) => holds(at, month))) days.push(at);
    }
    return days;
  };
}

function monthOf(date: number): Month {
  const at = new Date(date * day);
  const year = at.getUTCFullYear();
  const month = at.getUTCMonth();
  const first = date - at.getUTCDate() + 1;
  const yearFirst = firstOf(year);
  const length = firstOf(year, month + 1) - first;
  return { number: month + 1, first, length, yearFirst, yearLength: firstOf(year + 1) - yearFirst };
}

/** Whether `at`, counted from 1 of `size`, is named; -1 names the last. */
const isAmong = (numbers: ReadonlySet<number>, at: number, size: number): boolean =>
  numbers.has(at) || numbers.has(at - size - 1);

function conditionsOf(rule: Rule): Condition[] {
  const { byDay, weekStart } = rule;
  const [byMonthDay, byYearDay, byWeekNo] = [rule.byMonthDay, rule.byYearDay, rule.byWeekNo].map(
    (list) => list && new Set(list),
  );
  const conditions: Condition[] = [];
  if (byDay) conditions.push(isOneOf(byDay, countedIn(rule)));
  if (byMonthDay) conditions.push((date, { first, length }) => isAmong(byMonthDay, date - first + 1, length));
  if (byYearDay)
    conditions.push((date, { yearFirst, yearLength }) =>
      isAmong(byYearDay, date - yearFirst + 1, yearLength),
    );
  if (byWeekNo)
    conditions.push((date) => {
      const { number, ofYear } = weekOf(date, weekStart);
      return isAmong(byWeekNo, number, ofYear);
    });
  return conditions;
}

type Within = (month: Month) => [first: number, length: number];

/** Where the number of 2TU is counted; null where the standard forbids one, and it says nothing. */
function countedIn({ freq, byMonth, byWeekNo }: Rule): Within | null {
  if (byWeekNo || (freq !== "YEARLY" && freq !== "MONTHLY")) return null;
  const inYear = freq === "YEARLY" && !byMonth;
  return inYear
    ? ({ yearFirst, yearLength }) => [yearFirst, yearLength]
    : ({ first, length }) => [first, length];
}

/** Days with a number and days without make one list: `MO,-1FR` is every Monday and the last Friday. */
function isOneOf(days: readonly RuleDay[], within: Within | null): Condition {
  const plain = new Set(days.filter(({ nth }) => nth === 0 || !within).map(({ weekday }) => weekday));
  const key = (nth: number, weekday: number) => nth * 7 + weekday;
  const counted = new Set(days.filter(({ nth }) => nth !== 0).map(({ nth, weekday }) => key(nth, weekday)));
  return (date, month) => {
    const weekday = weekdayOf(date);
    if (plain.has(weekday)) return true;
    if (!within || counted.size === 0) return false;
    const [first, length] = within(month);
    const fromStart = Math.floor((date - first) / 7) + 1;
    const fromEnd = Math.floor((first + length - 1 - date) / 7) + 1;
    return counted.has(key(fromStart, weekday)) || counted.has(key(-fromEnd, weekday));
  };
}

/** A week belongs to the year that has four of its days. */
export function weekOf(date: number, weekStart: number): { year: number; number: number; ofYear: number } {
  const fourth = date - ((weekdayOf(date) - weekStart + 7) % 7) + 3;
  const year = yearOf(fourth);
  const before = fourth - firstOf(year);
  const number = Math.floor(before / 7) + 1;
  return { year, number, ofYear: number + Math.floor((firstOf(year + 1) - 1 - fourth) / 7) };
}

/** The first day of week 1, which has four days in the year at least. */
export function firstWeekOf(year: number, weekStart: number): number {
  const fourth = firstOf(year) + 3;
  return fourth - ((weekdayOf(fourth) - weekStart + 7) % 7);
}
