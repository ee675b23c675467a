import { and, eq, inArray, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { KeptOccurrences } from "#app/domain/calendars/sync/keep-occurrences.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import type { Change } from "#app/domain/record.server.ts";
import { calendarGroups, events } from "#db/schema/calendars.ts";
import { groups } from "#db/schema/groups.ts";
import { addMissing, findMissing } from "./add-meetings.server.ts";
import { tellOfMeetings } from "./after-change.server.ts";
import { settleSeries } from "./feeds/settle-series.server.ts";
import { followChanges } from "./follow-changes.server.ts";
import { matchBodies } from "./match-bodies.server.ts";

/**
 * Makes the happenings of a calendar meetings of those of its groups whose rules they match. A meeting follows its
 * happening where that has changed, and only in what has changed: what people wrote here stays. With nothing kept it
 * follows rules that somebody changed; `left` are groups that the calendar serves no more. Call it inside a transaction that holds the calendar's row, after the
 * occurrences are kept and before the record; it answers with the changes to record, and tells who is to know.
 */
export async function syncMeetings(
  ctx: Ctx,
  calendarId: string,
  kept: Partial<KeptOccurrences> & { left?: readonly string[] } = {},
): Promise<Change[]> {
  // Two diaries of one joint meeting may be read at once: whoever adds meetings takes turns, before any group is locked
  const mayAdd = (await findMissing(ctx, calendarId)).length > 0;
  if (mayAdd) await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('meetings of calendars'))`);
  const left = kept.left ?? [];
  const groupIds = await lockGroups(ctx, calendarId, left);
  if (groupIds.length === 0) return [];
  const parts = [
    await followChanges(ctx, { changed: kept.changed ?? [], hidden: kept.hidden ?? [] }),
    await matchBodies(ctx, calendarId, left),
  ];
  if (mayAdd) {
    const added = await addMissing(ctx, await findMissing(ctx, calendarId));
    parts.push(added);
    // What is new has its bodies; what was there before may gain some
    if (added.known.size > 0) parts.push(await matchBodies(ctx, calendarId, left, added.known));
  }
  await settleSeries(ctx, calendarId);
  await tellOfMeetings(
    ctx,
    parts.flatMap(({ news }) => news),
  );
  return parts.flatMap(({ changes }) => changes);
}

/** What a calendar already holds is also for a group that connects it later. */
export function joinMeetings(ctx: Ctx, calendarId: string, _groupId: string): Promise<Change[]> {
  return syncMeetings(ctx, calendarId);
}

const twin = alias(events, "twin");

/**
 * The groups of a calendar, and of those that have an event with it in common. They are locked before their meetings,
 * as everywhere, so that nobody waits in a circle.
 */
export async function lockGroups(
  ctx: Ctx,
  calendarId: string,
  left: readonly string[] = [],
): Promise<string[]> {
  const own = ctx.db
    .select({ id: calendarGroups.groupId })
    .from(calendarGroups)
    .where(eq(calendarGroups.calendarId, calendarId));
  if ((await own).length + left.length === 0) return [];
  const joint = ctx.db
    .select({ id: calendarGroups.groupId })
    .from(events)
    .innerJoin(twin, and(eq(twin.uid, events.uid), ne(twin.calendarId, calendarId)))
    .innerJoin(calendarGroups, eq(calendarGroups.calendarId, twin.calendarId))
    .where(eq(events.calendarId, calendarId));
  const rows = await ctx.db
    .select({ id: groups.id })
    .from(groups)
    .where(or(inArray(groups.id, own), inArray(groups.id, joint), inArray(groups.id, [...left])))
    .orderBy(groups.id)
    .for("no key update");
  return rows.map(({ id }) => id);
}
