import { and, asc, eq, gt, gte, inArray, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { findTermIds } from "#app/domain/find-term-ids.server.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { findPlaceId } from "#app/domain/places/find.server.ts";
import { calendars, events, occurrences } from "#db/schema/calendars.ts";
import { organisations } from "#db/schema/organisations.ts";
import { places } from "#db/schema/places.ts";
import { serviceTerms } from "#db/schema/taxonomies.ts";
import {
  columns,
  dayOf,
  type EventRow,
  eventOf,
  listedDates,
  ofCalendar,
  ofEvent,
  ofOwner,
  published,
  standing,
} from "./event-rows.server.ts";
import { plusDays } from "./inputs.ts";

export interface EventFilter {
  /** Slugs. An unknown one throws NotFound. */
  place?: string | undefined;
  topic?: string | undefined;
  organisationId?: string;
  serviceId?: string;
  /** Plain days in London, both included; without `from`, today. */
  from?: string | undefined;
  to?: string | undefined;
  limit?: number;
  offset?: number;
}

/** Public happenings by day, then time; what began before the first day and still runs comes before the rest. */
export async function findEvents(ctx: Ctx, filter: EventFilter = {}): Promise<EventRow[]> {
  const { from = londonDay(ctx.now), to, limit = 50, offset = 0 } = filter;
  const where = await conditions(ctx, filter);
  const running = await select(ctx, [...where, runsInto(from)], MOST_RUNNING, 0);
  const first = running.slice(offset, offset + limit);
  if (first.length === limit) return first;
  const starting = [
    ...where,
    gte(occurrences.startsOn, from),
    to === undefined ? undefined : lte(occurrences.startsOn, to),
  ];
  const rest = await select(ctx, starting, limit - first.length, Math.max(0, offset - running.length));
  return [...first, ...rest];
}

/** The first day after `to` on which something begins; null when nothing more is known. */
export async function findNextEventDay(
  ctx: Ctx,
  filter: EventFilter & { to: string },
): Promise<string | null> {
  const later = [...(await conditions(ctx, filter)), gt(occurrences.startsOn, filter.to)];
  const [next] = await select(ctx, later, 1, 0);
  return next ? dayOf(next) : null;
}

/** More than this many at once that run for days is no calendar but a mistake. */
const MOST_RUNNING = 200;

/** In the order of the index on days, so that a page reads little more than its own rows. */
async function select(
  ctx: Ctx,
  where: (SQL | undefined)[],
  limit: number,
  offset: number,
): Promise<EventRow[]> {
  const rows = await ctx.db
    .select(columns)
    .from(occurrences)
    .innerJoin(events, ofEvent)
    .leftJoin(calendars, ofCalendar)
    .leftJoin(organisations, ofOwner)
    .leftJoin(places, eq(places.id, events.placeId))
    .where(and(...where))
    .orderBy(asc(occurrences.startsOn), sql`${occurrences.startsAt} asc nulls first`, asc(occurrences.id))
    .limit(limit)
    .offset(offset);
  return rows.map(eventOf);
}

async function conditions(ctx: Ctx, filter: EventFilter): Promise<(SQL | undefined)[]> {
  const { organisationId, serviceId } = filter;
  const [placeId, termIds] = await Promise.all([
    findPlaceId(ctx, filter.place),
    findTermIds(ctx, filter.topic),
  ]);
  return [
    standing,
    placeId === undefined ? undefined : eq(events.placeId, placeId),
    termIds && isAbout(termIds),
    organisationId === undefined ? undefined : isOf(organisationId),
    serviceId === undefined ? undefined : eq(events.serviceId, serviceId),
    // An organisation's own list names its events, wherever else they are listed
    organisationId === undefined ? listedDates : undefined,
    ...published,
  ];
}

/** As `owner` says, from the events' side: the days of everybody else are not walked through to find its own. */
export const isOf = (organisationId: string) => sql`${events.id} in (
  select id from events where organisation_id = ${organisationId}
  union all
  select e.id from calendars c join events e on e.calendar_id = c.id
  where c.organisation_id = ${organisationId} and e.organisation_id is null)`;

/** Something may run for weeks, but what began longer ago than this is looked for no more. */
const LONGEST_DAYS = 92;

/** Began before that day and is not over by it. A last day is the end of a timed happening, and the day before that of whole days. */
function runsInto(day: string): SQL | undefined {
  const wholeDays = sql`${occurrences.allDay}::int`;
  return and(
    lt(occurrences.startsOn, day),
    gte(occurrences.startsOn, plusDays(day, -LONGEST_DAYS)),
    sql`${occurrences.endsOn} - ${occurrences.startsOn} > ${wholeDays}`,
    sql`${occurrences.endsOn} - ${wholeDays} >= ${day}::date`,
  );
}

/** Of the topic itself, or put on by a service of that topic. */
export function isAbout(termIds: string[]): SQL | undefined {
  const ofService = sql`select 1 from ${serviceTerms} where ${serviceTerms.serviceId} = ${events.serviceId}`;
  return or(
    inArray(events.termId, termIds),
    sql`exists (${ofService} and ${inArray(serviceTerms.termId, termIds)})`,
  );
}
