import { eq, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { londonDay } from "#app/domain/london-day.ts";
import { hasPage } from "#app/domain/organisations/has-page.server.ts";
import { calendarGroups, calendars, events, occurrences } from "#db/schema/calendars.ts";
import { organisations } from "#db/schema/organisations.ts";
import { places } from "#db/schema/places.ts";
import type { OccurrenceState } from "#db/vocabulary.ts";
import { isoInstant } from "./time-zone.ts";

/** One happening. Timed: instants in UTC. All day: plain dates, and `end` is the day after the last. */
export interface EventRow {
  id: string;
  title: string;
  organisation: { slug: string; name: string } | null;
  place: { slug: string; name: string } | null;
  start: string;
  end: string | null;
  allDay: boolean;
  timeZone: string;
  location: string;
  onlineUrl: string | null;
  status: OccurrenceState;
  cost: string;
}

export const timing = {
  allDay: occurrences.allDay,
  startsAt: occurrences.startsAt,
  endsAt: occurrences.endsAt,
  startsOn: occurrences.startsOn,
  endsOn: occurrences.endsOn,
};

/**
 * Whether anything that it hangs on keeps its address to itself: whose it is or whose calendar, its venue,
 * its service and the venues of that.
 */
export const addressIsHidden = sql<boolean>`(
  exists (
    select from organisations h
    where h.address_is_hidden and h.id in (
      ${events.organisationId}, ${calendars.organisationId},
      (select s.organisation_id from services s where s.id = ${events.serviceId})))
  or exists (
    select from (
      select ${events.locationId} as id
      union all select sal.location_id from services_at_locations sal where sal.service_id = ${events.serviceId}) venue
    join locations l on l.id = venue.id
    left join organisations h on h.id = l.organisation_id
    where l.address_is_hidden or h.address_is_hidden))`;

/** What a happening shows, of the tables that `ownerOf` and the places join. */
export const columns = {
  ...timing,
  id: occurrences.id,
  status: occurrences.status,
  title: occurrences.summary,
  timeZone: occurrences.timeZone,
  location: sql<string>`case when ${addressIsHidden} then '' else ${occurrences.location} end`,
  onlineUrl: occurrences.onlineUrl,
  cost: events.cost,
  organisation: { slug: organisations.slug, name: organisations.name },
  place: { slug: places.slug, name: places.name },
};

/** Whose it is: the organisation that typed it in, else the one whose calendar it came from. */
const owner = sql`coalesce(${events.organisationId}, ${calendars.organisationId})`;

/** The joins of every reading: an occurrence's event, and whose that is. */
export const ofEvent = eq(events.id, occurrences.eventId);
export const ofCalendar = eq(calendars.id, events.calendarId);
export const ofOwner = eq(organisations.id, owner);

/** What anyone may see: not what a group's calendar brings (those are meetings), nor what hangs on a hidden record. */
export const published: (SQL | undefined)[] = [
  eq(events.isPublic, true),
  // Without a title it waits until somebody says that it may be shown (calendar case 49)
  eq(events.isHeld, false),
  or(isNull(organisations.id), hasPage),
  sql`(${events.calendarId} is null or ${events.calendarId} not in (select ${calendarGroups.calendarId} from ${calendarGroups}))`,
];

/** Of an event in several diaries one is listed (calendar case 44); the page of each is found. */
export const listedOnce = isNull(events.sameAsId);

/** The same slot, or the same time where diaries name their slots in two ways. */
const isSameDate = sql`(t.recurrence_id = ${occurrences.recurrenceId}
  or (t.starts_on = ${occurrences.startsOn} and t.starts_at is not distinct from ${occurrences.startsAt}))`;

/**
 * The same date by date: one that has left the listed event, or is called off in it, is listed as the other diary
 * has it, where it still stands there.
 */
export const listedDates = sql`case
  when ${events.sameAsId} is not null then ${occurrences.status} in ('confirmed', 'tentative')
    and not exists (select from occurrences t where t.event_id = ${events.sameAsId}
      and t.status in ('confirmed', 'tentative') and ${isSameDate})
  when ${occurrences.status} = 'cancelled' then not exists (select from events twin
    join occurrences t on t.event_id = twin.id
    where twin.same_as_id = ${occurrences.eventId} and twin.is_public and not twin.is_held
      and t.status in ('confirmed', 'tentative') and ${isSameDate})
  else true end`;

/** Still in the organiser's diary; what was cancelled stays, and says so. */
export const standing = ne(occurrences.status, "withdrawn");

type Timing = Pick<typeof occurrences.$inferSelect, keyof typeof timing>;

export function datesOf({ allDay, startsAt, endsAt, startsOn, endsOn }: Timing) {
  if (allDay || !startsAt) return { allDay, start: startsOn, end: endsOn > startsOn ? endsOn : null };
  return { allDay, start: isoInstant(startsAt.getTime()), end: endsAt && isoInstant(endsAt.getTime()) };
}

export function eventOf(row: Timing & Omit<EventRow, "start" | "end">): EventRow {
  const { id, title, organisation, place, timeZone, location, onlineUrl, status, cost } = row;
  return { id, title, organisation, place, ...datesOf(row), timeZone, location, onlineUrl, status, cost };
}

/** The London day on which it begins. */
export function dayOf({ allDay, start }: Pick<EventRow, "allDay" | "start">): string {
  return allDay ? start : londonDay(new Date(start));
}
