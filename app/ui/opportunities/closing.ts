import { formatDate, formatDateTime, londonClock, londonDay } from "#app/ui/kit/dates/date-time.ts";

/** "Friday 6 November 2026 at midday"; what closes at midnight closes "at the end of" the day before. */
export function closingInWords(closesAt: string): string {
  const clock = londonClock(closesAt);
  if (clock === "23:59") return `at the end of ${formatDate(closesAt)}`;
  if (clock === "00:00") return `at the end of ${formatDate(londonDay(new Date(Date.parse(closesAt) - 1)))}`;
  return `on ${formatDateTime(closesAt)}`;
}
