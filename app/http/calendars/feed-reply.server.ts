import type { FeedAddress, FeedAnswer } from "#app/domain/calendars/feeds/answer.ts";
import { env } from "#app/env.server.ts";
import { isKnown } from "#app/http/etag.ts";
import { paths } from "#app/paths.ts";

/** Where a feed and what is in it are found: whole addresses, as a calendar program stands on no page. */
export function feedAddress(path: string): FeedAddress {
  return {
    self: whole(path),
    links: {
      meeting: (id) => whole(paths.meeting(id)),
      agenda: (id) => whole(paths.agenda(id)),
      event: (id) => whole(paths.event(id)),
      group: (slug) => whole(paths.group(slug)),
    },
  };
}

export const whole = (path: string): string => env.PUBLIC_URL.replace(/\/$/, "") + path;

/** Clients may keep a feed for a quarter of an hour; then they ask whether it has changed. One's own is for nobody else. */
const rules = { open: "public, max-age=900", own: "private, max-age=900" } as const;

/** What a feed says about itself, whether it is sent or the asker has it already. */
export function feedHeaders(
  answer: Pick<FeedAnswer, "etag" | "changedAt">,
  isOwn = false,
): Record<string, string> {
  const { etag, changedAt } = answer;
  return {
    ETag: etag,
    "Cache-Control": isOwn ? rules.own : rules.open,
    // Told, but not compared: a feed that lost an event has a new text and no later date
    ...(changedAt ? { "Last-Modified": changedAt.toUTCString() } : {}),
    // Other sites' pages may read what is open to all
    ...(isOwn ? { "X-Robots-Tag": "noindex" } : { "Access-Control-Allow-Origin": "*" }),
  };
}

export const typeHeaders = ({ fileName }: Pick<FeedAnswer, "fileName">): Record<string, string> => ({
  "Content-Type": "text/calendar; charset=utf-8",
  "Content-Disposition": `inline; filename="${fileName}"`,
});

/** A feed as an answer: 304 where the asker has it already. */
export function feedReply(request: Request, answer: FeedAnswer, isOwn = false): Response {
  const headers = feedHeaders(answer, isOwn);
  if (isKnown(request.headers.get("if-none-match"), answer.etag))
    return new Response(null, { status: 304, headers });
  return new Response(answer.bytes, { headers: { ...headers, ...typeHeaders(answer) } });
}
