import { randomUUID } from "node:crypto";
import { and, eq, exists, inArray, isNull, ne, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Occurrence } from "#app/domain/calendars/sync/keep-occurrences.server.ts";
import { instantsOf } from "#app/domain/calendars/sync/occurrence-rows.ts";
import type { Ctx } from "#app/domain/context.ts";
import { inParts } from "#app/domain/in-parts.ts";
import { insertMany } from "#db/client.server.ts";
import { events, occurrences } from "#db/schema/calendars.ts";
import { meetingOccurrences } from "#db/schema/diary/following.ts";
import { groupRules } from "#db/schema/groups.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import { type Followed, keepMeetings, type Meeting, nothing } from "./change-meeting.server.ts";
import { findRules, groupsFor } from "./meeting-sources.server.ts";
import { meetingValues } from "./meeting-values.ts";

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
export async function addMissing(
  ctx: Ctx,
  missing: readonly Missing[],
): Promise<Followed & { known: Set<string> }> {
  if (missing.length === 0) return { ...nothing, known: new Set() };
  const joined = await joinOthers(ctx, missing);
  const left = missing.filter(({ occurrence }) => !joined.ids.has(occurrence.id));
  const adopted = await adoptByHand(ctx, left);
  const known = new Set(adopted.map(({ occurrenceId }) => occurrenceId));
  const added = await addNew(
    ctx,
    left.filter(({ occurrence }) => !known.has(occurrence.id)),
  );
  return {
    known: new Set([...joined.changes.map(({ nounId }) => nounId), ...adopted.map(({ id }) => id)]),
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
 * number their events from one (calendar case 44). The diary that joins gives its body; what the meeting says stays as
 * the first diary has it.
 */
async function joinOthers(ctx: Ctx, missing: readonly Missing[]): Promise<Followed & { ids: Set<string> }> {
  const all = { changes: [], news: [], ids: new Set<string>() } as Followed & { ids: Set<string> };
  const links: { occurrenceId: string; meetingId: string }[] = [];
  for (const { occurrence, meetingId, other } of await findTwins(ctx, missing)) {
    if (all.ids.has(occurrence.id) || !isSame(occurrence, other)) continue;
    all.ids.add(occurrence.id);
    links.push({ occurrenceId: occurrence.id, meetingId });
    const after = { occurrenceId: occurrence.id };
    all.changes.push({ deed: "join calendars", noun: "meeting", nounId: meetingId, after });
    all.news.push({ meetingId, what: "details", before: null });
  }
  for (const part of inParts(links)) await ctx.db.insert(meetingOccurrences).values(part);
  return all;
}

function isSame(a: Occurrence, b: Occurrence): boolean {
  const [one, other] = [instantsOf(a).startsAt.getTime(), instantsOf(b).startsAt.getTime()];
  return one === other || a.summary.toLowerCase() === b.summary.toLowerCase();
}

/** The same UID and slot in other calendars, with the meetings they are. */
async function findTwins(ctx: Ctx, missing: readonly Missing[]) {
  const found: { occurrence: Occurrence; other: Occurrence; meetingId: string }[] = [];
  const meetingId = sql<string | null>`coalesce(
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
    for (const { meetingId, ...pair } of pairs) if (meetingId) found.push({ ...pair, meetingId });
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
  const free = new Map<number | undefined, typeof byHand>();
  for (const one of byHand) {
    const start = one.meeting.startsAt?.getTime();
    free.set(start, [...(free.get(start) ?? []), one]);
  }
  const adopted: Meeting[] = [];
  for (const { occurrence, groupIds: wanted } of missing) {
    const start = instantsOf(occurrence).startsAt.getTime();
    const then = free.get(start) ?? [];
    const found = then.find((one) => one.groupIds.some((id) => wanted.includes(id)));
    if (!found) continue;
    then.splice(then.indexOf(found), 1);
    adopted.push({ ...found.meeting, occurrenceId: occurrence.id });
  }
  await keepMeetings(ctx, adopted);
  return adopted;
}

type NewMeeting = Pick<Meeting, "id" | "title" | "startsAt">;

async function addNew(ctx: Ctx, missing: readonly Missing[]): Promise<NewMeeting[]> {
  const closed = await findClosed(
    ctx,
    missing.flatMap(({ groupIds }) => groupIds),
  );
  const made = missing.map(({ occurrence, groupIds }) => ({
    ...meetingValues(occurrence),
    id: randomUUID(),
    isPublic: !groupIds.some((id) => closed.has(id)),
    occurrenceId: occurrence.id,
    calledOffAt: occurrence.status === "cancelled" ? ctx.now : null,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  }));
  const bodies = missing.flatMap(({ groupIds }, at) =>
    groupIds.map((groupId, position) => ({ meetingId: made[at]?.id ?? "", groupId, position })),
  );
  await insertMany(ctx.db, meetings, made);
  await insertMany(ctx.db, meetingGroups, bodies);
  return made;
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
