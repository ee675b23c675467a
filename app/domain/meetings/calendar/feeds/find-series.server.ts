import { and, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { findRules, groupsFor } from "#app/domain/meetings/calendar/meeting-sources.server.ts";
import { calendars, events, occurrences } from "#db/schema/calendars.ts";
import { meetingSeries, meetingSeriesChanges } from "#db/schema/diary/meeting-series.ts";
import { groupRules } from "#db/schema/groups.ts";

export type SeriesRow = Awaited<ReturnType<typeof findSeries>>[number];

/** Something of a series' changes, as SQL. */
const ofChanges = <T>(what: SQL): SQL<T> => sql<T>`(
  select ${what} from ${meetingSeriesChanges} c where c.series_id = ${meetingSeries.id})`;

export const isUnchanged = sql`not exists ${ofChanges(sql`1`)}`;

/** Of some ids those that are series, with their events, and which of their changes are counted in their SEQUENCE. */
export function findSeries(ctx: Ctx, ids: string[]) {
  const lately = sql`max(c.changed_at) filter (where c.rises)`;
  return ctx.db
    .select({
      id: meetingSeries.id,
      groupIds: meetingSeries.groupIds,
      sequence: sql<number>`${meetingSeries.feedSequence} + ${ofChanges(sql`count(distinct c.changed_at) filter (where c.rises)`)}::int`,
      changedAt: sql`greatest(${meetingSeries.feedChangedAt}, ${ofChanges(lately)})`.mapWith(
        meetingSeries.feedChangedAt,
      ),
      seen: ofChanges<string[]>(sql`coalesce(json_agg(c.id), '[]')`),
      version: sql<string>`${meetingSeries}.xmin::text`,
      parts: events.series,
      createdAt: events.createdAt,
      summary: events.summary,
      categories: events.categories,
      calendarId: sql<string>`${calendars.id}`,
      isRead: sql<boolean>`${calendars.pausedAt} is null and ${calendars.disconnectedAt} is null
        and ${events.isPublic} and not ${events.isHeld}`,
    })
    .from(meetingSeries)
    .innerJoin(events, eq(events.id, meetingSeries.id))
    .innerJoin(calendars, eq(calendars.id, events.calendarId))
    .where(inArray(meetingSeries.id, ids));
}

/** A series as it was rendered. */
export interface RenderedSeries
  extends Pick<SeriesRow, "id" | "version" | "sequence" | "changedAt" | "seen"> {
  text: string;
  key: string;
}

/** Keeps what was rendered, and takes away the changes that are in it. Readers wait for nobody: the next one keeps the rest. */
export async function keepSeries(ctx: Ctx, rendered: readonly RenderedSeries[]): Promise<void> {
  for (const { id, version, text, key, sequence, changedAt, seen } of rendered) {
    await ctx.db.execute(sql`
      with free as (
          select id from meeting_series where id = ${id} and xmin::text = ${version} for update skip locked),
        counted as (
          select c.id from meeting_series_changes c join free on free.id = c.series_id
          where c.id = any (${sql.param(seen)}::uuid[]) for update of c skip locked),
        gone as (delete from meeting_series_changes where id in (select id from counted))
      update meeting_series s set feed_text = ${text}, feed_key = ${key}, feed_sequence = ${sequence},
        feed_changed_at = ${changedAt.toISOString()}::timestamptz from free where s.id = free.id`);
  }
}

interface Slot {
  slot: string;
  isGone: boolean;
}

/** Every date of an event that was ever known. */
export function findSlots(ctx: Ctx, eventId: string): Promise<Slot[]> {
  return ctx.db
    .select({ slot: occurrences.recurrenceId, isGone: sql<boolean>`${occurrences.status} = 'withdrawn'` })
    .from(occurrences)
    .where(and(eq(occurrences.eventId, eventId), ne(occurrences.recurrenceId, "")))
    .orderBy(sql`${occurrences.recurrenceId} collate "C"`);
}

/**
 * Whether somebody vouches for dates after those that are known: the diary is read and has the last of them, and what
 * it calls the series makes it the meetings of bodies that all of its meetings have, and that meet in public.
 */
export async function goesOn(
  ctx: Ctx,
  { calendarId, isRead, summary, categories, groupIds }: Omit<SeriesRow, "parts">,
  slots: readonly Slot[],
): Promise<boolean> {
  if (!isRead || slots.at(-1)?.isGone !== false) return false;
  const rules = (await findRules(ctx, [calendarId])).get(calendarId) ?? [];
  const bodies = groupsFor(rules, { summary, categories });
  if (bodies.length === 0 || bodies.some((id) => !groupIds.includes(id))) return false;
  const closed = await ctx.db
    .select({ groupId: groupRules.groupId })
    .from(groupRules)
    .where(and(inArray(groupRules.groupId, bodies), eq(groupRules.meetsInPublic, false)));
  return closed.length === 0;
}
