import { and, asc, eq, gte, inArray, type SQL, sql } from "drizzle-orm";
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
  listedDates,
  ofCalendar,
  ofEvent,
  ofOwner,
  published,
} from "./event-rows.server.ts";

/** Of more events than this with the same words in their titles, whichever come soonest will do. */
const MOST_ALIKE = 200;

/** Public events with all of these words in their titles, each by its next date, the soonest first. */
export async function findEventsTitled(ctx: Ctx, words: string, limit: number): Promise<EventRow[]> {
  const titled = sql`select id from ${events}
    where ${titleWords(events.summary)} @@ plainto_tsquery('english', ${words}) and ${events.isPublic} limit ${MOST_ALIKE}`;
  const rows = await ctx.db
    .select(columns)
    .from(occurrences)
    .innerJoin(events, ofEvent)
    .leftJoin(calendars, ofCalendar)
    .leftJoin(organisations, ofOwner)
    .leftJoin(places, eq(places.id, events.placeId))
    .where(and(inArray(occurrences.id, nextDates(ctx, titled)), ...published))
    .orderBy(asc(occurrences.startsOn), sql`${occurrences.startsAt} asc nulls first`, asc(occurrences.id))
    .limit(limit);
  return rows.map(eventOf);
}

/** The next date of each of some events, of those that a list shows: one in two diaries is found once (calendar case 44). */
function nextDates({ db, now }: Ctx, ofEvents: SQL) {
  const { eventId, startsOn, startsAt, status, id } = occurrences;
  return db
    .selectDistinctOn([eventId], { id })
    .from(occurrences)
    .innerJoin(events, ofEvent)
    .where(
      and(
        sql`${events.id} in (${ofEvents})`,
        gte(startsOn, londonDay(now)),
        inArray(status, ["confirmed", "tentative"]),
        listedDates,
      ),
    )
    .orderBy(eventId, startsOn, sql`${startsAt} nulls first`, id);
}
