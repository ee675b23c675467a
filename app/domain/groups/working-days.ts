/**
 * Working days are Monday to Friday less the bank holidays of England and Wales, which are data and
 * never a formula (governance rules, section 2). A day is a plain date, `2026-11-05`.
 */
export type Holidays = ReadonlySet<string>;

const oneDay = 86_400_000;

export function isWorkingDay(day: string, holidays: Holidays): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/** The day that lies `count` working days before; the day itself does not count. */
export function workingDaysBefore(day: string, count: number, holidays: Holidays): string {
  return step(day, count, holidays, -oneDay);
}

/** The day that lies `count` working days after; the day itself does not count. */
export function workingDaysAfter(day: string, count: number, holidays: Holidays): string {
  return step(day, count, holidays, oneDay);
}

function step(day: string, count: number, holidays: Holidays, by: number): string {
  let at = day;
  for (let left = count; left > 0; ) {
    at = new Date(Date.parse(at) + by).toISOString().slice(0, 10);
    if (isWorkingDay(at, holidays)) left -= 1;
  }
  return at;
}
