import { eq } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import type { Change } from "#app/domain/record.server.ts";
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

/**
 * Gives a meeting what its calendar says now, and notes when it was to begin before and since when it is off.
 * What took place is left alone, and so is what says the same already. The meeting's row is locked before.
 */
export async function changeMeeting(
  ctx: Ctx,
  meeting: Meeting,
  given: Partial<MeetingValues>,
): Promise<Followed> {
  if (held.includes(meeting.status) || meeting.endedAt) return { changes: [], news: [] };
  const names = (Object.keys(given) as (keyof MeetingValues)[]).filter(
    (name) => String(given[name]) !== String(meeting[name]),
  );
  if (names.length === 0) return { changes: [], news: [] };
  const values = Object.fromEntries(names.map((name) => [name, given[name] ?? null]));
  const [after] = await ctx.db
    .update(meetings)
    .set({ ...values, ...marksOf(ctx, meeting, values), sequence: meeting.sequence + 1, updatedAt: ctx.now })
    .where(eq(meetings.id, meeting.id))
    .returning();
  if (!after) return { changes: [], news: [] };
  const before = Object.fromEntries(names.map((name) => [name, meeting[name]]));
  const { id: meetingId, startsAt, heldOn, location } = meeting;
  return {
    changes: [{ deed: "follow calendar", noun: "meeting", nounId: meetingId, before, after: values }],
    news: [{ meetingId, what: newsOf(meeting, after), before: { startsAt, heldOn, location } }],
  };
}

function marksOf(ctx: Ctx, meeting: Meeting, values: Partial<MeetingValues>) {
  const moved = values.startsAt && meeting.startsAt ? { movedFrom: meeting.startsAt } : {};
  if (!values.status) return moved;
  if (!off.includes(values.status)) return { ...moved, calledOffAt: null };
  return { ...moved, calledOffAt: meeting.calledOffAt ?? ctx.now };
}
