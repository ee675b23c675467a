import { desc, eq, inArray, lt } from "drizzle-orm";
import type { Ctx, Person } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { meetingAttendances, meetingInvitations, personalFeeds } from "#db/schema/diary/following.ts";
import { meetings } from "#db/schema/meetings.ts";

type Self = Ctx & { actor: Person };

/** What somebody said of meetings, what they were invited to, and that they have an address of their own: not which. */
export async function findDiaryTraces({ db, actor }: Self) {
  return {
    calendarAddress: await db
      .select({ madeAt: personalFeeds.madeAt, lastAskedFor: personalFeeds.lastAskedOn })
      .from(personalFeeds)
      .where(eq(personalFeeds.personId, actor.id)),
    attendance: await db
      .select({
        meeting: meetings.title,
        on: meetings.heldOn,
        answer: meetingAttendances.answer,
        comment: meetingAttendances.comment,
        way: meetingAttendances.way,
        saidAt: meetingAttendances.answeredAt,
      })
      .from(meetingAttendances)
      .innerJoin(meetings, eq(meetings.id, meetingAttendances.meetingId))
      .where(eq(meetingAttendances.personId, actor.id))
      .orderBy(desc(meetings.heldOn)),
    invitations: await db
      .select({
        meeting: meetings.title,
        on: meetings.heldOn,
        sentAt: meetingInvitations.sentAt,
        takenBackAt: meetingInvitations.cancelledAt,
      })
      .from(meetingInvitations)
      .innerJoin(meetings, eq(meetings.id, meetingInvitations.meetingId))
      .where(eq(meetingInvitations.personId, actor.id))
      .orderBy(desc(meetings.heldOn)),
  };
}

/** Forgets all of it. What stands in their own calendar stays there. */
export async function forgetDiaryTraces({ db, actor }: Self): Promise<void> {
  await db.delete(meetingAttendances).where(eq(meetingAttendances.personId, actor.id));
  await db.delete(meetingInvitations).where(eq(meetingInvitations.personId, actor.id));
  await db.delete(personalFeeds).where(eq(personalFeeds.personId, actor.id));
}

/** Forgets who came, and who was invited, to meetings before a moment; answers with how many rows went. */
export async function forgetOldDiaryTraces({ db }: Ctx, before: Date): Promise<number> {
  const old = db
    .select({ id: meetings.id })
    .from(meetings)
    .where(lt(meetings.heldOn, londonDay(before)));
  const said = await db
    .delete(meetingAttendances)
    .where(inArray(meetingAttendances.meetingId, old))
    .returning({ id: meetingAttendances.meetingId });
  const sent = await db
    .delete(meetingInvitations)
    .where(inArray(meetingInvitations.meetingId, old))
    .returning({ id: meetingInvitations.id });
  return said.length + sent.length;
}
