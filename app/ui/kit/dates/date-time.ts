/**
 * Dates and times as people here read them, in Europe/London whatever the server's zone.
 * An instant is an ISO string with a zone or a Date; a plain day is `2026-11-05` and is never shifted.
 */
export type When = string | Date;

export const LONDON = "Europe/London";

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

// Numbers only: names and punctuation differ between ICU releases, and a page must not.
const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: LONDON,
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
});

export interface LondonParts {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  weekday: string;
  monthName: string;
}

/** The wall clock in London at that moment. Throws a RangeError on what is no date. */
export function londonParts(when: When): LondonParts {
  const plain = typeof when === "string" ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(when) : null;
  const found: Record<string, number> = { year: 0, month: 1, day: 1, hour: 0, minute: 0 };
  if (plain) {
    [found.year, found.month, found.day] = [Number(plain[1]), Number(plain[2]), Number(plain[3])];
  } else {
    for (const { type, value } of clock.formatToParts(new Date(when))) {
      if (type in found) found[type] = Number(value);
    }
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = found;
  const weekday = DAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  const monthName = MONTHS[month - 1];
  if (!weekday || !monthName) throw new RangeError(`Not a date: ${String(when)}`);
  return { year, month, day, hour, minute, weekday, monthName };
}

/** Thursday 28 April 2022 */
export function formatDate(when: When): string {
  const { weekday, day, monthName, year } = londonParts(when);
  return `${weekday} ${day} ${monthName} ${year}`;
}

/** 28 April 2022 */
export function formatDay(when: When): string {
  const { day, monthName, year } = londonParts(when);
  return `${day} ${monthName} ${year}`;
}

/** April 2022: the heading of a month in a list. */
export function formatMonth(when: When): string {
  const { monthName, year } = londonParts(when);
  return `${monthName} ${year}`;
}

/** 9.30am, 9am, midday, midnight: the GOV.UK manner. */
export function formatTime(when: When): string {
  const { hour, minute } = londonParts(when);
  return clockWords(hour, minute);
}

/** The same for a wall-clock time that has no day: "09:00" is 9am. */
export function formatClock(clock: string): string {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return clockWords(hour, minute);
}

function clockWords(hour: number, minute: number): string {
  if (minute === 0 && hour === 0) return "midnight";
  if (minute === 0 && hour === 12) return "midday";
  const minutes = minute === 0 ? "" : `.${String(minute).padStart(2, "0")}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}

/** Thursday 28 April 2022 at 9.30am */
export function formatDateTime(when: When): string {
  return `${formatDate(when)} at ${formatTime(when)}`;
}

/** 9.30am to 12.30pm; without an end, 9.30am. */
export function formatTimeRange(start: When, end?: When | null): string {
  const from = formatTime(start);
  if (!end) return from;
  const until = formatTime(end);
  return from === until ? from : `${from} to ${until}`;
}

/**
 * Thursday 28 April 2022, 9.30am to 12.30pm. Over midnight both days are named, unless it ends at that
 * very midnight. All day: the days alone; `end` is then the last day itself, not the day after it.
 */
export function formatDateRange(start: When, end?: When | null, options: { allDay?: boolean } = {}): string {
  const sameDay = !end || londonDay(start) === londonDay(end);
  if (options.allDay) return sameDay ? formatDate(start) : `${formatDate(start)} to ${formatDate(end)}`;
  if (sameDay || endsAtFirstMidnight(start, end))
    return `${formatDate(start)}, ${formatTimeRange(start, end)}`;
  return `${formatDate(start)}, ${formatTime(start)} to ${formatDate(end)}, ${formatTime(end)}`;
}

/** 2022-04-28: the day in London, for grouping, `datetime` attributes and date inputs. */
export function londonDay(when: When): string {
  const { year, month, day } = londonParts(when);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** 09:30: the clock in London, for time inputs. */
export function londonClock(when: When): string {
  const { hour, minute } = londonParts(when);
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function endsAtFirstMidnight(start: When, end: When): boolean {
  if (londonClock(end) !== "00:00") return false;
  const { year, month, day } = londonParts(start);
  return londonDay(new Date(Date.UTC(year, month - 1, day + 1, 12))) === londonDay(end);
}
