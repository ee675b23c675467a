import { createReadStream } from "node:fs";
import type { CalendarKind } from "#db/vocabulary.ts";
import { type Fetched, type FetchOptions, fetchCalendar, Unreachable } from "./remote-calendar.server.ts";

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

/** How the domain asks for a calendar's text; tests give another. Throws Unreachable. */
export type ReadSource = (from: CalendarSource, known?: Validators) => Promise<Fetched>;

/** What the last whole answer said of itself. */
export type Validators = Pick<FetchOptions, "etag" | "lastModified">;

const mostBytes = 5_000_000;

/** Reads calendars; `allow` names hosts of a private network that may be asked. */
export function sourceReader(allow: readonly string[] = []): ReadSource {
  return ({ kind, source }, known = {}) =>
    kind === "file" ? readCalendarFile(source) : fetchCalendar(source, { ...known, allow, mostBytes });
}

/** Counts as it reads: a pipe or a device does not say how much it holds. */
async function readCalendarFile(file: string): Promise<Fetched> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > mostBytes) throw new Unreachable(`“${file}” is larger than ${mostBytes} bytes.`);
      pieces.push(piece);
    }
  } catch (error) {
    throw error instanceof Unreachable ? error : unreadable(error, file);
  }
  return { changed: true, body: Buffer.concat(pieces), etag: null, lastModified: null };
}

function unreadable(error: unknown, file: string): Unreachable {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return new Unreachable(`There is no file “${file}”.`);
  if (code === "EISDIR") return new Unreachable(`“${file}” is a folder, not a calendar file.`);
  if (code === "EACCES" || code === "EPERM") return new Unreachable(`We are not allowed to read “${file}”.`);
  return new Unreachable(`“${file}” cannot be read${code ? ` (${code})` : ""}.`);
}
