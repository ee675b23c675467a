import { and, asc, eq, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { calendars, events, occurrences } from "#db/schema/calendars.ts";
import { titleWords } from "#db/schema/columns.ts";
import { organisations } from "#db/schema/organisations.ts";
import { places } from "#db/schema/places.ts";
import {
  columns,
  type EventRow,
  eventOf,
  listedOnce,
  ofCalendar,
  ofEvent,
  ofOwner,
  published,
} from "./event-rows.server.ts";

/** Of more events than this with the same words in their titles, whichever come soonest will do. */
const MOST_ALIKE = 200;

/** Public events with all of these words in their titles, each by its next date, the soonest first. */
export async function findEventsTitled(ctx: Ctx, words: string, limit: number): Promise<EventRow[]> {
  const today = londonDay(ctx.now);
  const titled = sql`select id from ${events}
    where ${titleWords(events.summary)} @@ plainto_tsquery('english', ${words}) and ${events.isPublic} and ${events.sameAsId} is null limit ${MOST_ALIKE}`;
  const nextOfEach = sql`${occurrences.id} in (
    select distinct on (o.event_id) o.id from (${titled}) titled join occurrences o on o.event_id = titled.id
    where o.starts_on >= ${today}::date and o.status in ('confirmed', 'tentative')
    order by o.event_id, o.starts_on, o.starts_at nulls first, o.id)`;
  const rows = await ctx.db
    .select(columns)
    .from(occurrences)
    .innerJoin(events, ofEvent)
    .leftJoin(calendars, ofCalendar)
    .leftJoin(organisations, ofOwner)
    .leftJoin(places, eq(places.id, events.placeId))
    .where(and(nextOfEach, listedOnce, ...published))
    .orderBy(asc(occurrences.startsOn), sql`${occurrences.startsAt} asc nulls first`, asc(occurrences.id))
    .limit(limit);
  return rows.map(eventOf);
}
