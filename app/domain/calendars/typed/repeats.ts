import { londonDay } from "#app/domain/london-day.ts";
import { londonInstant } from "#app/domain/london-time.ts";

/** How an event repeats. "as-is" keeps a rule that none of the others can say. */
export const repeatWords = {
  none: "It does not repeat",
  weekly: "Every week",
  fortnightly: "Every two weeks",
  monthly: "Every month",
  "monthly-last": "Every month, in its last week",
  "as-is": "As it is now",
} as const;
export type Repeats = keyof typeof repeatWords;

const codes = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"] as const;
const names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
const counted = ["", "first", "second", "third", "fourth", "fifth"] as const;

const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

/** Which such weekday of its month a day is: 2 for the second Tuesday. */
export const nthOf = (day: string): number => Math.ceil(Number(day.slice(8, 10)) / 7);

interface Series {
  startsOn: string;
  repeats: Repeats;
  until: string | null;
  allDay: boolean;
}

/** The RRULE (RFC 5545 §3.3.10) of what people chose; null where it does not repeat. "as-is" is `known`. */
export function ruleOf(series: Series, known: string | null = null): string | null {
  const { startsOn, repeats } = series;
  const code = codes[weekdayOf(startsOn)];
  if (repeats === "none") return null;
  if (repeats === "as-is") return known && withUntil(known.replace(/;?UNTIL=[^;]*/i, ""), series);
  if (repeats === "weekly") return withUntil(`FREQ=WEEKLY;BYDAY=${code}`, series);
  if (repeats === "fortnightly") return withUntil(`FREQ=WEEKLY;INTERVAL=2;BYDAY=${code}`, series);
  return withUntil(`FREQ=MONTHLY;BYDAY=${repeats === "monthly" ? nthOf(startsOn) : -1}${code}`, series);
}

/** UNTIL of a timed series is an instant in UTC, of whole days a date (RFC 5545 §3.3.10). */
function withUntil(rule: string, { until, allDay }: Series): string {
  if (!until) return rule;
  const digits = (text: string) => text.replace(/[-:]|\.\d+/g, "");
  const last = allDay ? digits(until) : digits(londonInstant(until, "23:59").toISOString());
  return `${rule};UNTIL=${last}`;
}

/** What people chose, read back from a rule; "as-is" for a rule of another kind. */
export function repeatsOf(rule: string | null): Repeats {
  if (rule === null) return "none";
  const plain = rule.toUpperCase().replace(/;?UNTIL=[^;]*/, "");
  if (/^FREQ=WEEKLY;BYDAY=[A-Z]{2}$/.test(plain)) return "weekly";
  if (/^FREQ=WEEKLY;INTERVAL=2;BYDAY=[A-Z]{2}$/.test(plain)) return "fortnightly";
  if (/^FREQ=MONTHLY;BYDAY=[1-4][A-Z]{2}$/.test(plain)) return "monthly";
  if (/^FREQ=MONTHLY;BYDAY=-1[A-Z]{2}$/.test(plain)) return "monthly-last";
  return "as-is";
}

/** The last London day that a rule allows; null where it goes on. */
export function untilOf(rule: string | null): string | null {
  const [, year, month, day, time] = /UNTIL=(\d{4})(\d\d)(\d\d)(?:T(\d{6})Z?)?/i.exec(rule ?? "") ?? [];
  if (!year) return null;
  const date = `${year}-${month}-${day}`;
  if (!time) return date;
  const clock = `${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}`;
  return londonDay(new Date(`${date}T${clock}Z`));
}

/** "Every Tuesday", "Every two weeks on Tuesday", "The second Tuesday of every month"; empty for a single event. */
export function repeatsInWords(rule: string | null, startsOn: string): string {
  const repeats = repeatsOf(rule);
  const weekday = names[weekdayOf(startsOn)];
  if (repeats === "none") return "";
  if (repeats === "weekly") return `Every ${weekday}`;
  if (repeats === "fortnightly") return `Every two weeks on ${weekday}`;
  if (repeats === "monthly") return `The ${counted[nthOf(startsOn)]} ${weekday} of every month`;
  if (repeats === "monthly-last") return `The last ${weekday} of every month`;
  return severalDays(rule ?? "");
}

function severalDays(rule: string): string {
  const [, days] = /^FREQ=WEEKLY;BYDAY=([A-Z,]+)/i.exec(rule) ?? [];
  const found = (days ?? "").split(",").map((code) => names[codes.indexOf(code as (typeof codes)[number])]);
  if (!days || found.some((name) => !name)) return "On several dates";
  return `Every ${found.slice(0, -1).join(", ")} and ${found.at(-1)}`;
}
