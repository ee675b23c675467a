import { randomUUID } from "node:crypto";
import { and, eq, getTableColumns, inArray } from "drizzle-orm";
import type { Feed } from "#app/domain/calendars/ics.ts";
import type { Notice } from "#app/domain/calendars/reading/notices.ts";
import type { Ctx } from "#app/domain/context.ts";
import { inParts } from "#app/domain/in-parts.ts";
import { insertMany, updateMany } from "#db/client.server.ts";
import { events, occurrences } from "#db/schema/calendars.ts";
import {
  type Known,
  type KnownEvent,
  type Occurrence,
  type Plan,
  planReading,
  type RowChange,
} from "./plan.ts";

export type { Occurrence };

/** What one reading changed; a happening that is gone from its feed is among `changed`, as withdrawn. */
export interface KeptOccurrences {
  added: Occurrence[];
  changed: { before: Occurrence; after: Occurrence }[];
  /** Every happening that turned private, past ones too: of a whole event, or a single date of one. */
  hidden: Occurrence[];
  notices: Notice[];
}

const { feedText: _, feedKey: __, ...eventColumns } = getTableColumns(events);

/** What is known of a calendar's happenings. */
export async function findKnown({ db }: Ctx, calendarId: string, readAt: Date | null): Promise<Known> {
  const ofCalendar = db.select({ id: events.id }).from(events).where(eq(events.calendarId, calendarId));
  return {
    events: await db.select(eventColumns).from(events).where(eq(events.calendarId, calendarId)),
    occurrences: await db.select().from(occurrences).where(inArray(occurrences.eventId, ofCalendar)),
    readAt,
  };
}

/**
 * Makes the rows of a calendar say what its feed says; reading the same again writes nothing.
 * Call it inside a transaction that holds the calendar's row.
 */
export async function keepOccurrences(
  ctx: Ctx,
  calendarId: string,
  { feed, to, readAt = null }: { feed: Feed; to: Date; readAt?: Date | null },
): Promise<KeptOccurrences> {
  const known = await findKnown(ctx, calendarId, readAt);
  return keepPlan(ctx, calendarId, planReading(known, feed, { now: ctx.now, to }));
}

/** Writes a plan, a few hundred rows to a statement. */
export async function keepPlan(ctx: Ctx, calendarId: string, plan: Plan): Promise<KeptOccurrences> {
  await changeRows(ctx, plan.changedEvents);
  const eventIds = await addEvents(ctx, calendarId, plan);
  const blanked = await changeOccurrences(ctx, plan.blanked);
  const changed = await changeOccurrences(ctx, [...plan.changed, ...plan.withdrawn]);
  const hidden = await hideEvents(ctx, plan.hiddenEvents);
  return {
    added: await addOccurrences(ctx, plan.added, eventIds),
    changed: [...blanked, ...changed],
    hidden: [...blanked.map(({ after }) => after), ...hidden],
    notices: plan.notices,
  };
}

/** The ids of a calendar's events by UID, after the new ones were added. */
async function addEvents(
  ctx: Ctx,
  calendarId: string,
  { newEvents, added }: Plan,
): Promise<Map<string, string>> {
  const stamps = { feedChangedAt: ctx.now, createdAt: ctx.now, updatedAt: ctx.now };
  await insertMany(
    ctx.db,
    events,
    newEvents.map((values) => ({ ...values, ...stamps, calendarId })),
  );
  if (added.length === 0) return new Map();
  const { id, uid } = events;
  const rows = await ctx.db.select({ id, uid }).from(events).where(eq(events.calendarId, calendarId));
  return new Map(rows.map((row) => [row.uid, row.id]));
}

async function addOccurrences(
  ctx: Ctx,
  added: Plan["added"],
  eventIds: ReadonlyMap<string, string>,
): Promise<Occurrence[]> {
  const made = added.flatMap(({ uid, ...values }): Occurrence[] => {
    const eventId = eventIds.get(uid);
    const stamps = { movedFrom: null, createdAt: ctx.now, updatedAt: ctx.now };
    return eventId ? [{ ...values, ...stamps, id: randomUUID(), eventId }] : [];
  });
  await insertMany(ctx.db, occurrences, made);
  return made;
}

/** A title and a place that were public before are as private as the rest (/about/privacy). */
async function hideEvents(ctx: Ctx, turned: readonly KnownEvent[]): Promise<Occurrence[]> {
  const hidden: Occurrence[] = [];
  for (const part of inParts(turned)) {
    const ids = part.map(({ id }) => id);
    await ctx.db
      .update(events)
      .set({ isPublic: false, updatedAt: ctx.now })
      .where(and(inArray(events.id, ids), eq(events.isPublic, true)));
    hidden.push(...(await ctx.db.select().from(occurrences).where(inArray(occurrences.eventId, ids))));
  }
  return hidden;
}

const eventValueNames = [
  ...([
    "uid",
    "summary",
    "description",
    "location",
    "onlineUrl",
    "url",
    "categories",
    "rrule",
    "series",
  ] as const),
  ...(["latitude", "longitude", "sequence", "isPublic", "isHeld"] as const),
  ...(["feedSequence", "feedChangedAt", "updatedAt"] as const),
];

/** Of rows that are there only what a reading may change is set. */
function changeRows(ctx: Ctx, changes: readonly RowChange<KnownEvent>[]): Promise<void> {
  const rows = changes.map(({ before, values }) => ({ ...before, ...values, updatedAt: ctx.now }));
  return updateMany(ctx.db, events, rows, eventValueNames);
}

const occurrenceValueNames = [
  ...([
    "recurrenceId",
    "isDetached",
    "movedFrom",
    "allDay",
    "startsAt",
    "endsAt",
    "startsOn",
    "endsOn",
  ] as const),
  ...(["timeZone", "summary", "location", "onlineUrl", "status", "sequence", "updatedAt"] as const),
];

async function changeOccurrences(
  ctx: Ctx,
  changes: readonly RowChange<Occurrence>[],
): Promise<KeptOccurrences["changed"]> {
  const made = changes.map(({ before, values }) => ({
    before,
    after: { ...before, ...values, updatedAt: ctx.now },
  }));
  await updateMany(
    ctx.db,
    occurrences,
    made.map(({ after }) => after),
    occurrenceValueNames,
  );
  return made;
}
