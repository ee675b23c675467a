/** Wall-clock times in Norfolk, as instants; and plain dates ("2026-11-05") as people count them. */

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

/** The instant at which a clock in London shows this date and time ("14:30"). */
export function londonInstant(day: string, time: string): Date {
  const asUtc = Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}Z`);
  return new Date(asUtc - offsetAt(asUtc - offsetAt(asUtc)));
}

/** The plain date that a calendar in London shows at this instant. */
export function londonDay(instant: Date): string {
  const { year, month, day } = partsOf(instant.getTime());
  return `${year}-${month}-${day}`;
}

export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The first of the month that is `months` after the one that `day` is in. */
export function firstOfMonth(day: string, months = 0): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

/** Day codes of iCalendar, Sunday first as JavaScript counts. */
export const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"] as const;
export type Weekday = (typeof weekdays)[number];

export function weekdayOf(day: string): Weekday {
  return weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? "SU";
}

/** The nth such weekday of the month that `day` is in; the fourth Tuesday is `nthWeekday(day, 4, "TU")`. */
export function nthWeekday(day: string, nth: number, weekday: Weekday): string {
  const first = firstOfMonth(day);
  const ahead = (weekdays.indexOf(weekday) - weekdays.indexOf(weekdayOf(first)) + 7) % 7;
  return addDays(first, ahead + 7 * (nth - 1));
}

/** Clocks change on the hour, so one question an hour is enough; asking is slow. */
const offsets = new Map<number, number>();

function offsetAt(time: number): number {
  const hour = Math.floor(time / 3_600_000);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const start = hour * 3_600_000;
  const { year, month, day, hour: shown, minute, second } = partsOf(start);
  const offset = Date.parse(`${year}-${month}-${day}T${shown}:${minute}:${second}Z`) - start;
  offsets.set(hour, offset);
  return offset;
}

function partsOf(time: number) {
  const parts = { year: "", month: "", day: "", hour: "", minute: "", second: "" };
  for (const { type, value } of clock.formatToParts(time))
    if (type in parts) parts[type as keyof typeof parts] = value;
  return parts;
}
