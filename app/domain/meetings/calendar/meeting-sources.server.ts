import { eq, inArray, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { isMatch } from "#app/domain/calendars/keeping/match-rule.ts";
import type { Occurrence } from "#app/domain/calendars/sync/keep-occurrences.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { inParts } from "#app/domain/in-parts.ts";
import { calendarGroups, events, occurrences } from "#db/schema/calendars.ts";
import { meetingOccurrences } from "#db/schema/diary/following.ts";
import { meetings } from "#db/schema/meetings.ts";

/** A happening in one calendar that a meeting stands for. A joint meeting has one in the diary of each body. */
export interface Source {
  meetingId: string;
  occurrence: Occurrence;
  calendarId: string;
  categories: string[];
  isPublic: boolean;
}

/** Still in that diary, for all to read. */
export const stands = ({
  occurrence,
  isPublic,
}: Pick<Source, "isPublic"> & Pick<Matched, "occurrence">): boolean =>
  isPublic && occurrence.status !== "withdrawn";

/**
 * Whose version of a meeting counts, of those that stand and whose rule takes it: the one that it follows, else the
 * one that was there first. A diary that nobody reads any more gives way to one that is read.
 */
export function decidingOf(sources: readonly Matched[], followedId: string | null): Matched | undefined {
  const read = sources.filter(({ isRead }) => isRead);
  const able = read.length > 0 ? read : sources;
  return able.find(({ occurrence }) => occurrence.id === followedId) ?? able[0];
}

/** What decides whose meeting a happening is. */
export interface Matched {
  calendarId: string;
  occurrence: Pick<Occurrence, "id" | "summary" | "status">;
  categories: string[];
  isPublic: boolean;
  /** Its calendar is connected. */
  isRead: boolean;
}

/** As little of the sources of meetings as decides whose they are: a diary may hold thousands. */
export async function findMatched(ctx: Ctx, meetingIds: readonly string[]): Promise<Map<string, Matched[]>> {
  const found = new Map<string, Matched[]>();
  if (meetingIds.length === 0) return found;
  const rows = await ctx.db.execute<
    Omit<Matched, "occurrence"> & Matched["occurrence"] & { meetingId: string }
  >(sql`
    with given as (select value::uuid as id from jsonb_array_elements_text(${JSON.stringify(meetingIds)}::jsonb)),
    links as (
      select m.id as meeting_id, m.occurrence_id from given join meetings m on m.id = given.id
        where m.occurrence_id is not null
      union all
      select l.meeting_id, l.occurrence_id from given join meeting_occurrences l on l.meeting_id = given.id)
    select l.meeting_id as "meetingId", o.id, o.summary, o.status, e.calendar_id as "calendarId", e.categories,
      e.is_public as "isPublic", c.disconnected_at is null as "isRead"
    from links l join occurrences o on o.id = l.occurrence_id join events e on e.id = o.event_id
    join calendars c on c.id = e.calendar_id
    order by o.created_at, o.id`);
  for (const { meetingId, id, summary, status, ...row } of rows) {
    const one = { ...row, occurrence: { id, summary, status } };
    const known = found.get(meetingId);
    if (known) known.push(one);
    else found.set(meetingId, [one]);
  }
  return found;
}

/** The sources of meetings, by meeting, in an order that is always the same. */
export async function findSources(ctx: Ctx, meetingIds: readonly string[]): Promise<Map<string, Source[]>> {
  const found = new Map<string, Source[]>();
  for (const ids of inParts([...new Set(meetingIds)])) {
    const links = linksOf(ctx, ids);
    const rows = await ctx.db
      .select({
        meetingId: links.meetingId,
        occurrence: occurrences,
        calendarId: sql<string>`${events.calendarId}`,
        categories: events.categories,
        isPublic: events.isPublic,
      })
      .from(links)
      .innerJoin(occurrences, eq(occurrences.id, links.occurrenceId))
      .innerJoin(events, eq(events.id, occurrences.eventId))
      .orderBy(links.meetingId, occurrences.createdAt, occurrences.id);
    for (const row of rows) found.set(row.meetingId, [...(found.get(row.meetingId) ?? []), row]);
  }
  return found;
}

function linksOf({ db }: Ctx, meetingIds: string[]) {
  const first = db
    .select({
      meetingId: meetings.id,
      occurrenceId: sql<string>`${meetings.occurrenceId}`.as("occurrence_id"),
    })
    .from(meetings)
    .where(inArray(meetings.id, meetingIds));
  const further = db
    .select({
      meetingId: meetingOccurrences.meetingId,
      occurrenceId: sql<string>`${meetingOccurrences.occurrenceId}`.as("occurrence_id"),
    })
    .from(meetingOccurrences)
    .where(inArray(meetingOccurrences.meetingId, meetingIds));
  return unionAll(first, further).as("links");
}

type Rule = typeof calendarGroups.$inferSelect;

/** Which happenings of some calendars are whose meetings, by calendar; groups in an order that is always the same. */
export async function findRules(ctx: Ctx, calendarIds: readonly string[]): Promise<Map<string, Rule[]>> {
  const rules = new Map<string, Rule[]>();
  if (calendarIds.length === 0) return rules;
  const rows = await ctx.db
    .select()
    .from(calendarGroups)
    .where(inArray(calendarGroups.calendarId, [...new Set(calendarIds)]))
    .orderBy(calendarGroups.groupId);
  for (const rule of rows) rules.set(rule.calendarId, [...(rules.get(rule.calendarId) ?? []), rule]);
  return rules;
}

/** The groups whose meeting a happening is. */
export function groupsFor(
  rules: readonly Rule[],
  happening: { summary: string; categories: readonly string[] },
): string[] {
  return rules
    .filter(({ matchBy: by, pattern }) => isMatch({ by, pattern }, happening))
    .map(({ groupId }) => groupId);
}

/** Those of some meetings that stand in more than one diary. */
export async function findJoint(ctx: Ctx, meetingIds: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const ids of inParts(meetingIds)) {
    const { meetingId } = meetingOccurrences;
    const rows = await ctx.db
      .selectDistinct({ meetingId })
      .from(meetingOccurrences)
      .where(inArray(meetingId, ids));
    found.push(...rows.map((row) => row.meetingId));
  }
  return found;
}

interface Follower {
  id: string;
  occurrenceId: string | null;
}

/**
 * Of meetings that are to follow another of their happenings: what was the first stays among the others, as it may
 * come back. The meetings themselves are yet to be written.
 */
export async function keepFirsts(
  { db }: Ctx,
  given: readonly { meeting: Follower; before: Follower }[],
): Promise<void> {
  const moved = given.filter(({ meeting, before }) => meeting.occurrenceId !== before.occurrenceId);
  for (const part of inParts(moved)) {
    const nexts = part.flatMap(({ meeting }) => meeting.occurrenceId ?? []);
    await db.delete(meetingOccurrences).where(inArray(meetingOccurrences.occurrenceId, nexts));
    const lefts = part.flatMap(({ before: { id, occurrenceId } }) =>
      occurrenceId ? [{ meetingId: id, occurrenceId }] : [],
    );
    await db.insert(meetingOccurrences).values(lefts);
  }
}
