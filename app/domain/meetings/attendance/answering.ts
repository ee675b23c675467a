import { londonDay } from "#app/domain/london-day.ts";
import { londonInstant } from "#app/domain/london-time.ts";
import { isOn } from "#app/domain/meetings/policy.ts";
import type { MeetingState } from "#db/vocabulary.ts";

/** What is to be known of a meeting's time; `endedAt` is when it did end, as somebody recorded. */
export interface MeetingHours {
  status: MeetingState;
  heldOn: string;
  startsAt: Date | null;
  endsAt: Date | null;
  endedAt: Date | null;
}

/** Whether one may still say that one comes: until it ends, and not to one that is called off. */
export function takesAnswers(meeting: MeetingHours, now: Date): boolean {
  return isOn(meeting) && !isOver(meeting, now);
}

/** Where nobody knows when it ends, it lasts until the end of its day. */
export function isOver({ status, heldOn, endsAt, endedAt }: MeetingHours, now: Date): boolean {
  if (status === "held" || status === "inquorate") return true;
  return now >= (endedAt ?? endsAt ?? endOf(heldOn));
}

const DAY_MS = 86_400_000;
const endOf = (day: string): Date =>
  londonInstant(londonDay(new Date(Date.parse(`${day}T12:00:00Z`) + DAY_MS)), "00:00");

/** The time that an answer is about, as one text: it changes when the meeting moves. */
export function timeOf({ heldOn, startsAt, endsAt }: Pick<MeetingHours, "heldOn" | "startsAt" | "endsAt">) {
  return startsAt ? `${startsAt.toISOString()}/${endsAt?.toISOString() ?? ""}` : heldOn;
}
