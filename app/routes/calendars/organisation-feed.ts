import { feedReply } from "#app/http/calendars/feed-reply.server.ts";
import { feeds } from "#app/http/calendars/feeds.server.ts";
import { visitor } from "#app/http/gates.server.ts";

export const loader = visitor(async (ctx, { params, request }) =>
  feedReply(request, await feeds.organisation(ctx, params.slug ?? "")),
);
