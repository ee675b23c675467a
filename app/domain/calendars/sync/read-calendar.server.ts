import { createHash } from "node:crypto";
import { isOwnFeed } from "#app/domain/calendars/feeds/own-feed.ts";
import { type Feed, readFeed } from "#app/domain/calendars/ics.ts";
import { NotACalendar } from "#app/domain/calendars/reading/lines.ts";
import { day, homeZone, isoDate, utc, wallOf, zoneNamed } from "#app/domain/calendars/time-zone.ts";
import type { CalendarSource, Fetched, ReadSource } from "#app/gateways/calendar-source.server.ts";
import { changesOf, type TextChanges, type Texts, textsAfter } from "./texts.server.ts";

/** What is known of a calendar before it is read; a new one is not known at all. */
export interface KnownCalendar extends CalendarSource {
  defaultZone: string;
  contentHash: string | null;
  etag: string | null;
  lastModified: string | null;
  syncToken: string | null;
  windowUntil: string | null;
  problem: string | null;
  findTexts: () => Promise<Texts>;
  findEtags: () => Promise<ReadonlyMap<string, string | null>>;
  /** An uploaded file that waits to be believed. */
  findWaiting: () => Promise<Buffer | null>;
}

/** The period that is kept: what began a month ago until fifteen months from now, moving on every day. */
export interface Window {
  from: Date;
  to: Date;
  until: string;
}

/** A whole reading, with the validators that may be stored once its rows are. */
export interface Reading {
  feed: Feed;
  window: Window;
  validators: {
    contentHash: string;
    etag: string | null;
    lastModified: string | null;
    syncToken: string | null;
  };
  texts: TextChanges;
  /** Expanded again from what was kept: it brings no notices of its own (calendar case 62). */
  isKnownText: boolean;
}

/** Nothing has changed; a CalDAV server may count on by itself. */
export interface Quiet {
  feed: null;
  syncToken: string | null;
}

export const unknown = (source: CalendarSource): KnownCalendar => ({
  ...source,
  defaultZone: homeZone,
  ...{ contentHash: null, etag: null, lastModified: null, syncToken: null, windowUntil: null, problem: null },
  findTexts: async () => new Map(),
  findEtags: async () => new Map(),
  findWaiting: async () => null,
});

/**
 * Asks a calendar and reads what it says. On a new day the kept text is expanded again although nothing changed,
 * so that an endless series never runs dry: the source is not asked for it. Throws Unreachable, NotACalendar.
 */
export async function readCalendar(
  calendar: KnownCalendar,
  now: Date,
  read: ReadSource,
): Promise<Reading | Quiet> {
  const window = windowAt(now, calendar.defaultZone);
  const isToday = calendar.windowUntil === window.until && calendar.problem === null;
  // Some servers' tokens forget changes: once a day a collection is compared whole, by its ETags
  const asked = calendar.windowUntil === window.until ? calendar : { ...calendar, syncToken: null };
  const found = await ask(asked, read);
  const syncToken = found.syncToken ?? calendar.syncToken;
  const quiet: Quiet = { feed: null, syncToken };
  if (!found.changed && isToday) return quiet;
  // A collection is told from all of its texts, as an answer may be but a difference
  const isCollection = calendar.kind === "caldav";
  const said =
    found.changed && !isCollection ? hashOf(new Map(found.resources.map((one) => [one.href, one]))) : null;
  if (said !== null && said === calendar.contentHash && isToday) return quiet;
  const known = await calendar.findTexts();
  const texts = found.changed ? textsAfter(known, found) : known;
  const contentHash = said ?? (isCollection ? hashOf(texts) : (calendar.contentHash ?? hashOf(texts)));
  const isKnownText = contentHash === calendar.contentHash;
  if (isKnownText && isToday) return quiet;
  const feed = readTexts(texts, { ...window, defaultZone: calendar.defaultZone });
  const { etag, lastModified } = found.changed ? found : calendar;
  const validators = { contentHash, etag, lastModified, syncToken };
  return { feed, window, validators, texts: await changesOf(known, texts), isKnownText };
}

/** With validators only where their text is kept: what we could not expand again must be said again. */
async function ask(calendar: KnownCalendar, read: ReadSource): Promise<Fetched> {
  if (calendar.kind === "upload") return askUpload(calendar);
  if (calendar.contentHash === null) return read(calendar);
  const resources = await calendar.findEtags();
  if (resources.size === 0 && calendar.kind !== "caldav") return read(calendar);
  const { etag, lastModified, syncToken } = calendar;
  const known = { etag, lastModified, syncToken };
  return read(calendar, calendar.kind === "caldav" ? { ...known, resources } : known);
}

/** Its text lies here; one that waits is asked about until it is believed or another comes. */
async function askUpload(calendar: KnownCalendar): Promise<Fetched> {
  const body = await calendar.findWaiting();
  if (!body) return { changed: false };
  const nothing = { etag: null, lastModified: null, syncToken: null };
  return { changed: true, isWhole: true, resources: [{ href: "", etag: null, body }], gone: [], ...nothing };
}

/** A feed is one body; of a collection, which may be empty, all resources are read as one. */
export function readTexts(texts: Texts, options: Parameters<typeof readFeed>[1]): Feed {
  const bodies = [...texts.values()].map(({ body }) => body);
  const [first] = bodies;
  const feed = readFeed(texts.has("") && first ? first : bodies, options);
  const uids = feed.events.map(({ uid }) => uid);
  if (isOwnFeed({}, { uids, body: first?.toString("utf8") ?? "" })) {
    throw new NotACalendar("These are meetings of Assembly's own: it cannot follow itself.");
  }
  return feed;
}

/** What is kept of a calendar: from a month back to fifteen months on. */
export function windowAt(now: Date, zoneName: string): Window {
  const zone = zoneNamed(zoneName) ?? utc;
  const today = new Date(isoDate(wallOf(now.getTime(), zone)));
  const to = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 15, today.getUTCDate()));
  return { from: new Date(today.getTime() - 31 * day), to, until: isoDate(to.getTime()) };
}

/** Programs stamp each export anew: DTSTAMP alone is no change. */
function hashOf(texts: ReadonlyMap<string, { body: Uint8Array }>): string {
  const hash = createHash("sha256");
  for (const [href, { body }] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (href !== "") hash.update(`${href}\n`);
    hash.update(
      Buffer.from(body)
        .toString("latin1")
        .replace(/^DTSTAMP[;:].*\r?\n/gim, ""),
      "latin1",
    );
  }
  return hash.digest("hex");
}
