import { json } from "@remix-run/node";
import type { EventRow } from "#app/domain/calendars/event-rows.server.ts";
import type { SpanOfEvents } from "#app/domain/calendars/find-span.server.ts";
import { env } from "#app/env.server.ts";
import { paths } from "#app/paths.ts";

/** An event as the machine doors tell it (documented on /about/api). Addresses are whole. */
export function eventJson(event: EventRow) {
  const { id, title, organisation, place, start, end, allDay, timeZone, location, onlineUrl, status, cost } =
    event;
  return {
    id,
    url: env.PUBLIC_URL + paths.event(id),
    title,
    organisation: organisation?.name ?? null,
    start,
    end,
    allDay,
    timeZone,
    location,
    onlineUrl,
    status,
    place: place?.slug ?? null,
    cost,
  };
}

/** Events as a whole answer; a Link header leads to the rest where there is one (RFC 8288). */
export function eventsReply(
  { events, restFrom }: SpanOfEvents,
  query: { place?: string | undefined; to: string },
): Response {
  const headers = new Headers();
  if (restFrom) {
    const rest = env.PUBLIC_URL + paths.api.events({ ...query, from: restFrom });
    headers.set("Link", `<${rest}>; rel="next"`);
  }
  return json({ events: events.map(eventJson) }, { headers });
}
