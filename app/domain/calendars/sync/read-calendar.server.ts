import { createHash } from "node:crypto";
import { ourUids } from "#app/domain/calendars/feed.ts";
import { type Feed, readFeed } from "#app/domain/calendars/ics.ts";
import { NotACalendar } from "#app/domain/calendars/reading/lines.ts";
import { day, isoDate, utc, wallOf, zoneNamed } from "#app/domain/calendars/time-zone.ts";
import { type CalendarSource, type ReadSource, Unreachable } from "#app/gateways/calendar-source.server.ts";

/** What is known of a calendar before it is read; a new one is not known at all. */
export interface KnownCalendar extends CalendarSource {
  defaultZone: string;
  contentHash: string | null;
  etag: string | null;
  lastModified: string | null;
  windowUntil: string | null;
  problem: string | null;
}

/** The period that is kept: what began a month ago until fifteen months from now, moving on every day. */
export interface Window {
  from: Date;
  to: Date;
  until: string;
}

/** A whole reading, with the validators that may be stored once its rows are. Null: nothing has changed. */
export type Reading = {
  feed: Feed;
  window: Window;
  contentHash: string;
  etag: string | null;
  lastModified: string | null;
} | null;

export const unknown = (source: CalendarSource): KnownCalendar => ({
  ...source,
  defaultZone: "Europe/London",
  contentHash: null,
  etag: null,
  lastModified: null,
  windowUntil: null,
  problem: null,
});

/**
 * Fetches and reads a calendar; null where it says what it said before and the window has not moved on.
 * A new day reads the same body again, so that an endless series never runs dry. Throws Unreachable, NotACalendar.
 */
export async function readCalendar(calendar: KnownCalendar, now: Date, read: ReadSource): Promise<Reading> {
  const window = windowAt(now, calendar.defaultZone);
  const isFresh = calendar.windowUntil === window.until && calendar.problem === null;
  const { etag, lastModified } = calendar;
  const found = await read(calendar, isFresh ? { etag, lastModified } : {});
  if (!found.changed) return null;
  const body = Buffer.concat(found.resources.map((resource) => resource.body));
  const contentHash = hashOf(body);
  if (isFresh && contentHash === calendar.contentHash) return null;
  const feed = readFeed(body, { ...window, defaultZone: calendar.defaultZone });
  if (feed.events.some(({ uid }) => uid.endsWith(ourUids))) {
    throw new NotACalendar("These are meetings of Assembly's own: it cannot follow itself.");
  }
  return { feed, window, contentHash, etag: found.etag, lastModified: found.lastModified };
}

/** Why a calendar could not be read, in words for its owner; any other error is thrown on. */
export function problemOf(error: unknown): string {
  if (error instanceof Unreachable || error instanceof NotACalendar) return error.message;
  throw error;
}

function windowAt(now: Date, zoneName: string): Window {
  const zone = zoneNamed(zoneName) ?? utc;
  const today = new Date(isoDate(wallOf(now.getTime(), zone)));
  const to = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 15, today.getUTCDate()));
  return { from: new Date(today.getTime() - 31 * day), to, until: isoDate(to.getTime()) };
}

/** Programs stamp each export anew: DTSTAMP alone is no change. */
function hashOf(body: Uint8Array): string {
  const text = Buffer.from(body)
    .toString("latin1")
    .replace(/^DTSTAMP[;:].*\r?\n/gim, "");
  return createHash("sha256").update(text, "latin1").digest("hex");
}
