import { and, asc, eq, inArray } from "drizzle-orm";
import { findCalendarToChange } from "#app/domain/calendars/sync/find-kept.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/ids.ts";
import { events, occurrences } from "#db/schema/calendars.ts";

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

/** The events of a calendar that wait. The caller sees to who may know of them. */
export async function findHeldEvents(ctx: Ctx, calendarId: string): Promise<HeldEvent[]> {
  const rows = await ctx.db
    .select()
    .from(events)
    .where(and(eq(events.calendarId, calendarId), eq(events.isHeld, true), eq(events.isPublic, true)))
    .orderBy(asc(events.createdAt), asc(events.id))
    .limit(100);
  return withDates(ctx, rows);
}

/** One of them, with its calendar. Throws NotFound, NotAllowed. */
export async function findHeldEvent(ctx: Ctx, calendarId: string, eventId: string) {
  const { calendar } = await findCalendarToChange(ctx, calendarId);
  const ofCalendar = and(eq(events.id, eventId), eq(events.calendarId, calendarId), eq(events.isHeld, true));
  const rows = isId(eventId) ? await ctx.db.select().from(events).where(ofCalendar) : [];
  const [event] = await withDates(ctx, rows);
  if (!event) throw new NotFound("an event that waits for a title");
  return { calendar: { id: calendar.id, name: calendar.name }, event };
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
