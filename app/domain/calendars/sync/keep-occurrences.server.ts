import { and, eq, inArray } from "drizzle-orm";
import type { Feed, FeedSource } from "#app/domain/calendars/ics.ts";
import type { Notice } from "#app/domain/calendars/reading/notices.ts";
import type { Ctx } from "#app/domain/context.ts";
import { inParts } from "#app/domain/in-parts.ts";
import { events, occurrences } from "#db/schema/calendars.ts";
import { pairMovedSlots } from "./moved-slots.ts";
import { eventValues, instantsOf, type OccurrenceValues, occurrenceValues } from "./occurrence-rows.ts";
import { followRenamedUids } from "./renamed-uids.server.ts";

export type Occurrence = typeof occurrences.$inferSelect;

/** What one reading changed; a happening that is gone from its feed is among `changed`, as withdrawn. */
export interface KeptOccurrences {
  added: Occurrence[];
  changed: { before: Occurrence; after: Occurrence }[];
  /** Every happening that turned private, past ones too: of a whole event, or a single date of one. */
  hidden: Occurrence[];
  notices: Notice[];
}

/**
 * Makes the rows of a calendar say what its feed says: happenings are known by UID and slot. Those that are
 * gone and still to come are withdrawn, never deleted; what is past stays. What the feed marks as private or
 * confidential is private from then on. Reading the same again writes nothing.
 * Call it inside a transaction that holds the calendar's row.
 */
export async function keepOccurrences(
  ctx: Ctx,
  calendarId: string,
  { feed, to }: { feed: Feed; to: Date },
): Promise<KeptOccurrences> {
  const renamed = await followRenamedUids(ctx, calendarId, feed);
  const known = await ctx.db.select().from(events).where(eq(events.calendarId, calendarId));
  const { sources, notices } = withoutStale(
    feed.events,
    new Map(known.map((row) => [row.uid, row.sequence])),
  );
  const eventIds = await keepEvents(ctx, calendarId, sources, new Map(known.map((row) => [row.uid, row])));
  const stored = await findOccurrences(ctx, calendarId);
  const blanked = await hideSlots(
    ctx,
    feed.hiddenSlots,
    new Map(known.map((row) => [row.uid, row.id])),
    stored,
  );
  const given = givenBy(feed, eventIds);
  const untouched = new Set(notices.map(({ uid }) => known.find((row) => row.uid === uid)?.id));
  const gone = [...stored]
    .filter(([key, row]) => !given.has(key) && !untouched.has(row.eventId) && isToCome(row, ctx.now, to))
    .map(([, row]) => row);
  const come = [...given].filter(([key]) => !stored.has(key)).map(([, values]) => values);
  const { moved, added, withdrawn } = sortOut(gone, come);
  const changed = [...given].flatMap(([key, values]) => {
    const before = stored.get(key);
    return before && differ(before, values) ? [{ before, values }] : [];
  });
  return {
    added: await insert(ctx, added),
    changed: [...blanked, ...(await change(ctx, [...changed, ...moved, ...withdrawn]))],
    hidden: [...blanked.map(({ after }) => after), ...(await hideEvents(ctx, calendarId, feed.hiddenUids))],
    notices: [...renamed, ...notices],
  };
}

function givenBy({ occurrences }: Feed, eventIds: Map<string, string>) {
  const given = new Map<string, OccurrenceValues & { eventId: string }>();
  for (const one of occurrences) {
    const eventId = eventIds.get(one.uid);
    if (eventId) given.set(`${eventId} ${one.recurrenceId ?? ""}`, { ...occurrenceValues(one), eventId });
  }
  return given;
}

/** Of the slots that went and came: those that only moved, the new ones, and those that will not be held. */
function sortOut<Values extends { eventId: string; startsOn: string }>(gone: Occurrence[], come: Values[]) {
  const pairs = pairMovedSlots(gone, come);
  const [went, came] = [new Set(pairs.map((pair) => pair.went)), new Set(pairs.map((pair) => pair.came))];
  return {
    moved: pairs.map((pair) => ({ before: pair.went, values: pair.came })),
    added: come.filter((values) => !came.has(values)),
    withdrawn: gone
      .filter((row) => !went.has(row))
      .map((before) => ({ before, values: { status: "withdrawn" as const } })),
  };
}

/** An event with a lower SEQUENCE than we know is an old copy: it and its happenings are left as they are. */
function withoutStale(sources: FeedSource[], known: Map<string, number>) {
  const isStale = ({ uid, sequence }: FeedSource) => sequence < (known.get(uid) ?? 0);
  const notices: Notice[] = sources.filter(isStale).map(({ uid, summary }) => ({
    line: null,
    uid,
    message: `“${summary}” is an older version than the one we have, so it was left as it is.`,
  }));
  return { sources: sources.filter((source) => !isStale(source)), notices };
}

async function keepEvents(
  ctx: Ctx,
  calendarId: string,
  sources: FeedSource[],
  known: Map<string, typeof events.$inferSelect>,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const added: (typeof events.$inferInsert)[] = [];
  for (const source of sources) {
    const values = eventValues(source);
    const row = known.get(source.uid);
    if (!row) added.push({ ...values, calendarId, createdAt: ctx.now, updatedAt: ctx.now });
    else {
      ids.set(source.uid, row.id);
      if (!differ(row, values)) continue;
      await ctx.db
        .update(events)
        .set({ ...values, updatedAt: ctx.now })
        .where(eq(events.id, row.id));
    }
  }
  for (const rows of inParts(added)) {
    const made = await ctx.db.insert(events).values(rows).returning({ id: events.id, uid: events.uid });
    for (const { id, uid } of made) ids.set(uid, id);
  }
  return ids;
}

/** A title and a place that were public before are as private as the rest (/about/privacy). */
async function hideEvents(ctx: Ctx, calendarId: string, uids: string[]): Promise<Occurrence[]> {
  const hidden: Occurrence[] = [];
  for (const some of inParts(uids)) {
    const turned = await ctx.db
      .update(events)
      .set({ isPublic: false, updatedAt: ctx.now })
      .where(and(eq(events.calendarId, calendarId), inArray(events.uid, some), eq(events.isPublic, true)))
      .returning({ id: events.id });
    const ids = turned.map(({ id }) => id);
    if (ids.length > 0)
      hidden.push(...(await ctx.db.select().from(occurrences).where(inArray(occurrences.eventId, ids))));
  }
  return hidden;
}

/** A single date has no privacy of its own, so its row forgets what it said. `stored` is kept in step. */
async function hideSlots(
  ctx: Ctx,
  slots: Feed["hiddenSlots"],
  eventIds: Map<string, string>,
  stored: Map<string, Occurrence>,
): Promise<KeptOccurrences["changed"]> {
  const values = { summary: "Private", location: "", onlineUrl: null, status: "withdrawn" as const };
  const changes = slots.flatMap(({ uid, recurrenceId }) => {
    const before = stored.get(`${eventIds.get(uid)} ${recurrenceId ?? ""}`);
    return before && differ(before, values) ? [{ before, values }] : [];
  });
  const changed = await change(ctx, changes);
  for (const { after } of changed) stored.set(`${after.eventId} ${after.recurrenceId}`, after);
  return changed;
}

async function findOccurrences(ctx: Ctx, calendarId: string): Promise<Map<string, Occurrence>> {
  const ofCalendar = ctx.db.select({ id: events.id }).from(events).where(eq(events.calendarId, calendarId));
  const rows = await ctx.db.select().from(occurrences).where(inArray(occurrences.eventId, ofCalendar));
  return new Map(rows.map((row) => [`${row.eventId} ${row.recurrenceId}`, row]));
}

/** Still in somebody's diary, and within what the feed was asked for. What was cancelled stays cancelled. */
function isToCome(row: Occurrence, now: Date, to: Date): boolean {
  const { startsAt } = instantsOf(row);
  return (row.status === "confirmed" || row.status === "tentative") && startsAt > now && startsAt < to;
}

const asText = (value: unknown) => JSON.stringify(value ?? null);

/** Whether any of the values is another than the row's. */
function differ<Row extends object>(row: Row, values: Partial<Record<keyof Row, unknown>>): boolean {
  return Object.entries(values).some(([name, value]) => asText(row[name as keyof Row]) !== asText(value));
}

async function insert(ctx: Ctx, values: (typeof occurrences.$inferInsert)[]): Promise<Occurrence[]> {
  const made: Occurrence[] = [];
  for (const rows of inParts(values)) {
    const stamped = rows.map((row) => ({ ...row, createdAt: ctx.now, updatedAt: ctx.now }));
    made.push(...(await ctx.db.insert(occurrences).values(stamped).returning()));
  }
  return made;
}

async function change(
  ctx: Ctx,
  changes: { before: Occurrence; values: Partial<Occurrence> }[],
): Promise<KeptOccurrences["changed"]> {
  const made: KeptOccurrences["changed"] = [];
  for (const { before, values } of changes) {
    const [after] = await ctx.db
      .update(occurrences)
      .set({ ...values, updatedAt: ctx.now })
      .where(and(eq(occurrences.id, before.id)))
      .returning();
    if (after) made.push({ before, after });
  }
  return made;
}
