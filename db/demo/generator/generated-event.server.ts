import { events, occurrences } from "#db/schema/calendars.ts";
import { idOf } from "../identity.server.ts";
import { rowsOf, type TableRows } from "../insert.server.ts";
import { addDays, londonInstant, weekdayOf } from "../london-time.ts";
import { placeId } from "../places/place-rows.server.ts";
import { topicId } from "../topics/topic-rows.server.ts";
import type { Seedling } from "./generated.ts";
import type { GeneratedOrganisation } from "./generated-organisation.server.ts";
import type { GeneratedService } from "./generated-service.server.ts";

/** Every third organisation has one weekly series of so many happenings: four an organisation on average. */
export const EVERY = 3;
const HAPPENINGS = 12;

/** A weekly series of an organisation's first service, two weeks back and ten ahead. */
export function generatedEvent(
  { key, mark, spot, today }: Seedling,
  owner: GeneratedOrganisation,
  service: GeneratedService,
): TableRows[] {
  const id = idOf(`${key}:event`);
  const location = `${owner.venue}, ${spot.town}, ${spot.postcode}`;
  const first = firstOn(service.day, addDays(today, -14));
  const days = Array.from({ length: HAPPENINGS }, (_, week) => addDays(first, 7 * week));
  return [
    rowsOf(events, [
      {
        id,
        organisationId: owner.id,
        serviceId: service.id,
        locationId: owner.locationId,
        placeId: placeId(spot.place),
        termId: topicId(service.topic),
        uid: `${mark}@example.org`,
        summary: service.name,
        description: `${service.name}, put on by ${owner.name}.`,
        cost: service.cost,
        location,
        rrule: `FREQ=WEEKLY;BYDAY=${service.day}`,
      },
    ]),
    rowsOf(
      occurrences,
      days.map((day, index) => {
        const startsAt = londonInstant(day, service.opensAt);
        return {
          id: idOf(`${key}:occurrence:${index}`),
          eventId: id,
          recurrenceId: startsAt.toISOString().replace(".000", ""),
          startsAt,
          endsAt: londonInstant(day, service.closesAt),
          startsOn: day,
          endsOn: day,
          summary: service.name,
          location,
        };
      }),
    ),
  ];
}

function firstOn(weekday: string, day: string): string {
  return weekdayOf(day) === weekday ? day : firstOn(weekday, addDays(day, 1));
}
