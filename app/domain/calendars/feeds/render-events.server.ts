import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { addressIsHidden, ofCalendar, ofOwner } from "#app/domain/calendars/event-rows.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { calendars, events, occurrences } from "#db/schema/calendars.ts";
import { locations } from "#db/schema/locations.ts";
import { organisations } from "#db/schema/organisations.ts";
import { places } from "#db/schema/places.ts";
import { taxonomyTerms } from "#db/schema/taxonomies.ts";
import { daysBack, type FeedAddress } from "./answer.ts";
import { entriesOf, type FeedDate, type FeedEvent } from "./event-entries.ts";
import { ALWAYS, datedKey, daysAfter, daysAgo, keepTexts, keptOn, keyOf } from "./kept-texts.server.ts";
import { veventOf } from "./vevent.ts";

/** An event's kept text, where it may still be used, as SQL. */
export const keptText = (ctx: Ctx, address: FeedAddress) =>
  keptOn(events, keyOf(address), londonDay(ctx.now));

/** Renders events, series whole, and keeps their texts. Keeping is no change: neither record nor time of change move. */
export async function renderEvents(
  ctx: Ctx,
  address: FeedAddress,
  ids: string[],
): Promise<Map<string, string>> {
  const options = {
    page: address.links.event,
    today: londonDay(ctx.now),
    calledOffSince: daysAgo(ctx, daysBack.calledOff),
  };
  const found = await findEvents(ctx, ids);
  const texts = found.map(({ event, version }) => ({
    ...{ id: event.id, version },
    text: entriesOf(event, options)
      .map((entry) => veventOf(entry))
      .join(""),
    key: datedKey(goodUntil(event, options.calledOffSince), keyOf(address)),
  }));
  await keepTexts(ctx, "events", texts);
  return new Map(texts.map(({ id, text }) => [id, text]));
}

/** The last day on which every date called off is still to be told of. */
function goodUntil({ dates }: FeedEvent, calledOffSince: string): string {
  const ends = dates
    .filter(({ status, startsOn }) => status === "cancelled" && startsOn >= calledOffSince)
    .map(({ startsOn }) => daysAfter(startsOn, daysBack.calledOff));
  return ends.toSorted().at(0) ?? ALWAYS;
}

async function findEvents(ctx: Ctx, ids: string[]): Promise<{ event: FeedEvent; version: string }[]> {
  const [rows, dates] = [await findRows(ctx, ids), await findDates(ctx, ids)];
  const byEvent = new Map<string, FeedDate[]>(ids.map((id) => [id, []]));
  for (const date of dates) byEvent.get(date.eventId)?.push(date);
  return rows.map(({ version, term, latitude, longitude, ...row }) => ({
    version,
    event: {
      ...row,
      // What hangs on a hidden address has no point on the map either
      position:
        row.isAddressHidden || latitude === null || longitude === null ? null : { latitude, longitude },
      categories: [...new Set([...row.categories, ...(term === null ? [] : [term])])],
      dates: byEvent.get(row.id) ?? [],
    },
  }));
}

function findRows(ctx: Ctx, ids: string[]) {
  return ctx.db
    .select({
      id: events.id,
      calendarId: events.calendarId,
      isRead: sql<boolean>`${calendars.pausedAt} is null and ${calendars.disconnectedAt} is null`,
      summary: events.summary,
      description: events.description,
      cost: events.cost,
      organisation: organisations.name,
      location: events.location,
      isAddressHidden: addressIsHidden,
      place: places.name,
      latitude: sql<number | null>`coalesce(${events.latitude}, ${locations.latitude})`,
      longitude: sql<number | null>`coalesce(${events.longitude}, ${locations.longitude})`,
      onlineUrl: events.onlineUrl,
      categories: events.categories,
      term: taxonomyTerms.name,
      rrule: events.rrule,
      series: events.series,
      sequence: events.feedSequence,
      createdAt: events.createdAt,
      changedAt: sql<Date>`coalesce(${events.feedChangedAt}, ${events.createdAt})`.mapWith(events.createdAt),
      version: sql<string>`${events}.xmin::text`,
    })
    .from(events)
    .leftJoin(calendars, ofCalendar)
    .leftJoin(organisations, ofOwner)
    .leftJoin(places, eq(places.id, events.placeId))
    .leftJoin(locations, eq(locations.id, events.locationId))
    .leftJoin(taxonomyTerms, eq(taxonomyTerms.id, events.termId))
    .where(inArray(events.id, ids));
}

/** Withdrawn dates come along: a series is told to leave them out. */
async function findDates(ctx: Ctx, ids: string[]): Promise<(FeedDate & { eventId: string })[]> {
  return ctx.db
    .select({
      id: occurrences.id,
      eventId: occurrences.eventId,
      recurrenceId: occurrences.recurrenceId,
      allDay: occurrences.allDay,
      startsAt: occurrences.startsAt,
      endsAt: occurrences.endsAt,
      startsOn: occurrences.startsOn,
      endsOn: occurrences.endsOn,
      timeZone: occurrences.timeZone,
      summary: occurrences.summary,
      location: occurrences.location,
      onlineUrl: occurrences.onlineUrl,
      status: occurrences.status,
    })
    .from(occurrences)
    .where(
      and(inArray(occurrences.eventId, ids), sql`${occurrences.endsOn} >= ${daysAgo(ctx, daysBack.usual)}`),
    )
    .orderBy(asc(occurrences.startsOn), asc(occurrences.id));
}
