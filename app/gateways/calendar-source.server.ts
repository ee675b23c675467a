import { createReadStream } from "node:fs";
import { type Env, env } from "#app/env.server.ts";
import type { CalendarKind } from "#db/vocabulary.ts";
import { readAddress } from "./calendars/address.ts";
import { forbidden } from "./calendars/failures.ts";
import { readCollection } from "./calendars/read-collection.server.ts";
import { fetchCalendar } from "./remote-calendar.server.ts";
import { Unreachable } from "./unreachable.ts";

export { Unreachable };

/**
 * Where a calendar is kept, in clear: the address of a feed or of a CalDAV collection, the name of an uploaded file,
 * or the absolute path of a file of this machine. It lives in memory only; rows hold it sealed.
 */
export interface CalendarSource {
  kind: CalendarKind;
  source: string;
  /** CalDAV: who signs in, with an app password. */
  account?: string | null;
  password?: string | null;
  /** Connected from a terminal: its host may be one of a private network. */
  mayBePrivate?: boolean;
}

/** What a source said of itself when it was last read whole: it is spared saying the same again. */
export interface KnownText {
  etag: string | null;
  lastModified: string | null;
  /** CalDAV: where the changes after the last reading begin (RFC 6578). */
  syncToken: string | null;
  /** CalDAV: the ETag of each resource that is kept, by its href. */
  resources?: ReadonlyMap<string, string | null>;
}

/** A text that is kept by itself: a feed or a file is one, with an empty href; a CalDAV collection has one an event. */
export interface Resource {
  href: string;
  etag: string | null;
  body: Uint8Array;
}

export type Fetched =
  | { changed: false; syncToken?: string | null }
  | {
      changed: true;
      /** Otherwise it is a difference to what is known: `resources` are new or other, those at `gone` are no more. */
      isWhole: boolean;
      resources: Resource[];
      gone: string[];
      etag: string | null;
      lastModified: string | null;
      syncToken: string | null;
      /** CalDAV: what its people call the collection, where all of it was asked for. */
      name?: string | null;
    };

/** How the domain asks for a calendar's text; tests give another. An upload is kept here and never asked for. Throws Unreachable. */
export type ReadSource = (from: CalendarSource, known?: Partial<KnownText>) => Promise<Fetched>;

const mostBytes = 5_000_000;

/** The reader of this site's settings: CALENDAR_HOSTS may be asked although they are private. */
export const configuredSourceReader = (settings: Pick<Env, "CALENDAR_HOSTS"> = env): ReadSource =>
  sourceReader(settings.CALENDAR_HOSTS);

/**
 * Reads calendars; `allow` names hosts of a private network that may be asked. A source that a terminal connected may
 * be on one besides, but where its host sends us on may not.
 */
export function sourceReader(allow: readonly string[] = []): ReadSource {
  return async (from, known = {}) => {
    const { kind, source, account = null, password = null } = from;
    if (kind === "file") return wholeText({ body: await readCalendarFile(source) });
    const hosts = from.mayBePrivate ? [...allow, readAddress(source).host] : allow;
    if (kind === "caldav") return readCollection(from, known, hosts);
    const { etag = null, lastModified = null } = known;
    const options = { etag, lastModified, account, password, allow: hosts, mostBytes };
    const found = await fetchCalendar(source, options);
    return found.changed ? wholeText(found) : found;
  };
}

/** A feed or a file in one piece, as a reading of a source. */
export const wholeText = (text: {
  body: Uint8Array;
  etag?: string | null;
  lastModified?: string | null;
}): Fetched => {
  const { body, etag = null, lastModified = null } = text;
  return {
    changed: true,
    isWhole: true,
    resources: [{ href: "", etag, body }],
    gone: [],
    etag,
    lastModified,
    syncToken: null,
  };
};

/** Counts as it reads: a pipe or a device does not say how much it holds. */
async function readCalendarFile(file: string): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > mostBytes)
        throw forbidden(`“${file}” is larger than ${mostBytes / 1_000_000} MB.`, "too-large");
      pieces.push(piece);
    }
  } catch (error) {
    throw error instanceof Unreachable ? error : unreadable(error, file);
  }
  return Buffer.concat(pieces);
}

function unreadable(error: unknown, file: string): Unreachable {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return new Unreachable(`There is no file “${file}”.`, "gone");
  if (code === "EISDIR") return new Unreachable(`“${file}” is a folder, not a calendar file.`);
  if (code === "EACCES" || code === "EPERM") return new Unreachable(`We are not allowed to read “${file}”.`);
  if (code === "ENAMETOOLONG") return new Unreachable("No file has a name that long.", "gone");
  return new Unreachable(`“${file}” cannot be read.`);
}
