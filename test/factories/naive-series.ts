/**
 * A series by its definition alone, looked up day by day: slow, short and independent of the code under test.
 * Days count from 1970; times are minutes of the day on the wall.
 */
export interface NaiveRule {
  freq: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
  interval: number;
  /** Sunday is 0, as for Date; `nth` counts within the month, from its end if it is negative. */
  byDay?: { weekday: number; nth?: number }[];
  byMonthDay?: number[];
  byMonth?: number[];
  bySetPos?: number;
  weekStart: number;
  count?: number;
  untilDay?: number;
}

const names = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
const dateOf = (day: number) => new Date(day * 86_400_000);
const partsOf = (day: number) => ({
  year: dateOf(day).getUTCFullYear(),
  month: dateOf(day).getUTCMonth() + 1,
  date: dateOf(day).getUTCDate(),
  weekday: dateOf(day).getUTCDay(),
});
const lengthOfMonth = (day: number) =>
  new Date(Date.UTC(partsOf(day).year, partsOf(day).month, 0)).getUTCDate();

/** The days of a series up to `last`, its first one whether it fits or not. */
export function naiveDays(rule: NaiveRule, start: number, last: number): number[] {
  const days = [start];
  for (let day = start + 1; day <= Math.min(last, rule.untilDay ?? last); day += 1) {
    if (fits(rule, start, day)) days.push(day);
  }
  return days.slice(0, rule.count);
}

export function fits(rule: NaiveRule, start: number, day: number): boolean {
  if (!isCandidate(rule, start, day)) return false;
  if (rule.bySetPos === undefined) return true;
  const { date } = partsOf(day);
  const first = day - date + 1;
  const ofMonth = Array.from({ length: lengthOfMonth(day) }, (_, at) => first + at).filter((one) =>
    isCandidate(rule, start, one),
  );
  return ofMonth.at(rule.bySetPos > 0 ? rule.bySetPos - 1 : rule.bySetPos) === day;
}

function isCandidate(rule: NaiveRule, start: number, day: number): boolean {
  const [from, at] = [partsOf(start), partsOf(day)];
  if (rule.byMonth && !rule.byMonth.includes(at.month)) return false;
  if (turnsBetween(rule, start, day) % rule.interval !== 0) return false;
  const { byDay, byMonthDay } = rule;
  if (byMonthDay && !byMonthDay.some((n) => (n > 0 ? n : lengthOfMonth(day) + 1 + n) === at.date))
    return false;
  if (byDay && !byDay.some((one) => isNth(one, day))) return false;
  if (byDay || byMonthDay || rule.freq === "DAILY") return true;
  if (rule.freq === "WEEKLY") return at.weekday === from.weekday;
  return (
    at.date === from.date &&
    (rule.freq === "MONTHLY" || rule.byMonth !== undefined || at.month === from.month)
  );
}

function turnsBetween({ freq, weekStart }: NaiveRule, start: number, day: number): number {
  const [from, at] = [partsOf(start), partsOf(day)];
  const firstOfWeek = (one: number) => one - ((partsOf(one).weekday - weekStart + 7) % 7);
  if (freq === "DAILY") return day - start;
  if (freq === "WEEKLY") return (firstOfWeek(day) - firstOfWeek(start)) / 7;
  return freq === "MONTHLY" ? (at.year - from.year) * 12 + at.month - from.month : at.year - from.year;
}

function isNth({ weekday, nth }: { weekday: number; nth?: number }, day: number): boolean {
  const { date, weekday: own } = partsOf(day);
  if (own !== weekday) return false;
  if (nth === undefined) return true;
  return nth > 0 ? Math.ceil(date / 7) === nth : Math.ceil((lengthOfMonth(day) + 1 - date) / 7) === -nth;
}

/** The rule as iCalendar writes it; `until` in the form that the series asks for. */
export function ruleText(rule: NaiveRule, until?: string): string {
  const parts = [`FREQ=${rule.freq}`, `WKST=${names[rule.weekStart]}`];
  if (rule.interval > 1) parts.push(`INTERVAL=${rule.interval}`);
  if (rule.byMonth) parts.push(`BYMONTH=${rule.byMonth}`);
  if (rule.byMonthDay) parts.push(`BYMONTHDAY=${rule.byMonthDay}`);
  if (rule.byDay)
    parts.push(`BYDAY=${rule.byDay.map(({ weekday, nth }) => `${nth ?? ""}${names[weekday]}`)}`);
  if (rule.bySetPos) parts.push(`BYSETPOS=${rule.bySetPos}`);
  if (rule.count) parts.push(`COUNT=${rule.count}`);
  if (until) parts.push(`UNTIL=${until}`);
  return parts.join(";");
}

/** The first instant at which a clock of the zone shows this time; in a gap, as long after as it is in the gap. */
export function naiveInstant(day: number, minute: number, zone: string): number {
  const wall = (day * 1440 + minute) * 60_000;
  const shows = (instant: number) =>
    new Date(instant).toLocaleString("sv-SE", { timeZone: zone }).slice(0, 16) ===
    new Date(wall).toISOString().slice(0, 16).replace("T", " ");
  const offsets = [-300, -240, 0, 60].map((minutes) => wall - minutes * 60_000);
  const found = offsets.filter(shows).sort((a, b) => a - b)[0];
  return found ?? naiveInstant(day - 1, minute, zone) + 86_400_000;
}
