import {
  formatDate,
  formatDateTime,
  formatTime,
  londonClock,
  londonDay,
} from "#app/ui/kit/dates/date-time.ts";

/** "Friday 6 November 2026 at midday"; what closes at midnight closes "at the end of" the day before. */
export function closingInWords(closesAt: string): string {
  const clock = londonClock(closesAt);
  if (clock === "23:59" || clock === "00:00") return `at the end of ${formatDate(lastDayOf(closesAt))}`;
  return `on ${formatDateTime(closesAt)}`;
}

/** The longest that is worth counting in days. */
const SOON = 14;

/** At a glance: "Closes in 3 days, on Friday 6 November 2026 at midday", "Closes today at 5pm", "Closed on …". */
export function closesInWords(closesAt: string | null, now: string): string {
  if (closesAt === null) return "No closing date";
  if (Date.parse(closesAt) <= Date.parse(now)) return `Closed ${closingInWords(closesAt)}`;
  const days = daysBetween(londonDay(now), lastDayOf(closesAt));
  if (days === 0)
    return `Closes ${isEndOfDay(closesAt) ? "at the end of today" : `today at ${formatTime(closesAt)}`}`;
  if (days === 1) return `Closes tomorrow, ${closingInWords(closesAt)}`;
  if (days <= SOON) return `Closes in ${days} days, ${closingInWords(closesAt)}`;
  return `Closes ${closingInWords(closesAt)}`;
}

const isEndOfDay = (closesAt: string) => ["23:59", "00:00"].includes(londonClock(closesAt));

/** The last day on which it is open: midnight ends the day before. */
function lastDayOf(closesAt: string): string {
  return londonDay(new Date(Date.parse(closesAt) - 1));
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
