import type { BankHolidayHours } from "#db/vocabulary-keeping.ts";
import { weekDayOf, weekDays } from "./days-of-week.ts";
import type { Schedule } from "./schedule.ts";
import { daysOf, endsDay } from "./shared-hours.ts";

/** What a service says about days that are not like others, and which days those are. */
export interface DayRules {
  bankHolidays: BankHolidayHours | null;
  isTermTimeOnly: boolean;
  /** Bank holidays from today on. */
  holidays: readonly { day: string; name: string }[];
}

export interface NextOpening {
  /** A plain date. */
  day: string;
  opensAt: string | null;
  closesAt: string | null;
  /** It is open at this moment. */
  isNow: boolean;
  /** The bank holiday on which it says to ask first. */
  askFirst: string | null;
}

const DAY = 86_400_000;
/** Looking further would only find what has not been thought of yet. */
const DAYS_AHEAD = 62;

/**
 * When somebody could go next, from this day and time ("14:05") in London: usual hours, less closures and bank holidays,
 * plus openings on named days. Null where nothing is known, and for what keeps to school terms, whose dates we do not have.
 */
export function nextOpening(
  schedules: readonly Schedule[],
  rules: DayRules,
  { day: today, time }: { day: string; time: string },
): NextOpening | null {
  if (rules.isTermTimeOnly) return null;
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead++) {
    const day = plusDays(today, ahead);
    const holiday = rules.holidays.find((one) => one.day === day);
    const rows = opensOn(schedules, day, holiday !== undefined && rules.bankHolidays === "closed");
    const next = rows.find(
      ({ closesAt }) => ahead > 0 || !closesAt || endsDay(closesAt) || closesAt.slice(0, 5) > time,
    );
    if (!next) continue;
    const { opensAt, closesAt } = next;
    const isNow = ahead === 0 && opensAt !== null && opensAt.slice(0, 5) <= time && closesAt !== null;
    return {
      day,
      opensAt,
      closesAt,
      isNow,
      askFirst: rules.bankHolidays === "ask" ? (holiday?.name ?? null) : null,
    };
  }
  return null;
}

/** The rows that hold on one day, the earliest first; a closure without hours shuts the whole day. */
export function opensOn(schedules: readonly Schedule[], day: string, isHolidayClosed = false): Schedule[] {
  const here = schedules.filter((row) => isWithin(row, day) && fallsOn(row, day));
  const named = here.filter(({ freq, isClosed }) => freq === null && !isClosed);
  if (here.some(({ isClosed }) => isClosed)) return named;
  const usual = isHolidayClosed ? [] : here.filter(({ freq, isClosed }) => freq !== null && !isClosed);
  // Special hours of a day stand in place of the usual ones
  return (named.length > 0 ? named : usual).sort((a, b) => (a.opensAt ?? "").localeCompare(b.opensAt ?? ""));
}

function isWithin({ validFrom, validTo, dtstart, freq }: Schedule, day: string): boolean {
  const from = validFrom ?? dtstart;
  if (from !== null && day < from) return false;
  const last = validTo ?? (freq === null && validFrom === null ? dtstart : null);
  return last === null || day <= last;
}

function fallsOn(row: Schedule, day: string): boolean {
  if (row.freq === null) return (row.validFrom ?? row.dtstart) !== null;
  return row.freq === "WEEKLY" ? fallsInWeek(row, day) : fallsInMonth(row, day);
}

function fallsInWeek(row: Schedule, day: string): boolean {
  if (!daysOf(row).includes(weekDayOf(day))) return false;
  if (row.interval === 1 || !row.dtstart) return true;
  const weeks = Math.round((mondayOf(day) - mondayOf(row.dtstart)) / (7 * DAY));
  return weeks % row.interval === 0;
}

function fallsInMonth(row: Schedule, day: string): boolean {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  if (row.interval > 1 && row.dtstart) {
    const [startYear = 0, startMonth = 1] = row.dtstart.split("-").map(Number);
    if ((year * 12 + month - startYear * 12 - startMonth) % row.interval !== 0) return false;
  }
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (row.byday) {
    const nth = [Math.ceil(date / 7), -Math.ceil((length - date + 1) / 7)];
    return weekDays(row.byday).some(
      (one) => one.day === weekDayOf(day) && (one.which === 0 || nth.includes(one.which)),
    );
  }
  const days = (row.bymonthday ?? row.dtstart?.slice(8) ?? "").split(",").map(Number);
  return days.includes(date) || days.includes(date - length - 1);
}

const mondayOf = (day: string) => Date.parse(`${day}T00:00:00Z`) - weekDayOf(day) * DAY;

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
