import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { findCalendarToChange } from "#app/domain/calendars/keeping/find-calendar.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/ids.ts";
import { type calendars, events, occurrences } from "#db/schema/calendars.ts";
import { untitled } from "./given-titles.ts";

/** An event without a title, which waits until somebody says that it may be shown (calendar case 49). */
export interface HeldEvent {
  id: string;
  summary: string;
  location: string;
  /** Its first dates to come, or its last ones. */
  dates: { start: string; end: string | null; allDay: boolean }[];
  more: number;
}

const mostDates = 3;

/** Waits for a title, and is still in its calendar: with its last date the question is gone. */
export const isWaiting: SQL = sql`${events.isHeld} and ${events.isPublic} and exists
  (select 1 from ${occurrences} o where o.event_id = ${events.id} and o.status <> 'withdrawn')`;

/** The events of a calendar that wait. The caller sees to who may know of them. */
export async function findHeldEvents(ctx: Ctx, calendarId: string): Promise<HeldEvent[]> {
  const rows = await ctx.db
    .select()
    .from(events)
    .where(and(eq(events.calendarId, calendarId), isWaiting))
    .orderBy(asc(events.createdAt), asc(events.id))
    .limit(100);
  return withDates(ctx, rows);
}

/** One of them, with its calendar. Throws NotFound, NotAllowed, or Conflict where somebody has answered for it already. */
export async function findHeldEvent(ctx: Ctx, calendarId: string, eventId: string) {
  const { calendar } = await findCalendarToChange(ctx, calendarId);
  const ofCalendar = and(
    eq(events.id, eventId),
    eq(events.calendarId, calendarId),
    eq(events.isPublic, true),
  );
  const [row] = isId(eventId) ? await ctx.db.select().from(events).where(ofCalendar) : [];
  if (!row) throw new NotFound("an event that waits for a title");
  if (!row.isHeld) throw new Conflict(`This event waits for nobody any more: ${whatBecameOf(row)}.`);
  const [event] = await withDates(ctx, [row]);
  if (!event) throw new NotFound("an event that waits for a title");
  return { calendar: { id: calendar.id, name: calendar.name }, event };
}

function whatBecameOf({ givenTitle, summary }: Pick<typeof events.$inferSelect, "givenTitle" | "summary">) {
  if (givenTitle && givenTitle === summary) return `somebody has given it the title “${givenTitle}”`;
  return summary === untitled
    ? "somebody has said that it may be shown without a title"
    : `the calendar itself says its title now, “${summary}”`;
}

type Notices = (typeof calendars.$inferSelect)["notices"];

/** The notices of a calendar, where those about events without a title say what became of them here. */
export async function withTitlesGiven(ctx: Ctx, calendarId: string, notices: Notices): Promise<Notices> {
  const uids = notices.flatMap(({ uid, message }) => (uid !== null && isAboutTitle(message) ? [uid] : []));
  if (uids.length === 0) return notices;
  const rows = await ctx.db
    .select({ uid: events.uid, isHeld: events.isHeld, givenTitle: events.givenTitle })
    .from(events)
    .where(and(eq(events.calendarId, calendarId), inArray(events.uid, uids)));
  const byUid = new Map(rows.map((row) => [row.uid, row]));
  return notices.map((notice) => {
    const row = isAboutTitle(notice.message) ? byUid.get(notice.uid ?? "") : undefined;
    if (!row) return notice;
    // "Untitled event" is the reading's word for it, and no name
    return { ...notice, summary: row.givenTitle, message: titleInWords(row) };
  });
}

const isAboutTitle = (message: string): boolean => /^This event has no title/.test(message);

function titleInWords({ isHeld, givenTitle }: { isHeld: boolean; givenTitle: string | null }): string {
  if (isHeld) return "This event has no title, so nobody else sees it until somebody gives it one.";
  return givenTitle
    ? "It has no title in the calendar. Somebody gave it this one here."
    : "This event has no title in the calendar. Somebody said that it may be shown without one.";
}

type Row = Pick<typeof events.$inferSelect, "id" | "summary" | "location">;

async function withDates(ctx: Ctx, rows: readonly Row[]): Promise<HeldEvent[]> {
  const ids = rows.map(({ id }) => id);
  const found = ids.length === 0 ? [] : await findDates(ctx, ids);
  return rows.map(({ id, summary, location }) => {
    const own = found.filter(({ eventId }) => eventId === id);
    const toCome = own.filter(({ startsOn }) => startsOn >= ctx.now.toISOString().slice(0, 10));
    const shown = toCome.length > 0 ? toCome : own;
    const dates = shown.slice(0, mostDates).map(({ startsAt, endsAt, startsOn, endsOn, allDay }) => ({
      start: startsAt?.toISOString() ?? startsOn,
      end: allDay ? endsOn : (endsAt?.toISOString() ?? null),
      allDay,
    }));
    return { id, summary, location, dates, more: shown.length - dates.length };
  });
}

const findDates = ({ db }: Ctx, eventIds: string[]) =>
  db
    .select()
    .from(occurrences)
    .where(inArray(occurrences.eventId, eventIds))
    .orderBy(asc(occurrences.startsOn), asc(occurrences.startsAt));
