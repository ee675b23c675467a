import { and, desc, eq, inArray, lt } from "drizzle-orm";
import type { Ctx, Person } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { calendars } from "#db/schema/calendars.ts";
import { meetingAttendances, meetingInvitations, personalFeeds } from "#db/schema/diary/following.ts";
import { calendarHolds, calendarTexts } from "#db/schema/diary/syncs.ts";
import { meetings } from "#db/schema/meetings.ts";

type Self = Ctx & { actor: Person };

/**
 * What somebody said of meetings, what they were invited to, which calendars they connected, by host, and that they
 * have an address of their own: no address, as each opens a diary.
 */
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
    calendarsConnected: await findConnected({ db, actor }),
  };
}

const findConnected = ({ db, actor }: Pick<Self, "db" | "actor">) =>
  db
    .select({
      name: calendars.name,
      at: calendars.sourceShown,
      signsInAs: calendars.account,
      connectedAt: calendars.createdAt,
      disconnectedAt: calendars.disconnectedAt,
    })
    .from(calendars)
    .where(eq(calendars.connectedById, actor.id))
    .orderBy(desc(calendars.createdAt));

/**
 * Forgets all of it. What stands in their own calendar stays there; one that they signed in to for a group is read
 * no more, and tells its other keepers that it needs a password.
 */
export async function forgetDiaryTraces({ db, actor }: Self): Promise<void> {
  await db.delete(meetingAttendances).where(eq(meetingAttendances.personId, actor.id));
  await db.delete(meetingInvitations).where(eq(meetingInvitations.personId, actor.id));
  await db.delete(personalFeeds).where(eq(personalFeeds.personId, actor.id));
  await db
    .update(calendars)
    .set({ account: null, sealedPassword: null })
    .where(and(eq(calendars.connectedById, actor.id), eq(calendars.kind, "caldav")));
}

/** Forgets files that waited since before a moment for somebody to say that they are right, and the question. */
export async function forgetOldWaiting({ db }: Ctx, before: Date): Promise<number> {
  const uploads = db.select({ id: calendars.id }).from(calendars).where(eq(calendars.kind, "upload"));
  const { calendarId, href, keptAt } = calendarTexts;
  const gone = await db
    .delete(calendarTexts)
    .where(and(eq(href, "waiting"), lt(keptAt, before), inArray(calendarId, uploads)))
    .returning({ id: calendarId });
  const ids = gone.map(({ id }) => id);
  await db.delete(calendarHolds).where(inArray(calendarHolds.calendarId, ids));
  return ids.length;
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
