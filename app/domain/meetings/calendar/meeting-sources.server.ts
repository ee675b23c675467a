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
export const stands = ({ occurrence, isPublic }: Source): boolean =>
  isPublic && occurrence.status !== "withdrawn";

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

/** Makes another of a meeting's sources its first one; what was the first stays among them, as it may come back. */
export async function promote(ctx: Ctx, first: Source, next: Source): Promise<void> {
  const { meetingId } = first;
  await ctx.db.delete(meetingOccurrences).where(eq(meetingOccurrences.occurrenceId, next.occurrence.id));
  await ctx.db.update(meetings).set({ occurrenceId: next.occurrence.id }).where(eq(meetings.id, meetingId));
  await ctx.db.insert(meetingOccurrences).values({ meetingId, occurrenceId: first.occurrence.id });
}
