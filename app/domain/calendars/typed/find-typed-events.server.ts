import { and, asc, desc, eq, gte, inArray, isNull, ne, sql } from "drizzle-orm";
import { datesOf } from "#app/domain/calendars/event-rows.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/ids.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { londonClock } from "#app/domain/london-time.ts";
import { events, occurrences } from "#db/schema/calendars.ts";
import { organisations } from "#db/schema/organisations.ts";
import { places } from "#db/schema/places.ts";
import { taxonomyTerms } from "#db/schema/taxonomies.ts";
import type { OccurrenceState } from "#db/vocabulary.ts";
import type { EventFields } from "./event-fields.ts";
import { mayKeepEvents } from "./policy.ts";
import { repeatsInWords, repeatsOf, untilOf } from "./repeats.ts";

export type EventRow = typeof events.$inferSelect;
export type DateRow = typeof occurrences.$inferSelect;

/** An event that an organisation typed in, in its keepers' hands. */
export interface KeptEvent {
  event: EventRow;
  /** The date by which it was asked for. */
  date: DateRow;
  organisation: { id: string; slug: string; name: string };
  fields: EventFields;
}

/** The event of one date. Throws NotFound where there is none, where a calendar brought it, and to others. */
export async function findKeptEvent(ctx: Ctx, dateId: string): Promise<KeptEvent> {
  const [found] = isId(dateId) ? await select(ctx, dateId) : [];
  if (!found || !mayKeepEvents(ctx.actor, { organisationId: found.organisation.id }))
    throw new NotFound("that event");
  const { place, topic, ...kept } = found;
  return { ...kept, fields: fieldsOf(kept.event, await findFirst(ctx, kept), { place, topic }) };
}

/** The same, held until the transaction ends. */
export async function holdKeptEvent(ctx: Ctx, dateId: string): Promise<KeptEvent> {
  if (isId(dateId))
    await ctx.db.execute(
      sql`select e.id from events e join occurrences o on o.event_id = e.id where o.id = ${dateId} for update of e`,
    );
  return findKeptEvent(ctx, dateId);
}

function select({ db }: Ctx, dateId: string) {
  const { id, slug, name } = organisations;
  return db
    .select({
      event: events,
      date: occurrences,
      organisation: { id, slug, name },
      place: places.slug,
      topic: taxonomyTerms.slug,
    })
    .from(occurrences)
    .innerJoin(events, eq(events.id, occurrences.eventId))
    .innerJoin(organisations, eq(organisations.id, events.organisationId))
    .leftJoin(places, eq(places.id, events.placeId))
    .leftJoin(taxonomyTerms, eq(taxonomyTerms.id, events.termId))
    .where(and(eq(occurrences.id, dateId), isNull(events.calendarId)));
}

/** The next date of a series, by which its times are told; the last where none is to come. */
async function findFirst(ctx: Ctx, { event, date }: Pick<KeptEvent, "event" | "date">): Promise<DateRow> {
  if (event.rrule === null) return date;
  const standing = and(eq(occurrences.eventId, event.id), ne(occurrences.status, "withdrawn"));
  const [next] = await ctx.db
    .select()
    .from(occurrences)
    .where(and(standing, gte(occurrences.startsOn, londonDay(ctx.now))))
    .orderBy(asc(occurrences.startsOn), asc(occurrences.startsAt))
    .limit(1);
  return next ?? (await findLast(ctx, event.id)) ?? date;
}

/** The last date that is listed. */
export async function findLast({ db }: Ctx, eventId: string): Promise<DateRow | undefined> {
  const [last] = await db
    .select()
    .from(occurrences)
    .where(and(eq(occurrences.eventId, eventId), ne(occurrences.status, "withdrawn")))
    .orderBy(desc(occurrences.startsOn), desc(occurrences.startsAt))
    .limit(1);
  return last;
}

/** What the form of an event holds, told by one of its dates. */
export function fieldsOf(
  event: EventRow,
  date: DateRow,
  { place, topic }: { place: string | null; topic: string | null },
): EventFields {
  const { allDay, startsAt, endsAt, startsOn, endsOn } = date;
  const lastDay = new Date(Date.parse(endsOn) - 86_400_000).toISOString().slice(0, 10);
  return {
    ...{ title: event.summary, description: event.description, cost: event.cost },
    ...{ locationId: event.locationId, where: event.locationId ? "" : event.location },
    ...{ place, topic, onlineUrl: event.onlineUrl, allDay, startsOn },
    endsOn: allDay && lastDay > startsOn ? lastDay : null,
    startsTime: startsAt && londonClock(startsAt),
    endsTime: endsAt && londonClock(endsAt),
    repeats: repeatsOf(event.rrule),
    until: untilOf(event.rrule),
  };
}

export interface KeptDate {
  id: string;
  start: string;
  end: string | null;
  allDay: boolean;
  status: OccurrenceState;
}

/** A line of the keepers' list. */
export interface KeptEventLine {
  id: string;
  title: string;
  isPublic: boolean;
  /** Empty for a single event. */
  repeats: string;
  /** Nothing of it is to come. */
  isPast: boolean;
  /** The next dates; the last one where none is to come. */
  dates: KeptDate[];
}

/** So many of its next dates are shown of a series. */
const NEXT_DATES = 6;

/** What an organisation typed in: first what comes next. Throws NotFound, to others too. */
export async function findKeptEvents(ctx: Ctx, organisationSlug: string) {
  const organisation = await findOrganisationOfEvents(ctx, organisationSlug);
  const rows = await ctx.db
    .select()
    .from(events)
    .where(and(eq(events.organisationId, organisation.id), isNull(events.calendarId)));
  const dates = await findDates(
    ctx,
    rows.map(({ id }) => id),
  );
  const lines = rows.flatMap((row) => lineOf(row, dates.get(row.id) ?? [], londonDay(ctx.now)));
  return { organisation, events: lines.sort(byNext) };
}

function lineOf(row: EventRow, all: DateRow[], today: string): KeptEventLine[] {
  const next = all.filter(({ endsOn }) => endsOn >= today).slice(0, NEXT_DATES);
  const shown = next.length > 0 ? next : all.slice(-1);
  const [first] = shown;
  if (!first) return [];
  const dates = shown.map((date) => ({ id: date.id, status: date.status, ...datesOf(date) }));
  const repeats = repeatsInWords(row.rrule, first.startsOn);
  return [
    { id: row.id, title: row.summary, isPublic: row.isPublic, repeats, isPast: next.length === 0, dates },
  ];
}

/** What is to come in its order, and then what is past, the latest first. */
function byNext(a: KeptEventLine, b: KeptEventLine): number {
  if (a.isPast !== b.isPast) return a.isPast ? 1 : -1;
  const isBefore = (a.dates[0]?.start ?? "") < (b.dates[0]?.start ?? "");
  return isBefore === a.isPast ? 1 : -1;
}

async function findDates({ db }: Ctx, eventIds: string[]): Promise<Map<string, DateRow[]>> {
  const found = new Map<string, DateRow[]>();
  if (eventIds.length === 0) return found;
  const rows = await db
    .select()
    .from(occurrences)
    .where(and(inArray(occurrences.eventId, eventIds), ne(occurrences.status, "withdrawn")))
    .orderBy(asc(occurrences.startsOn), asc(occurrences.startsAt));
  for (const row of rows) found.set(row.eventId, [...(found.get(row.eventId) ?? []), row]);
  return found;
}

/** An organisation whose events the actor keeps. Throws NotFound. */
export async function findOrganisationOfEvents(ctx: Ctx, slug: string) {
  const { id, name } = organisations;
  const [found] = await ctx.db
    .select({ id, slug: organisations.slug, name })
    .from(organisations)
    .where(eq(organisations.slug, slug));
  if (!found || !mayKeepEvents(ctx.actor, { organisationId: found.id }))
    throw new NotFound("that organisation");
  return found;
}

/** One date as a page asks about it. Throws NotFound. */
export async function showKeptDate(ctx: Ctx, dateId: string) {
  const { event, date, organisation } = await findKeptEvent(ctx, dateId);
  return { title: event.summary, organisation, date: { status: date.status, ...datesOf(date) } };
}

/** Whether the actor keeps the event of a date: typed in by an organisation of theirs. */
export async function mayKeepEvent(ctx: Ctx, dateId: string): Promise<boolean> {
  if (ctx.actor.kind !== "person") return false;
  const [found] = await select(ctx, dateId);
  return found !== undefined && mayKeepEvents(ctx.actor, { organisationId: found.organisation.id });
}
