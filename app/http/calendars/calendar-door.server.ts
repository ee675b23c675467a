import type { MiddlewareHandler } from "hono";
import { Invalid, NotFound } from "#app/domain/errors.ts";
import { findDataVersion } from "#app/domain/record.server.ts";
import { feedHeaders, typeHeaders } from "#app/http/calendars/feed-reply.server.ts";
import { type FeedName, feeds } from "#app/http/calendars/feeds.server.ts";
import { isKnown } from "#app/http/etag.ts";
import { compress, type Encoding, preferredEncoding } from "#app/http/front/compression.server.ts";
import type { RequestVariables } from "#app/http/front/request-log.server.ts";
import type { Database } from "#db/client.server.ts";
import { batched } from "./batched.ts";
import { KeptFeeds } from "./kept-feeds.ts";

/**
 * Answers the addresses of calendars before Remix, by the very functions behind their routes: programs ask for them
 * day and night, and mostly nothing has changed. Whatever it cannot answer well the routes answer in their words.
 * Kept by address and data version, as pages are: the request after a change already misses.
 */
export function calendarDoor(db: Database): MiddlewareHandler<{ Variables: RequestVariables }> {
  const kept = new KeptFeeds();
  const askVersion = batched(() => findDataVersion(db));
  return async (c, next) => {
    const asked = c.req.method === "GET" ? feedAt(c.req.path) : null;
    if (!asked) return next();
    const url = new URL(c.req.url);
    const make = () =>
      feeds[asked.name]({ actor: { kind: "visitor" }, db, now: new Date() }, asked.word, url);
    const isOwn = asked.name === "mine";
    // Read before it is made: what is made during a change is kept under the version before it, which nobody asks for
    const key = keyOf(asked, url);
    const found = await (isOwn
      ? make().then(KeptFeeds.of)
      : askVersion().then((now) => kept.get(key, now, make))
    ).catch((error: unknown) => {
      if (error instanceof NotFound || error instanceof Invalid) return null;
      throw error;
    });
    if (!found) return next();
    const { answer } = found;
    const headers = { ...feedHeaders(answer, isOwn), Vary: "Accept-Encoding" };
    if (isKnown(c.req.header("if-none-match"), answer.etag)) return c.body(null, 304, headers);
    const encoding = preferredEncoding(c.req.header("accept-encoding"));
    const body = await found.bytes(encoding, compress);
    return c.body(body.bytes, 200, { ...headers, ...typeHeaders(answer), ...lengthOf(body, answer.etag) });
  };
}

/** Two encodings of one text are not the same bytes, so the tag of a compressed one is weak (RFC 9110 §8.8.1). */
function lengthOf(body: { bytes: Uint8Array; encoding: Encoding | undefined }, etag: string) {
  const length = { "Content-Length": String(body.bytes.byteLength) };
  return body.encoding ? { ...length, "Content-Encoding": body.encoding, ETag: `W/${etag}` } : length;
}

/** What a query says besides the filters makes no other feed, and must not fill the memory. */
export function keyOf({ name, word }: { name: FeedName; word: string }, { searchParams }: URL): string {
  // As readQuery takes them: of several the last that says something
  const saying = (filter: string) => searchParams.getAll(filter).findLast((value) => value.trim() !== "");
  const filters = name === "whatsOn" ? [saying("place"), saying("topic")] : [];
  return JSON.stringify([name, word, ...filters]);
}

const words = /^\/(?:calendars\/(?:(places|organisations|mine)\/)?|(meetings|events)\/)([\w-]{1,200})\.ics$/;

const names: Record<string, FeedName> = {
  places: "place",
  organisations: "organisation",
  mine: "mine",
  meetings: "meeting",
  events: "event",
};

/** The feed that an address names, spelled as we spell it; null for any other address. */
export function feedAt(path: string): { name: FeedName; word: string } | null {
  const [, under, noun, word = ""] = words.exec(path) ?? [];
  if (word === "") return null;
  const name = names[under ?? noun ?? ""];
  if (name) return { name, word };
  return word === "whats-on" ? { name: "whatsOn", word } : { name: "group", word };
}
