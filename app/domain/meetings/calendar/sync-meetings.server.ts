import { and, eq, exists, gte, inArray, isNull, ne, notExists, sql } from "drizzle-orm";
import type { KeptOccurrences, Occurrence } from "#app/domain/calendars/sync/keep-occurrences.server.ts";
import { instantsOf } from "#app/domain/calendars/sync/occurrence-rows.ts";
import type { Ctx } from "#app/domain/context.ts";
import { inParts } from "#app/domain/in-parts.ts";
import { londonDay } from "#app/domain/london-day.ts";
import type { Change } from "#app/domain/record.server.ts";
import { calendarGroups, events, occurrences } from "#db/schema/calendars.ts";
import { groupRules, groups } from "#db/schema/groups.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import { changedFields, meetingValues } from "./meeting-values.ts";

type Meeting = typeof meetings.$inferSelect;

/**
 * Makes the happenings of a calendar meetings of its groups. A meeting follows its happening where that has
 * changed, and only in what has changed: what people wrote here stays. Call it inside a transaction, after
 * `keepOccurrences`; it answers with the changes to record.
 */
export async function syncMeetings(ctx: Ctx, calendarId: string, kept: KeptOccurrences): Promise<Change[]> {
  const groupIds = await lockGroups(ctx, calendarId);
  if (groupIds.length === 0) return [];
  const followed = await followChanges(ctx, kept.changed);
  const closed = await closeHidden(ctx, kept.hidden);
  const missing = await findWithoutMeeting(ctx, calendarId);
  const adopted = await adoptMeetings(ctx, missing, groupIds);
  const added = await addMeetings(
    ctx,
    missing.filter(({ id }) => !adopted.some((meeting) => meeting.occurrenceId === id)),
    groupIds,
  );
  return [
    ...followed,
    ...closed,
    ...adopted.map(({ id }) => ({ deed: "follow calendar", noun: "meeting", nounId: id })),
    ...added.map(({ id, title, startsAt }) => ({
      deed: "add meeting from calendar",
      noun: "meeting",
      nounId: id,
      after: { title, startsAt },
    })),
  ];
}

/** Meetings to come of a calendar are also the meetings of a group that connects it later. */
export async function joinMeetings(ctx: Ctx, calendarId: string, groupId: string): Promise<Change[]> {
  await lockGroups(ctx, calendarId);
  const position = sql<number>`(select count(*)::int from ${meetingGroups} mg where mg.meeting_id = ${meetings.id})`;
  const toCome = await ctx.db
    .select({ meetingId: meetings.id, groupId: sql<string>`${groupId}::uuid`, position })
    .from(meetings)
    .innerJoin(occurrences, eq(occurrences.id, meetings.occurrenceId))
    .innerJoin(events, and(eq(events.id, occurrences.eventId), eq(events.calendarId, calendarId)))
    .where(gte(meetings.heldOn, londonDay(ctx.now)));
  if (toCome.length === 0) return [];
  const joined = await ctx.db.insert(meetingGroups).values(toCome).onConflictDoNothing().returning();
  return joined.map(({ meetingId }) => ({
    deed: "join meeting",
    noun: "meeting",
    nounId: meetingId,
    after: { groupId },
  }));
}

/** The groups of a calendar. They are locked before their meetings, as everywhere, so that nobody waits in a circle. */
export async function lockGroups(ctx: Ctx, calendarId: string): Promise<string[]> {
  const ofCalendar = ctx.db
    .select({ id: calendarGroups.groupId })
    .from(calendarGroups)
    .where(eq(calendarGroups.calendarId, calendarId));
  const rows = await ctx.db
    .select({ id: groups.id })
    .from(groups)
    .where(inArray(groups.id, ofCalendar))
    .orderBy(groups.id)
    .for("no key update");
  return rows.map(({ id }) => id);
}

async function followChanges(ctx: Ctx, changed: KeptOccurrences["changed"]): Promise<Change[]> {
  const byOccurrence = new Map(changed.map((change) => [change.after.id, change]));
  const rows: Meeting[] = [];
  for (const ids of inParts([...byOccurrence.keys()])) {
    rows.push(
      ...(await ctx.db.select().from(meetings).where(inArray(meetings.occurrenceId, ids)).for("update")),
    );
  }
  const changes: Change[] = [];
  for (const meeting of rows) {
    const change = byOccurrence.get(meeting.occurrenceId ?? "");
    const fields = change && changedFields(meeting, change.before, change.after);
    if (!fields) continue;
    const values = { ...fields.after, sequence: meeting.sequence + 1, updatedAt: ctx.now };
    await ctx.db.update(meetings).set(values).where(eq(meetings.id, meeting.id));
    changes.push({ deed: "follow calendar", noun: "meeting", nounId: meeting.id, ...fields });
  }
  return changes;
}

/** What its diary calls private from now on is nobody's to read; opening it again is left to a hand. */
async function closeHidden(ctx: Ctx, hidden: Occurrence[]): Promise<Change[]> {
  const closed: { id: string }[] = [];
  for (const part of inParts(hidden)) {
    const ids = part.map(({ id }) => id);
    const rows = ctx.db
      .update(meetings)
      .set({ isPublic: false, updatedAt: ctx.now })
      .where(and(inArray(meetings.occurrenceId, ids), eq(meetings.isPublic, true)))
      .returning({ id: meetings.id });
    closed.push(...(await rows));
  }
  const after = { isPublic: false };
  return closed.map(({ id }) => ({ deed: "follow calendar", noun: "meeting", nounId: id, after }));
}

/** Happenings that are in the diary for all to read, and not yet meetings. */
async function findWithoutMeeting(ctx: Ctx, calendarId: string): Promise<Occurrence[]> {
  const isMeeting = ctx.db
    .select({ one: sql`1` })
    .from(meetings)
    .where(eq(meetings.occurrenceId, occurrences.id));
  const rows = await ctx.db
    .select({ occurrence: occurrences })
    .from(occurrences)
    .innerJoin(events, eq(events.id, occurrences.eventId))
    .where(
      and(
        eq(events.calendarId, calendarId),
        eq(events.isPublic, true),
        ne(occurrences.status, "withdrawn"),
        notExists(isMeeting),
      ),
    );
  return rows.map(({ occurrence }) => occurrence);
}

/** A meeting that somebody entered by hand, of one of the groups and at the same moment, is the same meeting. */
async function adoptMeetings(ctx: Ctx, missing: Occurrence[], groupIds: string[]): Promise<Meeting[]> {
  if (missing.length === 0) return [];
  const ofGroups = ctx.db
    .select({ one: sql`1` })
    .from(meetingGroups)
    .where(and(eq(meetingGroups.meetingId, meetings.id), inArray(meetingGroups.groupId, groupIds)));
  const byHand = await ctx.db
    .select()
    .from(meetings)
    .where(and(isNull(meetings.occurrenceId), exists(ofGroups)))
    .for("update");
  const byStart = new Map(byHand.map((meeting) => [meeting.startsAt?.getTime(), meeting]));
  const adopted: Meeting[] = [];
  for (const occurrence of missing) {
    const start = instantsOf(occurrence).startsAt.getTime();
    const meeting = byStart.get(start);
    if (!meeting) continue;
    byStart.delete(start);
    await ctx.db.update(meetings).set({ occurrenceId: occurrence.id }).where(eq(meetings.id, meeting.id));
    adopted.push({ ...meeting, occurrenceId: occurrence.id });
  }
  return adopted;
}

async function addMeetings(ctx: Ctx, missing: Occurrence[], groupIds: string[]): Promise<Meeting[]> {
  const added: Meeting[] = [];
  const isPublic = await meetInPublic(ctx, groupIds);
  for (const part of inParts(missing)) {
    const rows = part.map((occurrence) => ({
      ...meetingValues(occurrence),
      isPublic,
      occurrenceId: occurrence.id,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    }));
    const made = await ctx.db.insert(meetings).values(rows).returning();
    const bodies = made.flatMap(({ id }) =>
      groupIds.map((groupId, position) => ({ meetingId: id, groupId, position })),
    );
    for (const some of inParts(bodies)) await ctx.db.insert(meetingGroups).values(some);
    added.push(...made);
  }
  return added;
}

/** A body that meets in private does not become public by its diary; without a rule of its own it meets in public. */
async function meetInPublic(ctx: Ctx, groupIds: string[]): Promise<boolean> {
  const closed = await ctx.db
    .select({ id: groupRules.groupId })
    .from(groupRules)
    .where(and(inArray(groupRules.groupId, groupIds), eq(groupRules.meetsInPublic, false)));
  return closed.length === 0;
}
