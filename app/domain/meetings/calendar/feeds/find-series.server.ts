import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { findRules, groupsFor } from "#app/domain/meetings/calendar/meeting-sources.server.ts";
import { calendars, events, occurrences } from "#db/schema/calendars.ts";
import { meetingSeries } from "#db/schema/diary/meeting-series.ts";
import { groupRules } from "#db/schema/groups.ts";

export type SeriesRow = Awaited<ReturnType<typeof findSeries>>[number];

/** Of some ids those that are series, with their events. `version` changes with every change of what a series shows. */
export function findSeries(ctx: Ctx, ids: string[]) {
  return ctx.db
    .select({
      id: meetingSeries.id,
      groupIds: meetingSeries.groupIds,
      sequence: meetingSeries.feedSequence,
      changedAt: meetingSeries.feedChangedAt,
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
