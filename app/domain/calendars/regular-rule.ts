import rrule from "rrule";
import type { Rule } from "./reading/repeat-rule.ts";
import { day, dayOf } from "./time-zone.ts";

const { Frequency, Weekday } = rrule;

/** Dates that come round after so many days: the same days after `base`, each `period`. */
interface Round {
  base: number;
  period: number;
  /** Milliseconds after `base`, in order. */
  offsets: number[];
}

/**
 * Most series are weekly on plain days, or daily: their dates are found without a walk. All other rules are null here,
 * and left to rrule.
 */
export function regularStarts(
  { options }: Rule,
  start: number,
  { from, last, limit }: { from: number; last: number; limit: number },
): { starts: number[]; first: number } | null {
  const round = roundOf(options, start);
  if (!round) return null;
  const { base, period, offsets } = round;
  const inFirst = offsets.filter((offset) => base + offset >= start).length;
  const first = inFirst > 0 ? base + (offsets.at(-inFirst) ?? 0) : base + period + (offsets[0] ?? 0);
  // RFC 5545 counts a start that does not fit its rule
  const most = options.count ? options.count - (first === start ? 0 : 1) : Number.POSITIVE_INFINITY;
  const starts: number[] = [];
  let turn = Math.max(0, Math.floor((from - base) / period) - 1);
  let count = turn === 0 ? 0 : inFirst + (turn - 1) * offsets.length;
  for (; base + turn * period <= last && count < most && starts.length <= limit; turn += 1) {
    for (const offset of offsets) {
      const wall = base + turn * period + offset;
      if (wall < start || count >= most) continue;
      count += 1;
      if (wall >= from && wall <= last) starts.push(wall);
    }
  }
  return { starts, first };
}

function roundOf(options: Rule["options"], start: number): Round | null {
  const { freq, interval, byweekday, wkst, count, ...others } = options;
  if (Object.values(others).some((part) => part !== undefined && part !== null)) return null;
  if (freq === Frequency.DAILY && !byweekday) return { base: start, period: interval * day, offsets: [0] };
  if (freq !== Frequency.WEEKLY) return null;
  const today = weekdayOf(start);
  const weekdays = byweekday ? [byweekday].flat() : [new Weekday(today)];
  const first = typeof wkst === "number" ? wkst : 0;
  const offsets = new Set<number>();
  for (const weekday of weekdays) {
    if (!(weekday instanceof Weekday) || weekday.n !== undefined) return null;
    offsets.add(((weekday.weekday - first + 7) % 7) * day);
  }
  const base = start - ((today - first + 7) % 7) * day;
  return { base, period: interval * 7 * day, offsets: [...offsets].sort((a, b) => a - b) };
}

/** Monday is 0. */
const weekdayOf = (wall: number): number => (Math.floor(dayOf(wall) / day) + 3) % 7;
