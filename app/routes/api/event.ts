import { findEvent } from "#app/domain/calendars/find-event.server.ts";
import { eventJson } from "#app/http/event-json.server.ts";
import { apiClient } from "#app/http/gates.server.ts";

export const loader = apiClient(async (ctx, { params }) => ({
  event: eventJson(await findEvent(ctx, params.id ?? "")),
}));
