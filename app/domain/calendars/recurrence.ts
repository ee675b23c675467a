import { type Periods, periodsOf } from "./rules/periods.ts";
import { regularStarts } from "./rules/regular-rule.ts";
import type { Rule } from "./rules/repeat-rule.ts";
import { day } from "./time-zone.ts";

/** How much work one feed may cause: a step is a day that is looked at; a date that is found is ten. */
export interface Budget {
  steps: number;
}

export interface Stretch {
  /** First start of the series. All are wall-clock times in milliseconds; `until` is the last one allowed. */
  start: number;
  from: number;
  to: number;
  until: number | null;
  /** More dates than this between `from` and `to` are refused. */
  limit: number;
}

export type Trouble = "too often" | "too many" | "never" | "too long";
export type Expansion = { starts: number[]; startFits: boolean } | { trouble: Trouble };

/** As many days as the calendar takes to repeat itself, and some more. */
const stepsToFirst = 200_000;
const stepsOfDate = 10;
const endOfTime = Date.UTC(10_000, 0, 1) - 1;

/**
 * The wall-clock starts of a rule between `from` and `to`, with the series' own start first where it is in
 * reach: RFC 5545 counts it even if it does not fit the rule. Bounded, whatever the rule says.
 */
export function expandRule(rule: Rule, stretch: Stretch, budget: Budget): Expansion {
  const { start, from, to, limit } = stretch;
  if (budget.steps <= 0) return { trouble: "too long" };
  if (isTooOften(rule)) return { trouble: "too often" };
  const last = Math.min(to - 1, stretch.until ?? to);
  const regular = regularStarts(rule, start, { from: Math.max(from, start), last, limit });
  if (regular) {
    budget.steps -= 1 + regular.starts.length * stepsOfDate;
    return withStart(regular, stretch);
  }
  const periods = periodsOf(rule, start);
  const first = firstOf(periods, start, budget);
  if (typeof first !== "number") return first;
  const startFits = first === start;
  const starts = startFits || start < from || start >= to ? [] : [start];
  // RFC 5545 counts a start that does not fit its rule
  let left = rule.count === null ? Number.POSITIVE_INFINITY : rule.count - (startFits ? 0 : 1);
  if (left === 0) return { starts, startFits };

  // What is counted must be walked from its start
  const begin = rule.count === null ? Math.max(start, from) : start;
  const ended = walk(periods, { start, begin, last }, budget, (wall) => {
    left -= 1;
    if (wall >= from) starts.push(wall);
    return left > 0 && starts.length <= limit;
  });
  if (!ended) return { trouble: "too long" };
  return starts.length > limit ? { trouble: "too many" } : { starts, startFits };
}

function withStart({ starts, first }: { starts: number[]; first: number }, stretch: Stretch): Expansion {
  const { start, from, to, limit } = stretch;
  const startFits = first === start;
  if (!startFits && start >= from && start < to) starts.unshift(start);
  return starts.length > limit ? { trouble: "too many" } : { starts, startFits };
}

/** The first date that the rule itself yields. */
function firstOf(periods: Periods, start: number, budget: Budget): number | { trouble: Trouble } {
  const look = { steps: Math.min(stepsToFirst, budget.steps) };
  const given = look.steps;
  let first: number | null = null;
  const ended = walk(periods, { start, begin: start, last: endOfTime }, look, (wall) => {
    first = wall;
    return false;
  });
  budget.steps -= given - look.steps;
  if (first !== null) return first;
  return { trouble: ended || given === stepsToFirst ? "never" : "too long" };
}

function isTooOften({ freq, byHour, byMinute, bySecond }: Rule): boolean {
  if (freq === "MINUTELY" || freq === "SECONDLY") return true;
  const times = [byHour, byMinute, bySecond].map((list) => list?.length ?? 1);
  return times.reduce((product, length) => product * length, 1) > 100;
}

/** Hands the dates from the period of `begin` on to `visit` until that says no; false if the steps ran out first. */
function walk(
  { indexOf, firstDayOf, wallsOf, step, cost }: Periods,
  { start, begin, last }: { start: number; begin: number; last: number },
  budget: Budget,
  visit: (wall: number) => boolean,
): boolean {
  const first = indexOf(Math.floor(start / day));
  const skipped = Math.floor((indexOf(Math.floor(begin / day)) - first) / step);
  for (let index = first + skipped * step; firstDayOf(index) * day <= last; index += step) {
    budget.steps -= cost;
    if (budget.steps < 0) return false;
    for (const wall of wallsOf(index)) {
      if (wall > last) return true;
      budget.steps -= stepsOfDate;
      if (wall >= start && !visit(wall)) return true;
    }
  }
  return true;
}
