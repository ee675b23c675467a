import { londonTime } from "#app/domain/london-day.ts";

/** A meeting that came from an all-day entry goes from midnight to midnight in London: it has days, and no time of day. */
export function isWholeDays(start: Date | null, end: Date | null): boolean {
  if (!start || !end || end <= start) return false;
  return londonTime(start) === "00:00" && londonTime(end) === "00:00";
}
