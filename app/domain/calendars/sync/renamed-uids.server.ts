import { and, asc, eq, gt, ne, or } from "drizzle-orm";
import type { Feed } from "#app/domain/calendars/ics.ts";
import type { Notice } from "#app/domain/calendars/reading/notices.ts";
import type { Ctx } from "#app/domain/context.ts";
import { events, occurrences } from "#db/schema/calendars.ts";
import { occurrenceValues } from "./occurrence-rows.ts";

/** From this share of lost UIDs on, it is the program that names everything anew (cozy konnectors issue 215). */
const churn = 0.8;

/**
 * Some programs give every event a new UID at each export. Where most of what is to come seems to have gone,
 * an event that now starts at the same time under the same title and place is the same event: its row takes
 * the new UID. Answers with a notice where that happened.
 */
export async function followRenamedUids(ctx: Ctx, calendarId: string, feed: Feed): Promise<Notice[]> {
  const known = await findFirsts(ctx, calendarId);
  // What turned private kept its name: it is hidden, not lost.
  const given = new Set([...feed.events.map(({ uid }) => uid), ...feed.hiddenUids]);
  const lost = [...known.values()].filter(({ uid }) => !given.has(uid));
  if (lost.length === 0 || lost.length < churn * known.size) return [];
  const renamed = matches(ctx, lost, feed, new Set([...known.values()].map(({ uid }) => uid)));
  for (const { id, uid } of renamed) await ctx.db.update(events).set({ uid }).where(eq(events.id, id));
  if (renamed.length === 0) return [];
  const message = `This calendar names its events anew at each export; ${renamed.length} were known again by time, title and place.`;
  return [{ line: null, uid: null, message }];
}

interface First {
  id: string;
  uid: string;
  looks: string;
}

/** Each event with what its next happening looks like, by the event's id. */
async function findFirsts(ctx: Ctx, calendarId: string): Promise<Map<string, First>> {
  const toCome = or(gt(occurrences.startsAt, ctx.now), gt(occurrences.startsOn, today(ctx)));
  const rows = await ctx.db
    .select({ id: events.id, uid: events.uid, occurrence: occurrences })
    .from(events)
    .innerJoin(occurrences, eq(occurrences.eventId, events.id))
    .where(and(eq(events.calendarId, calendarId), toCome, ne(occurrences.status, "withdrawn")))
    .orderBy(asc(occurrences.startsOn), asc(occurrences.startsAt));
  const firsts = new Map<string, First>();
  for (const { id, uid, occurrence } of rows) {
    if (!firsts.has(id)) firsts.set(id, { id, uid, looks: looksOf(occurrence) });
  }
  return firsts;
}

/** One lost event for each new UID whose next happening looks the same. */
function matches(ctx: Ctx, lost: First[], feed: Feed, known: Set<string>): { id: string; uid: string }[] {
  const byLooks = new Map<string, First[]>();
  for (const one of lost) byLooks.set(one.looks, [...(byLooks.get(one.looks) ?? []), one]);
  const renamed = new Map<string, { id: string; uid: string }>();
  for (const one of feed.occurrences) {
    if (known.has(one.uid) || renamed.has(one.uid)) continue;
    const values = occurrenceValues(one);
    const isToCome = (values.startsAt ?? new Date(0)) > ctx.now || values.startsOn > today(ctx);
    const match = isToCome ? byLooks.get(looksOf(values))?.shift() : undefined;
    if (match) renamed.set(one.uid, { id: match.id, uid: one.uid });
  }
  return [...renamed.values()];
}

const today = (ctx: Ctx): string => ctx.now.toISOString().slice(0, 10);

function looksOf(row: {
  startsAt: Date | null;
  startsOn: string;
  summary: string;
  location: string;
}): string {
  return [row.startsAt?.toISOString() ?? row.startsOn, row.summary, row.location].join("\n");
}
