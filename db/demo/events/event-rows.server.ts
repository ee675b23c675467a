import { events as eventTable, occurrences } from "#db/schema/calendars.ts";
import { idOf } from "../identity.server.ts";
import { rowsOf, type TableRows } from "../insert.server.ts";
import {
  addDays,
  firstOfMonth,
  londonDay,
  londonInstant,
  nthWeekday,
  type Weekday,
  weekdayOf,
} from "../london-time.ts";
import { organisationId, organisationOf } from "../organisations/organisation-rows.server.ts";
import { placeId } from "../places/place-rows.server.ts";
import { demoServices } from "../services/service-list.server.ts";
import { topicId } from "../topics/topic-rows.server.ts";
import { locationId, venueInWords, venueOf } from "../venues/venue-rows.server.ts";
import type { DemoEvent } from "./event.ts";
import { norwichAndNorthEvents } from "./norwich-and-north.ts";
import { southAndWestEvents } from "./south-and-west.ts";
import { yarmouthAndEverywhereEvents } from "./yarmouth-and-everywhere.ts";

export const demoEvents = [...norwichAndNorthEvents, ...southAndWestEvents, ...yarmouthAndEverywhereEvents];

/** How far the diary reaches: a month back and about six ahead. */
const BACK = 31;
const AHEAD = 190;

const serviceIds = new Map(demoServices.map(({ slug, id }) => [slug, id]));

export function eventRows(now: Date): TableRows[] {
  const today = londonDay(now);
  return [
    rowsOf(eventTable, demoEvents.map(eventRow)),
    rowsOf(occurrences, demoEvents.flatMap(happenings(today))),
  ];
}

function eventRow(event: DemoEvent) {
  const { key, by, at, summary, description, cost, topic, service, onlineUrl } = event;
  return {
    id: idOf(`event:${key}`),
    organisationId: organisationId(by),
    serviceId: service ? serviceIdOf(service) : null,
    locationId: onlineUrl ? null : locationId(at),
    placeId: placeId(venueOf(at).place),
    termId: topicId(topic),
    uid: `${key}@example.org`,
    summary,
    description,
    cost,
    location: onlineUrl ? "Online" : venueInWords(at),
    onlineUrl: onlineUrl ?? null,
    url: organisationOf(by).hasWebsite === false ? null : `https://${by}.example.org/events/${key}`,
    rrule: rruleOf(event),
  };
}

function serviceIdOf(slug: string): string {
  const id = serviceIds.get(slug);
  if (!id) throw new Error(`No service has the slug ${slug}`);
  return id;
}

function rruleOf({ days, nth }: DemoEvent): string | null {
  if (!days) return null;
  return nth ? `FREQ=MONTHLY;BYDAY=${nth}${days}` : `FREQ=WEEKLY;BYDAY=${days}`;
}

const happenings = (today: string) => (event: DemoEvent) => {
  const { key, summary, times, allDayFor, at, onlineUrl } = event;
  const place = { location: onlineUrl ? "Online" : venueInWords(at), onlineUrl: onlineUrl ?? null };
  return daysOf(event, today).map((day) => {
    if (allDayFor) {
      return {
        id: idOf(`occurrence:${key}:${day}`),
        eventId: idOf(`event:${key}`),
        allDay: true,
        startsOn: day,
        endsOn: addDays(day, allDayFor),
        summary,
        ...place,
      };
    }
    const startsAt = londonInstant(day, times[0]);
    return {
      id: idOf(`occurrence:${key}:${day}`),
      eventId: idOf(`event:${key}`),
      recurrenceId: event.days ? startsAt.toISOString().replace(".000", "") : "",
      startsAt,
      endsAt: londonInstant(day, times[1]),
      startsOn: day,
      endsOn: day,
      summary,
      ...place,
    };
  });
};

function daysOf({ days, nth, daysAhead = 0, onWeekday }: DemoEvent, today: string): string[] {
  if (!days) return [onOrAfter(addDays(today, daysAhead), onWeekday)];
  const from = addDays(today, -BACK);
  const until = addDays(today, AHEAD);
  const all = nth
    ? [-1, 0, 1, 2, 3, 4, 5, 6, 7].map((month) =>
        nthWeekday(firstOfMonth(today, month), nth, days as Weekday),
      )
    : Array.from({ length: BACK + AHEAD + 1 }, (_, index) => addDays(from, index)).filter((day) =>
        days.includes(weekdayOf(day)),
      );
  return all.filter((day) => day >= from && day <= until && !isChristmas(day));
}

/** Village halls are shut between Christmas Eve and New Year's Day. */
const isChristmas = (day: string) => day.slice(5) >= "12-24" || day.slice(5) === "01-01";

function onOrAfter(day: string, weekday: Weekday | undefined): string {
  return !weekday || weekdayOf(day) === weekday ? day : onOrAfter(addDays(day, 1), weekday);
}
