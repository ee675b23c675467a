import type { ReviewStep } from "#db/vocabulary-keeping.ts";

/** The periods of the ladder, in days from the day a confirmation falls due. */
export interface LadderPeriods {
  warnDaysBefore: number;
  leadAfterDays: number;
  teamAfterDays: number;
}

const DAY = 86_400_000;

/** Days from one plain date to another; negative when `to` is before `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** A plain date so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Every step that a record has reached whose confirmation falls due on a day, the first first. */
export function stepsReached(
  dueOn: string,
  today: string,
  { warnDaysBefore, leadAfterDays, teamAfterDays }: LadderPeriods,
): ReviewStep[] {
  const late = daysBetween(dueOn, today);
  const begins: [ReviewStep, number][] = [
    ["warned", -warnDaysBefore],
    ["due", 0],
    ["lead", leadAfterDays],
    ["team", teamAfterDays],
  ];
  return begins.filter(([, from]) => late >= from).map(([step]) => step);
}

export interface StepsToTake {
  /** Whom to write to: those who keep the record. */
  remind: boolean;
  /** Where the case goes; null: nowhere. */
  tell: "lead" | "team" | null;
}

/**
 * What to do, once, for steps that nobody has taken yet: the highest alone. After a standstill nobody gets
 * two reminders at once, and the lead is passed over where it is the team's turn; but keepers who were never
 * reminded are, since they are the ones who can confirm.
 */
export function stepsToTake(fresh: readonly ReviewStep[]): StepsToTake {
  const tell = fresh.includes("team") ? "team" : fresh.includes("lead") ? "lead" : null;
  return { remind: fresh.includes("warned") || fresh.includes("due"), tell };
}
