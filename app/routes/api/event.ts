import { findEvent } from "#app/domain/calendars/find-event.server.ts";
import { apiClient } from "#app/http/gates.server.ts";
import { eventJson } from "#app/http/json/event-json.server.ts";

export const loader = apiClient(async (ctx, { params }) => ({
  event: eventJson(await findEvent(ctx, params.id ?? "")),
}));
