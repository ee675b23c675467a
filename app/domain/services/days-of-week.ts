/** Days of iCalendar's BYDAY in words. */

const NAMES = {
  MO: "Monday",
  TU: "Tuesday",
  WE: "Wednesday",
  TH: "Thursday",
  FR: "Friday",
  SA: "Saturday",
  SU: "Sunday",
} as const;

type DayCode = keyof typeof NAMES;
const WEEK = Object.keys(NAMES) as DayCode[];

/** A day of the week, from 0 for Monday, and which of the month it is: 1 the first, -1 the last, 0 every one. */
export interface WeekDay {
  day: number;
  which: number;
}

/** Reads "MO,WE" or "1TU,-1FR"; what is no day is left out. */
export function weekDays(byday: string | null): WeekDay[] {
  return (byday ?? "").split(",").flatMap((part) => {
    const [, which, code] = /^([+-]?\d*)([A-Z]{2})$/.exec(part.trim()) ?? [];
    const day = WEEK.indexOf(code as DayCode);
    return day < 0 ? [] : [{ day, which: Number(which || 0) }];
  });
}

/** The weekday of a plain date, from 0 for Monday. */
export function weekDayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** "Every day", "Monday to Friday", "Every Tuesday", "Every Monday and Thursday". */
export function everyWeek(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const [first = 0] = sorted;
  const last = sorted.at(-1) ?? first;
  if (sorted.length === 7) return "Every day";
  if (sorted.length > 2 && last - first === sorted.length - 1) return `${nameOf(first)} to ${nameOf(last)}`;
  return sorted.length === 0 ? "Every week" : `Every ${joined(sorted.map(nameOf))}`;
}

/** "First and third Tuesday", "Last Friday": days of a month. */
export function daysOfMonth(days: readonly WeekDay[]): string {
  const byDay = new Map<number, number[]>();
  for (const { day, which } of days) byDay.set(day, [...(byDay.get(day) ?? []), which]);
  const parts = [...byDay].map(([day, which]) => `${joined(which.map(ordinalWord))} ${nameOf(day)}`.trim());
  return capital(joined(parts));
}

/** "15th", "1st and 22nd"; negative ones count from the end: "last day". */
export function monthDays(bymonthday: string): string {
  return joined(
    bymonthday
      .split(",")
      .map(Number)
      .filter((day) => Number.isInteger(day) && day !== 0)
      .map((day) => (day === -1 ? "last day" : day < 0 ? `${ordinal(-day)} last day` : ordinal(day))),
  );
}

export function nameOf(day: number): string {
  const code = WEEK[day];
  return code ? NAMES[code] : "";
}

/** "a", "a and b", "a, b and c". */
export function joined(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function ordinalWord(which: number): string {
  if (which === 0) return "every";
  if (which === -1) return "last";
  if (which < 0) return `${ordinal(-which)} last`;
  return ["", "first", "second", "third", "fourth", "fifth"][which] ?? ordinal(which);
}

function ordinal(number: number): string {
  const teens = number % 100 > 10 && number % 100 < 14;
  const ending = teens ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
}
