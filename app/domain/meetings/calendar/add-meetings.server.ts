import { and, eq, exists, inArray, isNull, ne, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Occurrence } from "#app/domain/calendars/sync/keep-occurrences.server.ts";
import { instantsOf } from "#app/domain/calendars/sync/occurrence-rows.ts";
import type { Ctx } from "#app/domain/context.ts";
import { inParts } from "#app/domain/in-parts.ts";
import { events, occurrences } from "#db/schema/calendars.ts";
import { meetingOccurrences } from "#db/schema/diary/following.ts";
import { groupRules } from "#db/schema/groups.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import { changeMeeting, type Followed, type Meeting } from "./change-meeting.server.ts";
import { findRules, groupsFor } from "./meeting-sources.server.ts";
import { changedFields, meetingValues } from "./meeting-values.ts";

/** A happening that is to be a meeting, and of which groups. */
export interface Missing {
  occurrence: Occurrence;
  groupIds: string[];
}

/** Happenings that are in the diary for all to read, match a group's rule, wait for nobody and are not yet meetings. */
export async function findMissing(ctx: Ctx, calendarId: string): Promise<Missing[]> {
  const { db } = ctx;
  const one = { one: sql`1` };
  const isMeeting = db.select(one).from(meetings).where(eq(meetings.occurrenceId, occurrences.id));
  const isFurther = db
    .select(one)
    .from(meetingOccurrences)
    .where(eq(meetingOccurrences.occurrenceId, occurrences.id));
  const rows = await db
    .select({ occurrence: occurrences, categories: events.categories })
    .from(occurrences)
    .innerJoin(events, eq(events.id, occurrences.eventId))
    .where(
      and(
        eq(events.calendarId, calendarId),
        eq(events.isPublic, true),
        eq(events.isHeld, false),
        ne(occurrences.status, "withdrawn"),
        notExists(isMeeting),
        notExists(isFurther),
      ),
    )
    .orderBy(occurrences.startsOn, occurrences.id);
  const rules = (await findRules(ctx, [calendarId])).get(calendarId) ?? [];
  return rows
    .map(({ occurrence, categories }) => ({
      occurrence,
      groupIds: groupsFor(rules, { summary: occurrence.summary, categories }),
    }))
    .filter(({ groupIds }) => groupIds.length > 0);
}

/** Makes them meetings: those of another body's diary or entered by hand if they are the same, else new ones. */
export async function addMissing(ctx: Ctx, missing: readonly Missing[]): Promise<Followed> {
  if (missing.length === 0) return { changes: [], news: [] };
  const joined = await joinOthers(ctx, missing);
  const left = missing.filter(({ occurrence }) => !joined.ids.has(occurrence.id));
  const adopted = await adoptByHand(ctx, left);
  const known = new Set(adopted.map(({ occurrenceId }) => occurrenceId));
  const added = await addNew(
    ctx,
    left.filter(({ occurrence }) => !known.has(occurrence.id)),
  );
  return {
    changes: [
      ...joined.changes,
      ...adopted.map(({ id }) => ({ deed: "follow calendar", noun: "meeting", nounId: id })),
      ...added.map(({ id, title, startsAt }) => ({
        ...{ deed: "add meeting from calendar", noun: "meeting", nounId: id },
        after: { title, startsAt },
      })),
    ],
    news: [...joined.news, ...added.map(({ id }) => ({ meetingId: id, what: "new" as const, before: null }))],
  };
}

const twin = alias(occurrences, "twin");
const twinEvent = alias(events, "twin_event");

/**
 * One UID and one slot in two diaries are one meeting, where its title or its time is the same besides: some programs
 * number their events from one (calendar case 44). The version with the higher SEQUENCE is followed.
 */
async function joinOthers(ctx: Ctx, missing: readonly Missing[]): Promise<Followed & { ids: Set<string> }> {
  const all = { changes: [], news: [], ids: new Set<string>() } as Followed & { ids: Set<string> };
  for (const { occurrence, meeting, other } of await findTwins(ctx, missing)) {
    if (all.ids.has(occurrence.id) || !isSame(occurrence, other)) continue;
    all.ids.add(occurrence.id);
    await ctx.db.insert(meetingOccurrences).values({ occurrenceId: occurrence.id, meetingId: meeting.id });
    const after = { occurrenceId: occurrence.id };
    all.changes.push({ deed: "join calendars", noun: "meeting", nounId: meeting.id, after });
    const isNewer = occurrence.sequence > other.sequence || other.status === "withdrawn";
    const fields = isNewer ? changedFields(meeting, other, occurrence) : null;
    const { changes, news } = fields
      ? await changeMeeting(ctx, meeting, fields.after)
      : { changes: [], news: [{ meetingId: meeting.id, what: "details" as const, before: null }] };
    all.changes.push(...changes);
    all.news.push(...news);
  }
  return all;
}

function isSame(a: Occurrence, b: Occurrence): boolean {
  const [one, other] = [instantsOf(a).startsAt.getTime(), instantsOf(b).startsAt.getTime()];
  return one === other || a.summary.toLowerCase() === b.summary.toLowerCase();
}

/** The same UID and slot in other calendars, with the meetings they are; the meetings are locked. */
async function findTwins(ctx: Ctx, missing: readonly Missing[]) {
  const found: { occurrence: Occurrence; other: Occurrence; meeting: Meeting }[] = [];
  const meetingId = sql<string>`coalesce(
    (select m.id from meetings m where m.occurrence_id = ${twin.id}),
    (select mo.meeting_id from meeting_occurrences mo where mo.occurrence_id = ${twin.id}))`;
  for (const part of inParts(missing.map(({ occurrence }) => occurrence))) {
    const pairs = await ctx.db
      .select({ occurrence: occurrences, other: twin, meetingId })
      .from(occurrences)
      .innerJoin(events, eq(events.id, occurrences.eventId))
      .innerJoin(
        twinEvent,
        and(eq(twinEvent.uid, events.uid), ne(twinEvent.id, events.id), eq(twinEvent.isPublic, true)),
      )
      .innerJoin(twin, and(eq(twin.eventId, twinEvent.id), eq(twin.recurrenceId, occurrences.recurrenceId)))
      .where(
        inArray(
          occurrences.id,
          part.map(({ id }) => id),
        ),
      )
      .orderBy(occurrences.id, twin.createdAt, twin.id);
    const ids = [...new Set(pairs.flatMap((pair) => pair.meetingId ?? []))].sort();
    if (ids.length === 0) continue;
    const rows = await ctx.db
      .select()
      .from(meetings)
      .where(inArray(meetings.id, ids))
      .orderBy(meetings.id)
      .for("no key update");
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const { meetingId: id, ...pair } of pairs) {
      const meeting = byId.get(id);
      if (meeting) found.push({ ...pair, meeting });
    }
  }
  return found;
}

/** A meeting that somebody entered by hand, of one of its groups and at the same moment, is the same meeting. */
async function adoptByHand(ctx: Ctx, missing: readonly Missing[]): Promise<Meeting[]> {
  const groupIds = [...new Set(missing.flatMap((one) => one.groupIds))];
  if (groupIds.length === 0) return [];
  const ofMeeting = eq(meetingGroups.meetingId, meetings.id);
  const ofGroups = and(ofMeeting, inArray(meetingGroups.groupId, groupIds));
  const byHand = await ctx.db
    .select({
      meeting: meetings,
      groupIds: sql<
        string[]
      >`array(select mg.group_id::text from meeting_groups mg where mg.meeting_id = ${meetings}.id)`,
    })
    .from(meetings)
    .where(
      and(
        isNull(meetings.occurrenceId),
        exists(ctx.db.select({ one: sql`1` }).from(meetingGroups).where(ofGroups)),
      ),
    )
    .orderBy(meetings.id)
    .for("no key update");
  const free = new Set(byHand);
  const adopted: Meeting[] = [];
  for (const { occurrence, groupIds: wanted } of missing) {
    const start = instantsOf(occurrence).startsAt.getTime();
    const found = [...free].find(
      (one) => one.meeting.startsAt?.getTime() === start && one.groupIds.some((id) => wanted.includes(id)),
    );
    if (!found) continue;
    free.delete(found);
    const { id } = found.meeting;
    await ctx.db.update(meetings).set({ occurrenceId: occurrence.id }).where(eq(meetings.id, id));
    adopted.push({ ...found.meeting, occurrenceId: occurrence.id });
  }
  return adopted;
}

async function addNew(ctx: Ctx, missing: readonly Missing[]): Promise<Meeting[]> {
  const added: Meeting[] = [];
  const closed = await findClosed(
    ctx,
    missing.flatMap(({ groupIds }) => groupIds),
  );
  for (const part of inParts(missing)) {
    const rows = part.map(({ occurrence, groupIds }) => ({
      ...meetingValues(occurrence),
      isPublic: !groupIds.some((id) => closed.has(id)),
      occurrenceId: occurrence.id,
      calledOffAt: occurrence.status === "cancelled" ? ctx.now : null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    }));
    const made = await ctx.db.insert(meetings).values(rows).returning();
    const groupsOf = new Map(part.map(({ occurrence, groupIds }) => [occurrence.id, groupIds]));
    const bodies = made.flatMap(({ id, occurrenceId }) =>
      (groupsOf.get(occurrenceId ?? "") ?? []).map((groupId, position) => ({
        meetingId: id,
        groupId,
        position,
      })),
    );
    for (const some of inParts(bodies)) await ctx.db.insert(meetingGroups).values(some);
    added.push(...made);
  }
  return added;
}

/** A body that meets in private does not become public by its diary; without a rule of its own it meets in public. */
async function findClosed(ctx: Ctx, groupIds: readonly string[]): Promise<Set<string>> {
  if (groupIds.length === 0) return new Set();
  const closed = await ctx.db
    .select({ id: groupRules.groupId })
    .from(groupRules)
    .where(and(inArray(groupRules.groupId, [...new Set(groupIds)]), eq(groupRules.meetsInPublic, false)));
  return new Set(closed.map(({ id }) => id));
}
