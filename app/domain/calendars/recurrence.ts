import rrule from "rrule";
import type { Rule } from "./reading/repeat-rule.ts";
import { regularStarts } from "./regular-rule.ts";
import { day, dayOf } from "./time-zone.ts";

const { RRule, Frequency } = rrule;

/** How much work one feed may cause: each step is one day, week, month or year that rrule looks at. */
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

const stepsToFirst = 5000;
/**
 * The wall-clock starts of a rule between `from` and `to`, with the series' own start first where it is in
 * reach: RFC 5545 counts it even if it does not fit the rule. Bounded, whatever the rule says.
 */
export function expandRule(rule: Rule, stretch: Stretch, budget: Budget): Expansion {
  const { start, from, to, limit } = stretch;
  if (isTooOften(rule)) return { trouble: "too often" };
  const last = Math.min(to - 1, stretch.until ?? to);
  const regular = regularStarts(rule, start, { from: Math.max(from, start), last, limit });
  if (regular) return withStart(regular, stretch);
  const options = withDaysOfStart(rule.options, start);
  const first = firstOf(options, start, budget);
  if (typeof first !== "number") return first;
  const startFits = first === start;
  const starts = startFits || start < from || start >= to ? [] : [start];
  if (options.count && !startFits) options.count -= 1;
  if (options.count === 0) return { starts, startFits };

  const jumped = options.count ? { options, start } : jumpTowards(from, options, start);
  const ended = walk(jumped.options, jumped.start, last, budget, (wall) => {
    if (wall >= from && wall >= start) starts.push(wall);
    return starts.length <= limit;
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
function firstOf(options: Rule["options"], start: number, budget: Budget): number | { trouble: Trouble } {
  if (!canReachItsHours(options, start)) return { trouble: "never" };
  const look = { steps: Math.min(stepsToFirst, budget.steps) };
  const given = look.steps;
  let first: number | null = null;
  const ended = walk(options, start, null, look, (wall) => {
    first = wall;
    return false;
  });
  budget.steps -= given - Math.max(0, look.steps);
  if (first !== null) return first;
  return { trouble: ended || given === stepsToFirst ? "never" : "too long" };
}

function isTooOften({ options }: Rule): boolean {
  if (options.freq > Frequency.HOURLY) return true;
  const times = [options.byhour, options.byminute, options.bysecond].map((list) => [list ?? 0].flat().length);
  return times.reduce((product, length) => product * length, 1) > 100;
}

/** rrule looks for ever for 09:00 among even hours, so ask before it does. */
function canReachItsHours(options: Rule["options"], start: number): boolean {
  if (options.freq !== Frequency.HOURLY || !options.byhour) return true;
  const hours = new Set<number>();
  for (let hour = new Date(start).getUTCHours(); !hours.has(hour); hour = (hour + options.interval) % 24)
    hours.add(hour);
  return [options.byhour].flat().some((hour) => hours.has(hour));
}

/**
 * Runs rrule until `visit` says no; false if the steps ran out first. rrule walks on to the year 9999 when a
 * rule yields nothing. It reads its interval at every step, so that is where the steps are counted.
 */
function walk(
  options: Rule["options"],
  start: number,
  until: number | null,
  budget: Budget,
  visit: (wall: number) => boolean,
): boolean {
  const bounds = { dtstart: new Date(start), until: until === null ? null : new Date(until) };
  const rule = new RRule({ ...options, ...bounds }, true);
  const interval = rule.options.interval;
  Object.defineProperty(rule.options, "interval", {
    get() {
      budget.steps -= 1;
      if (budget.steps < 0) throw new OutOfSteps();
      return interval;
    },
  });
  try {
    rule.all((date) => visit(date.getTime()));
    return true;
  } catch (error) {
    if (error instanceof OutOfSteps) return false;
    throw error;
  }
}

class OutOfSteps extends Error {}

const unitOf = new Map<number, number>([
  [Frequency.WEEKLY, 7 * day],
  [Frequency.DAILY, day],
  [Frequency.HOURLY, day / 24],
]);

/** A long series need not be walked from its first day: moves the start by whole intervals to just before `from`. */
function jumpTowards(from: number, options: Rule["options"], start: number) {
  const unit = unitOf.get(options.freq);
  const wholeIntervals = (units: number) =>
    Math.max(0, Math.floor(units / options.interval) - 1) * options.interval;
  if (unit) return { options, start: start + wholeIntervals((from - start) / unit) * unit };

  const first = new Date(start);
  const target = new Date(from);
  const years = target.getUTCFullYear() - first.getUTCFullYear();
  const yearly = options.freq === Frequency.YEARLY;
  const moved = wholeIntervals(yearly ? years : years * 12 + target.getUTCMonth() - first.getUTCMonth());
  if (moved === 0) return { options, start };
  const month = yearly ? moved * 12 : first.getUTCMonth() + moved;
  return { options, start: Date.UTC(first.getUTCFullYear(), month, 1) + (start - dayOf(start)) };
}

/** Says outright which days a rule takes from its start, as the start may be moved to the first of a month. */
function withDaysOfStart(given: Rule["options"], start: number): Rule["options"] {
  const options = { ...given };
  if (options.freq > Frequency.MONTHLY) return options;
  if (options.byweekday || options.bymonthday || options.byyearday) return options;
  const first = new Date(start);
  if (options.byweekno) return { ...options, byweekday: [(first.getUTCDay() + 6) % 7] };
  options.bymonthday = [first.getUTCDate()];
  if (options.freq === Frequency.YEARLY) options.bymonth ??= [first.getUTCMonth() + 1];
  return options;
}
