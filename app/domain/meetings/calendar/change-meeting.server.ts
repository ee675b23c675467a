import type { Ctx } from "#app/domain/context.ts";
import type { Change } from "#app/domain/record.server.ts";
import { updateMany } from "#db/client.server.ts";
import { meetings } from "#db/schema/meetings.ts";
import type { MeetingState } from "#db/vocabulary.ts";
import { type MeetingNews, newsOf } from "./meeting-news.ts";
import type { MeetingValues } from "./meeting-values.ts";

export type Meeting = typeof meetings.$inferSelect;

/** What a run did with meetings: what to record, and what to tell. */
export interface Followed {
  changes: Change[];
  news: MeetingNews[];
}

const off: readonly MeetingState[] = ["cancelled", "postponed", "withdrawn"];
const held: readonly MeetingState[] = ["held", "inquorate"];

/** A meeting as it is to be, with what to record and to tell of that. */
export interface ChangedMeeting extends Followed {
  after: Meeting;
}

export const nothing: Followed = { changes: [], news: [] };

/**
 * What becomes of a meeting that its calendar says something else of now, and notes when it was to begin before and
 * since when it is off. Null for what took place, and for what says the same already. Nothing is written yet.
 */
export function changedMeeting(
  ctx: Ctx,
  meeting: Meeting,
  given: Partial<MeetingValues>,
): ChangedMeeting | null {
  if (held.includes(meeting.status) || meeting.endedAt) return null;
  const names = (Object.keys(given) as (keyof MeetingValues)[]).filter(
    (name) => String(given[name]) !== String(meeting[name]),
  );
  if (names.length === 0) return null;
  const values = Object.fromEntries(names.map((name) => [name, given[name] ?? null]));
  const marks = { ...marksOf(ctx, meeting, values), sequence: meeting.sequence + 1, updatedAt: ctx.now };
  const after: Meeting = { ...meeting, ...values, ...marks };
  const before = Object.fromEntries(names.map((name) => [name, meeting[name]]));
  const { id: meetingId, startsAt, heldOn, location } = meeting;
  return {
    after,
    changes: [{ deed: "follow calendar", noun: "meeting", nounId: meetingId, before, after: values }],
    news: [{ meetingId, what: newsOf(meeting, after), before: { startsAt, heldOn, location } }],
  };
}

/** Writes meetings as they are to be, many to a statement. Their rows are locked before. */
export function keepMeetings(ctx: Ctx, rows: Iterable<Meeting>): Promise<void> {
  return updateMany(
    ctx.db,
    meetings,
    [...rows],
    [
      ...(["title", "status", "heldOn", "startsAt", "endsAt", "timeZone", "location", "onlineUrl"] as const),
      ...(["isPublic", "occurrenceId", "movedFrom", "calledOffAt", "sequence", "updatedAt"] as const),
    ],
  );
}

function marksOf(ctx: Ctx, meeting: Meeting, values: Partial<MeetingValues>) {
  const moved = values.startsAt && meeting.startsAt ? { movedFrom: meeting.startsAt } : {};
  if (!values.status) return moved;
  if (!off.includes(values.status)) return { ...moved, calledOffAt: null };
  return { ...moved, calledOffAt: meeting.calledOffAt ?? ctx.now };
}
