import { londonDay } from "#app/domain/london-day.ts";
import { londonClock, londonInstant } from "#app/domain/london-time.ts";
import type { RecordState } from "#db/vocabulary.ts";

/** What keepers fill in, as plain JSON: the form edits it, the history shows and restores it. */
export interface OpportunityFields {
  title: string;
  summary: string;
  description: string;
  /** Slugs; none means all of Norfolk and Waveney. */
  places: string[];
  isOnline: boolean;
  commitment: string;
  howToApply: string;
  url: string | null;
  email: string | null;
  /** The London day on which it opens; null: at once. */
  opensOn: string | null;
  /** The London day and time at which it closes; both null: open until taken down. */
  closesOn: string | null;
  closesTime: string | null;
}

interface StoredMoments {
  opensAt: Date;
  closesAt: Date | null;
}

export const fieldNames = {
  title: "Title",
  summary: "In one sentence",
  description: "More about it",
  places: "Where",
  isOnline: "Online",
  commitment: "What it takes or gives",
  howToApply: "How to apply",
  url: "Web page",
  email: "E-mail address",
  opensOn: "Opens on",
  closesOn: "Closes on",
  closesTime: "Closes at",
} as const satisfies Record<keyof OpportunityFields, string>;

/** Without a time, something closes at the end of its day. */
export const END_OF_DAY = "23:59";

/** Closed by the clock: at its closing moment and after, with no hand needed. No closing moment: open until taken down. */
export function isClosed(opportunity: { closesAt: Date | null }, now: Date): boolean {
  return opportunity.closesAt !== null && opportunity.closesAt <= now;
}

/** Whether it has a public page: also while it is closed, by the clock or for now. */
export function isPublished({ state }: { state: RecordState }): boolean {
  return state === "live" || state === "temporarily-closed";
}

/** Whether people have seen it before, so that nobody has to approve it again. */
export function wasPublished(at: { state: RecordState; publishedAt: Date | null }): boolean {
  return at.publishedAt !== null || isPublished(at);
}

/** Days and times of the clock in London, as fields. A day was chosen for opening if it opens at its midnight. */
export function daysOf({ opensAt, closesAt }: StoredMoments) {
  return {
    opensOn: londonClock(opensAt) === "00:00" ? londonDay(opensAt) : null,
    closesOn: closesAt && londonDay(closesAt),
    closesTime: closesAt && londonClock(closesAt),
  };
}

/** The instants that the fields mean. What opens at once keeps the moment since when it has been open. */
export function momentsOf(
  { opensOn, closesOn, closesTime }: Pick<OpportunityFields, "opensOn" | "closesOn" | "closesTime">,
  before: StoredMoments | null,
  now: Date,
): StoredMoments {
  const since = before && before.opensAt <= now ? before.opensAt : now;
  return {
    opensAt: opensOn ? londonInstant(opensOn, "00:00") : since,
    closesAt: closesOn ? londonInstant(closesOn, closesTime ?? END_OF_DAY) : null,
  };
}

/** What state something comes back to: where it was, but never to a queue that it has left. */
export function stateToRestore(before: unknown): RecordState {
  const state = (before as { state?: RecordState } | null)?.state;
  return state === "live" || state === "temporarily-closed" ? state : "draft";
}
