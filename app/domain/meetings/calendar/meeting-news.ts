import type { MeetingState } from "#db/vocabulary.ts";

/** What happened to a meeting, for those who were to come. */
export interface MeetingNews {
  meetingId: string;
  what: "new" | "moved" | "called off" | "on again" | "withdrawn" | "details";
  /** Where and when it was to be; null for a new one. */
  before: WhenAndWhere | null;
  /** Groups whose meeting it is no longer, though others still hold it. */
  leftGroupIds?: readonly string[];
}

export interface WhenAndWhere {
  startsAt: Date | null;
  heldOn: string;
  location: string;
}

type Seen = WhenAndWhere & { status: MeetingState };

const off: readonly MeetingState[] = ["cancelled", "postponed", "withdrawn"];

/** The one thing to tell of a change: that it is off or on again counts for more than where or when it is. */
export function newsOf(before: Seen, after: Seen): MeetingNews["what"] {
  const [wasOff, isOff] = [off.includes(before.status), off.includes(after.status)];
  if (isOff && !wasOff) return after.status === "withdrawn" ? "withdrawn" : "called off";
  if (wasOff && !isOff) return "on again";
  const moved =
    before.startsAt?.getTime() !== after.startsAt?.getTime() || before.location !== after.location;
  return moved && !isOff ? "moved" : "details";
}
