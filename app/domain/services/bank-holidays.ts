import { joined } from "./days-of-week.ts";
import { dayInWords } from "./opening-hours.ts";
import { type DayRules, opensOn, plusDays } from "./opens-on.ts";
import type { Schedule } from "./schedule.ts";

/** Bank holidays that are this near are named; the rest is said by the rule. */
const DAYS_AHEAD = 42;

/** "In term time only", "Closed on bank holidays: next on 4 May 2026": what the rules of a service mean for its days. */
export function dayRulesInWords(schedules: readonly Schedule[], rules: DayRules, today: string): string[] {
  const lines = rules.isTermTimeOnly ? ["In school term time only: ask before you come in the holidays"] : [];
  const met = rules.holidays.filter(
    ({ day }) => day >= today && day <= plusDays(today, DAYS_AHEAD) && opensOn(schedules, day).length > 0,
  );
  const next =
    met.length > 0 ? `, next on ${joined(met.map(({ day, name }) => `${dayInWords(day)} (${name})`))}` : "";
  if (rules.bankHolidays === "closed") lines.push(`Closed on bank holidays${next}`);
  if (rules.bankHolidays === "open") lines.push("Open on bank holidays");
  if (rules.bankHolidays === "ask") lines.push(`Ask before you come on a bank holiday${next}`);
  return lines;
}
