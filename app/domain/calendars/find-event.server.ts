import { and, asc, eq, exists, gte, ne, or, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/ids.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { hasPage } from "#app/domain/organisations/has-page.server.ts";
import { calendars, events, occurrences } from "#db/schema/calendars.ts";
import { organisations } from "#db/schema/organisations.ts";
import { places } from "#db/schema/places.ts";
import { services } from "#db/schema/services.ts";
import {
  columns,
  datesOf,
  type EventRow,
  eventOf,
  ofCalendar,
  ofEvent,
  ofOwner,
  published,
  standing,
  timing,
} from "./event-rows.server.ts";

export interface EventPage extends EventRow {
  description: string;
  url: string | null;
  service: { slug: string; name: string } | null;
  /** Its diary gave this date a version of its own, perhaps without the series that it belongs to. */
  isDetached: boolean;
  /** Other organisations that have it in their diaries (calendar case 44). */
  alsoOf: { slug: string; name: string }[];
  /** The next dates of the same series. */
  otherDates: Pick<EventRow, "id" | "start" | "end" | "allDay" | "status">[];
}

const OTHER_DATES = 12;

/** One happening by its id, with the next dates of its series; also one that was withdrawn. Throws NotFound. */
export async function findEvent(ctx: Ctx, id: string): Promise<EventPage> {
  const row = isId(id) ? await findRow(ctx, id) : undefined;
  if (!row) throw new NotFound("that event");
  const { eventId, description, url, service, isDetached } = row;
  const event = { ...eventOf(row), description, url, service, isDetached };
  const alsoOf = await findAlsoOf(ctx, eventId, row.sameAsId);
  return { ...event, alsoOf, otherDates: await findOtherDates(ctx, eventId, id) };
}

/** Whose the same event of other diaries is; one points to the other, or both to a third. */
async function findAlsoOf(ctx: Ctx, eventId: string, sameAsId: string | null): Promise<EventPage["alsoOf"]> {
  const head = sameAsId ?? eventId;
  const { slug, name } = organisations;
  return ctx.db
    .selectDistinct({ slug, name })
    .from(events)
    .innerJoin(calendars, ofCalendar)
    .innerJoin(organisations, eq(organisations.id, calendars.organisationId))
    .where(
      and(
        or(eq(events.id, head), eq(events.sameAsId, head)),
        and(ne(events.id, eventId), eq(events.isPublic, true), eq(events.isHeld, false), hasPage),
        exists(
          ctx.db
            .select({ one: sql`1` })
            .from(occurrences)
            .where(and(eq(occurrences.eventId, events.id), standing)),
        ),
      ),
    )
    .orderBy(asc(name));
}

async function findRow(ctx: Ctx, id: string) {
  const [row] = await ctx.db
    .select({
      ...columns,
      eventId: occurrences.eventId,
      sameAsId: events.sameAsId,
      description: events.description,
      url: events.url,
      isDetached: occurrences.isDetached,
      service: { slug: services.slug, name: services.name },
    })
    .from(occurrences)
    .innerJoin(events, ofEvent)
    .leftJoin(calendars, ofCalendar)
    .leftJoin(organisations, ofOwner)
    .leftJoin(places, eq(places.id, events.placeId))
    .leftJoin(services, and(eq(services.id, events.serviceId), eq(services.state, "live")))
    .where(and(eq(occurrences.id, id), ...published));
  return row;
}

async function findOtherDates(ctx: Ctx, eventId: string, id: string): Promise<EventPage["otherDates"]> {
  const rows = await ctx.db
    .select({ ...timing, id: occurrences.id, status: occurrences.status })
    .from(occurrences)
    .where(
      and(
        eq(occurrences.eventId, eventId),
        ne(occurrences.id, id),
        standing,
        gte(occurrences.startsOn, londonDay(ctx.now)),
      ),
    )
    .orderBy(asc(occurrences.startsOn), asc(occurrences.startsAt))
    .limit(OTHER_DATES);
  return rows.map((row) => ({ id: row.id, status: row.status, ...datesOf(row) }));
}
