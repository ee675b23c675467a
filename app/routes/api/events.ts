import { findSpan } from "#app/domain/calendars/find-span.server.ts";
import { EventSpanQuery, wholeSpan } from "#app/domain/calendars/inputs.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { apiClient } from "#app/http/gates.server.ts";
import { eventsReply } from "#app/http/json/event-json.server.ts";
import { readQuery } from "#app/http/query.server.ts";

export const loader = apiClient(async (ctx, { url }) => {
  const { place, ...given } = readQuery(url, EventSpanQuery);
  const span = wholeSpan(given, londonDay(ctx.now));
  return eventsReply(await findSpan(ctx, { ...span, place }), { place, to: span.to });
});
