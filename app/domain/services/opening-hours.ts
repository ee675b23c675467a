import { capital, daysOfMonth, everyWeek, joined, monthDays, nameOf, weekDays } from "./days-of-week.ts";
import type { Schedule } from "./schedule.ts";
import { beginsDay, daysOf, endsDay, merged } from "./shared-hours.ts";

export interface OpeningHours {
  /** "Every Tuesday, 10am to midday", in the order of the week. */
  usual: string[];
  /** "Closed from 24 December 2026 to 1 January 2027": what differs, the next first. */
  exceptions: string[];
}

/** Opening hours in sentences. What is over by `today` is left out; days with the same hours share a sentence. */
export function openingHours(schedules: readonly Schedule[], today: string): OpeningHours {
  const current = schedules.filter((schedule) => !isOver(schedule, today));
  const usual = merged(current.filter((schedule) => !isException(schedule))).sort(inWeekOrder);
  const exceptions = current.filter(isException).sort((a, b) => firstDay(a).localeCompare(firstDay(b)));
  return {
    usual: unique(usual.map((schedule) => usualSentence(schedule, today))),
    exceptions: unique(exceptions.map(exceptionSentence)),
  };
}

/** The usual hours in a few words for a card; null when nothing is known. */
export function openingHoursInShort(schedules: readonly Schedule[], today: string): string | null {
  const [first, ...others] = openingHours(schedules, today).usual;
  if (!first) return null;
  return others.length > 0 ? `${first}, and other times` : first;
}

/** "10am", "9.30am", "midday", "midnight". */
export function clockTime(time: string): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  if (minute === 0 && hour === 12) return "midday";
  if (minute === 0 && hour % 24 === 0) return "midnight";
  const minutes = minute === 0 ? "" : `.${String(minute).padStart(2, "0")}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** "3 October 2026" of "2026-10-03". */
export function dayInWords(day: string): string {
  const [year, month = 1, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** A closure, or an opening on named dates only. */
function isException({ isClosed, freq, validFrom, dtstart }: Schedule): boolean {
  return isClosed || (freq === null && (validFrom ?? dtstart) !== null);
}

function isOver({ freq, validFrom, validTo, dtstart }: Schedule, today: string): boolean {
  const last = validTo ?? (freq === null ? (validFrom === null ? dtstart : null) : null);
  return last !== null && last < today;
}

const firstDay = ({ validFrom, dtstart }: Schedule) => validFrom ?? dtstart ?? "";

function inWeekOrder(a: Schedule, b: Schedule): number {
  return (
    rankOf(a) - rankOf(b) ||
    Math.min(...daysOf(a), 7) - Math.min(...daysOf(b), 7) ||
    (a.opensAt ?? "").localeCompare(b.opensAt ?? "")
  );
}

function rankOf({ freq, interval }: Schedule): number {
  if (freq === "WEEKLY") return interval === 1 ? 0 : 1;
  return freq === "MONTHLY" ? 2 : 3;
}

function usualSentence(schedule: Schedule, today: string): string {
  const { validFrom, validTo, description } = schedule;
  const parts = [pattern(schedule), hours(schedule), nextOf(schedule, today)];
  if (validFrom && validFrom > today) parts.push(`from ${dayInWords(validFrom)}`);
  if (validTo) parts.push(`until ${dayInWords(validTo)}`);
  const words = parts.filter(Boolean).join(", ");
  if (!words) return description;
  return capital(description ? `${words} (${description})` : words);
}

function pattern(schedule: Schedule): string {
  const { freq, interval, byday, bymonthday } = schedule;
  if (freq === "WEEKLY") return weeklyPattern(daysOf(schedule), interval);
  if (freq !== "MONTHLY") return "";
  const month =
    interval === 1 ? "every month" : interval === 2 ? "every second month" : `every ${interval} months`;
  if (byday) return `${daysOfMonth(weekDays(byday))} of ${month}`;
  return bymonthday ? `On the ${monthDays(bymonthday)} of ${month}` : capital(month);
}

function weeklyPattern(days: readonly number[], interval: number): string {
  if (interval === 1) return everyWeek(days);
  const names = joined(days.map(nameOf));
  if (interval === 2) return names ? `Every second ${names}` : "Every second week";
  return names ? `Every ${interval} weeks on ${names}` : `Every ${interval} weeks`;
}

function hours({ opensAt, closesAt }: Pick<Schedule, "opensAt" | "closesAt">): string {
  if (beginsDay(opensAt) && endsDay(closesAt)) return "24 hours";
  if (opensAt && closesAt) return `${clockTime(opensAt)} to ${closingTime(closesAt)}`;
  if (opensAt) return `from ${clockTime(opensAt)}`;
  return closesAt ? `until ${closingTime(closesAt)}` : "";
}

const closingTime = (time: string) => (endsDay(time) ? "midnight" : clockTime(time));

const DAY = 86_400_000;

/** Every second week needs saying which: "next on 3 November 2026". */
function nextOf({ freq, interval, dtstart, validTo }: Schedule, today: string): string {
  if (freq !== "WEEKLY" || interval === 1 || !dtstart) return "";
  const start = Date.parse(`${dtstart}T00:00:00Z`);
  const step = interval * 7 * DAY;
  const turns = Math.max(0, Math.ceil((Date.parse(`${today}T00:00:00Z`) - start) / step));
  const next = new Date(start + turns * step).toISOString().slice(0, 10);
  return validTo && next > validTo ? "" : `next on ${dayInWords(next)}`;
}

function exceptionSentence(schedule: Schedule): string {
  const { isClosed, freq, description } = schedule;
  const when = freq ? lowerFirst(pattern(schedule)) : "";
  const parts = [isClosed ? "Closed" : "Open", when, span(schedule)].filter(Boolean).join(" ");
  const words = [parts, hours(schedule)].filter(Boolean).join(", ");
  return description ? `${words} (${description})` : words;
}

function span({ validFrom, validTo, dtstart }: Schedule): string {
  const from = validFrom ?? dtstart;
  if (!from) return validTo ? `until ${dayInWords(validTo)}` : "";
  if (!validTo && !validFrom) return `on ${dayInWords(from)}`;
  if (validTo === from) return `on ${dayInWords(from)}`;
  return validTo ? `from ${dayInWords(from)} to ${dayInWords(validTo)}` : `from ${dayInWords(from)}`;
}

const lowerFirst = (text: string) =>
  text.replace(/^(Every|First|Last|On|Second|Third|Fourth)/, (word) => word.toLowerCase());

function unique(lines: readonly string[]): string[] {
  return [...new Set(lines.filter(Boolean))];
}
