import { isOver, type MeetingHours, timeOf } from "#app/domain/meetings/attendance/answering.ts";
import type { FeedMeeting } from "#app/domain/meetings/calendar/feeds/meeting-entry.ts";
import { isOn } from "#app/domain/meetings/policy.ts";

/** A meeting with all that an invitation to it says. */
export interface InvitedMeeting extends FeedMeeting, MeetingHours {
  isPublic: boolean;
  groups: { id: string; slug: string; name: string }[];
}

/** What somebody was last told of a meeting; `timeSequence` is the SEQUENCE since which its time is as told. */
export interface Told {
  told: string;
  timeTold: string;
  timeSequence: number;
  cancelledAt: Date | null;
}

/** What there is to say now. */
export type InvitationNews = "new" | "moved" | "changed" | "called off" | "closed" | "stopped";

/** Invitations begin three months ahead, as each is a mail of its own: later meetings follow as they come nearer. */
const DAYS_AHEAD = 92;
const DAY_MS = 86_400_000;

/** All that an invitation shows and a reader must know of. An agenda that is published is not told: its link stands on the page. */
export function toldOf({ title, status, location, onlineUrl, onRiseOf, ...time }: InvitedMeeting): string {
  return JSON.stringify([title, status === "tentative", timeOf(time), location, onlineUrl, onRiseOf]);
}

/** What to tell somebody of a meeting, given what they were told; null where they know it all. */
export function newsFor(
  meeting: InvitedMeeting,
  before: Told | undefined,
  { isWanted, now }: { isWanted: boolean; now: Date },
): InvitationNews | null {
  if (isOver(meeting, now)) return null;
  const stands = isOn(meeting) && meeting.isPublic;
  if (!before || before.cancelledAt) return isWanted && stands && isNear(meeting, now) ? "new" : null;
  if (!stands) return isOn(meeting) ? "closed" : "called off";
  if (!isWanted) return "stopped";
  if (before.told === toldOf(meeting)) return null;
  return before.timeTold === timeOf(meeting) ? "changed" : "moved";
}

export const isCancel = (news: InvitationNews): boolean => ["called off", "closed", "stopped"].includes(news);

/** The last day that is told of now. */
export const lastDayAhead = (now: Date): string =>
  new Date(now.getTime() + DAYS_AHEAD * DAY_MS).toISOString().slice(0, 10);

const isNear = ({ heldOn }: InvitedMeeting, now: Date): boolean => heldOn <= lastDayAhead(now);
