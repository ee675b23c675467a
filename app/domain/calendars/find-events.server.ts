import { and, asc, count, eq, gte, inArray, lte, min, or, type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { findPlaceId } from "#app/domain/places/find.server.ts";
import { calendars, events, occurrences } from "#db/schema/calendars.ts";
import { organisations } from "#db/schema/organisations.ts";
import { places } from "#db/schema/places.ts";
import { serviceTerms, taxonomyTerms } from "#db/schema/taxonomies.ts";
import {
  columns,
  type EventRow,
  eventOf,
  london,
  londonToday,
  ofCalendar,
  ofEvent,
  ofOwner,
  owner,
  published,
  standing,
} from "./event-rows.server.ts";
import { plusDays } from "./inputs.ts";
import { instantOf, isoInstant } from "./time-zone.ts";

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

/** Public happenings by day, then time; one that began earlier and still runs counts for the first day. */
export async function findEvents(ctx: Ctx, filter: EventFilter = {}): Promise<EventRow[]> {
  const { from = londonToday(ctx.now), limit = 50, offset = 0 } = filter;
  const rows = await ctx.db
    .select(columns)
    .from(occurrences)
    .innerJoin(events, ofEvent)
    .leftJoin(calendars, ofCalendar)
    .leftJoin(organisations, ofOwner)
    .leftJoin(places, eq(places.id, events.placeId))
    .where(and(...(await conditions(ctx, { ...filter, from }))))
    .orderBy(
      sql`greatest(${occurrences.startsOn}, ${from}::date)`,
      sql`${occurrences.startsAt} asc nulls first`,
      asc(occurrences.id),
    )
    .limit(limit)
    .offset(offset);
  return rows.map(eventOf);
}

/** How many happenings `findEvents` would list without a limit. */
export async function countEvents(ctx: Ctx, filter: EventFilter): Promise<number> {
  const { from = londonToday(ctx.now) } = filter;
  const [row] = await ctx.db
    .select({ total: count() })
    .from(occurrences)
    .innerJoin(events, ofEvent)
    .leftJoin(calendars, ofCalendar)
    .leftJoin(organisations, ofOwner)
    .where(and(...(await conditions(ctx, { ...filter, from }))));
  return row?.total ?? 0;
}

/** The first day after `to` on which something begins; null when nothing more is known. */
export async function findNextEventDay(
  ctx: Ctx,
  filter: EventFilter & { to: string },
): Promise<string | null> {
  const from = plusDays(filter.to, 1);
  const [row] = await ctx.db
    .select({ day: min(occurrences.startsOn) })
    .from(occurrences)
    .innerJoin(events, ofEvent)
    .leftJoin(calendars, ofCalendar)
    .leftJoin(organisations, ofOwner)
    .where(
      and(...(await conditions(ctx, { ...filter, from, to: undefined })), gte(occurrences.startsOn, from)),
    );
  return row?.day ?? null;
}

/** Something may run for weeks, but what began longer ago than this is looked for no more. */
const LONGEST_DAYS = 92;

async function conditions(ctx: Ctx, filter: EventFilter & { from: string }): Promise<(SQL | undefined)[]> {
  const { from, to, organisationId, serviceId } = filter;
  const [placeId, termIds] = await Promise.all([
    findPlaceId(ctx, filter.place),
    findTermIds(ctx, filter.topic),
  ]);
  return [
    standing,
    gte(occurrences.startsOn, plusDays(from, -LONGEST_DAYS)),
    to === undefined ? undefined : lte(occurrences.startsOn, to),
    or(gte(occurrences.startsOn, from), runsInto(from)),
    placeId === undefined ? undefined : eq(events.placeId, placeId),
    termIds && isAbout(termIds),
    organisationId === undefined ? undefined : eq(owner, organisationId),
    serviceId === undefined ? undefined : eq(events.serviceId, serviceId),
    ...published,
  ];
}

/** Began before that day and is not over when it begins: what ends at its midnight belongs to the day before. */
function runsInto(day: string): SQL {
  const midnight = isoInstant(instantOf(Date.parse(`${day}T00:00:00Z`), london).instant);
  return sql`(${occurrences.endsAt} > ${midnight}::timestamptz or (${occurrences.allDay} and ${occurrences.endsOn} > ${day}))`;
}

/** The term and the terms below it; undefined when there is no filter. Throws NotFound for a topic we do not know. */
async function findTermIds(ctx: Ctx, slug: string | undefined): Promise<string[] | undefined> {
  if (slug === undefined) return undefined;
  const rows = await ctx.db.execute<{ id: string }>(sql`
    with recursive below as (
      select id from ${taxonomyTerms} where slug = ${slug}
      union select term.id from ${taxonomyTerms} term join below on term.parent_id = below.id
    ) select id from below`);
  if (rows.length === 0) throw new NotFound("that topic");
  return rows.map(({ id }) => id);
}

/** Of the topic itself, or put on by a service of that topic. */
function isAbout(termIds: string[]): SQL | undefined {
  const ofService = sql`select 1 from ${serviceTerms} where ${serviceTerms.serviceId} = ${events.serviceId}`;
  return or(
    inArray(events.termId, termIds),
    sql`exists (${ofService} and ${inArray(serviceTerms.termId, termIds)})`,
  );
}
