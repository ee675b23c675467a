import type { FeedAddress, MeetingFeed } from "#app/domain/meetings/calendar/meeting-feed.server.ts";
import { env } from "#app/env.server.ts";
import { paths } from "#app/paths.ts";
import { isKnown } from "./etag.ts";

/** Where a feed and its meetings are found: whole addresses, as a calendar program stands on no page. */
export function feedAddress(path: string): FeedAddress {
  const whole = (at: string) => env.PUBLIC_URL + at;
  return {
    self: whole(path),
    links: { meeting: (id) => whole(paths.meeting(id)), agenda: (id) => whole(paths.agenda(id)) },
  };
}

/** A feed as an answer: 304 where the asker has it already. */
export function calendarReply(request: Request, { text, etag, fileName }: MeetingFeed): Response {
  const headers = {
    ETag: etag,
    // Clients may keep it for a quarter of an hour; then they ask whether it has changed.
    "Cache-Control": "public, max-age=900",
    "Access-Control-Allow-Origin": "*",
  };
  if (isKnown(request.headers.get("if-none-match"), etag))
    return new Response(null, { status: 304, headers });
  return new Response(text, {
    headers: {
      ...headers,
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `inline; filename="${fileName}"`,
    },
  });
}
