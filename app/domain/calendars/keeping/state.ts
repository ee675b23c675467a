import type { RunOutcome } from "#db/vocabulary-diary.ts";

/** How a calendar stands, in the words of its page. */
export const states = {
  new: "Not read yet",
  working: "Working",
  held: "Held: is this right?",
  failing: "Cannot be read",
  paused: "Paused",
  disconnected: "Disconnected",
} as const;
export type CalendarState = keyof typeof states;

/** Those that need somebody come first. */
export const order: readonly CalendarState[] = [
  "held",
  "failing",
  "new",
  "working",
  "paused",
  "disconnected",
];

/** What of a calendar's rows says how it stands. */
interface Stands {
  disconnectedAt: Date | null;
  pausedAt: Date | null;
  problem: string | null;
  isHeld: boolean;
  lastReadAt: Date | null;
  lastOutcome: RunOutcome | null;
}

/** What was done by hand comes first, then what needs somebody. */
export function stateOf(calendar: Stands): CalendarState {
  if (calendar.disconnectedAt) return "disconnected";
  if (calendar.pausedAt) return "paused";
  if (calendar.problem !== null) return "failing";
  if (calendar.isHeld) return "held";
  return calendar.lastReadAt || calendar.lastOutcome ? "working" : "new";
}

/** "in about 12 minutes", "in about 3 hours", "now": no more exact than a clock with jitter is. */
export function timeUntil(next: Date, now: Date): string {
  const minutes = Math.ceil((next.getTime() - now.getTime()) / 60_000);
  if (minutes <= 1) return "within a minute";
  if (minutes < 90) return `in about ${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 36 ? `in about ${hours} hours` : `in about ${Math.round(hours / 24)} days`;
}
