import { groupFeed } from "#app/domain/meetings/calendar/meeting-feed.server.ts";
import { calendarReply, feedAddress } from "#app/http/calendar-reply.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";

export const loader = visitor(async (ctx, { params, request }) => {
  const slug = params.group ?? "";
  return calendarReply(request, await groupFeed(ctx, slug, feedAddress(paths.groupFeed(slug))));
});
