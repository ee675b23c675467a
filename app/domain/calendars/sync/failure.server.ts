import { NotACalendar } from "#app/domain/calendars/reading/lines.ts";
import { Unreachable } from "#app/gateways/calendar-source.server.ts";
import type { FailureKind } from "#db/vocabulary-diary.ts";

/** Why a calendar could not be read, in words for its owner, and what kind of failure it is. */
export interface Failure {
  problem: string;
  kind: FailureKind;
  retryAfterMs: number | null;
}

/** The site's key is another than the one the address was sealed with. */
export class CannotOpen extends Error {
  override name = "CannotOpen";
}

/** What a run tells of an error that was to be expected; any other is thrown on. */
export function failureOf(error: unknown): Failure {
  const { message: problem } = error instanceof Error ? error : { message: String(error) };
  if (error instanceof Unreachable) return { problem, kind: error.kind, retryAfterMs: error.retryAfterMs };
  if (error instanceof NotACalendar) return { problem, kind: "not-a-calendar", retryAfterMs: null };
  if (error instanceof CannotOpen) return { problem, kind: "secret", retryAfterMs: null };
  throw error;
}
