import { day } from "#app/domain/calendars/time-zone.ts";
import { weekdayOf } from "./days.ts";
import type { Rule } from "./repeat-rule.ts";

/** Dates that come round after so many days: the same days after `base`, each `period`. */
interface Round {
  base: number;
  period: number;
  /** Milliseconds after `base`, in order. */
  offsets: number[];
}

/**
 * Most series are weekly on plain days, or daily: their dates are found without a walk. All other rules are null
 * here, and walked.
 */
export function regularStarts(
  rule: Rule,
  start: number,
  { from, last, limit }: { from: number; last: number; limit: number },
): { starts: number[]; first: number } | null {
  const round = roundOf(rule, start);
  if (!round) return null;
  const { base, period, offsets } = round;
  const inFirst = offsets.filter((offset) => base + offset >= start).length;
  const first = inFirst > 0 ? base + (offsets.at(-inFirst) ?? 0) : base + period + (offsets[0] ?? 0);
  // RFC 5545 counts a start that does not fit its rule
  const most = rule.count ? rule.count - (first === start ? 0 : 1) : Number.POSITIVE_INFINITY;
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

function roundOf(rule: Rule, start: number): Round | null {
  const { freq, interval, byDay, weekStart, count, until, ...others } = rule;
  if (Object.keys(others).length > 0) return null;
  if (freq === "DAILY" && !byDay) return { base: start, period: interval * day, offsets: [0] };
  if (freq !== "WEEKLY") return null;
  const today = weekdayOf(Math.floor(start / day));
  const sinceWeekStart = (weekday: number) => ((weekday - weekStart + 7) % 7) * day;
  const offsets = new Set((byDay ?? [{ weekday: today }]).map(({ weekday }) => sinceWeekStart(weekday)));
  const base = start - sinceWeekStart(today);
  return { base, period: interval * 7 * day, offsets: [...offsets].sort((a, b) => a - b) };
}
