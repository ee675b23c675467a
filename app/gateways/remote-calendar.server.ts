import { readAddress } from "./calendars/address.ts";
import { statusFailure } from "./calendars/failures.ts";
import { type Login, loginIn } from "./calendars/login.ts";
import { follow } from "./calendars/redirects.server.ts";
import type { Answer } from "./calendars/web-request.server.ts";

export interface FetchOptions {
  /** Hosts, with their port if they have one, that may be private: `localhost:8080`. */
  allow?: readonly string[];
  /** What the last whole answer said of itself, to be spared the same again. */
  etag?: string | null;
  lastModified?: string | null;
  account?: string | null;
  password?: string | null;
  /** For the whole of it, redirects included. */
  timeoutMs?: number;
  /** After decompression. */
  mostBytes?: number;
}

export type FetchedText =
  | { changed: true; body: Uint8Array; etag: string | null; lastModified: string | null }
  | { changed: false };

/** Fetches a calendar from an http, https or webcal address. Throws Unreachable, whatever goes wrong. */
export async function fetchCalendar(address: string, options: FetchOptions = {}): Promise<FetchedText> {
  const { allow = [], timeoutMs = 10_000, mostBytes = 5_000_000 } = options;
  const url = readAddress(address);
  const limits = { allow, timeoutMs, mostBytes };
  return readAnswer(await follow(url, { headers: headersOf(options) }, limits, loginOf(url, options)));
}

const loginOf = (url: URL, { account, password }: FetchOptions): Login | null =>
  account && password ? { account, password, givenFor: url } : loginIn(url);

function headersOf({ etag, lastModified }: FetchOptions): Record<string, string> {
  return {
    Accept: "text/calendar, */*;q=0.1",
    ...(etag ? { "If-None-Match": etag } : {}),
    ...(lastModified ? { "If-Modified-Since": lastModified } : {}),
  };
}

async function readAnswer(answer: Answer): Promise<FetchedText> {
  const { status, headers, url } = answer;
  if (status === 200) {
    const body = await answer.read();
    const { etag, "last-modified": lastModified } = headers;
    return { changed: true, body, etag: validator(etag), lastModified: validator(lastModified) };
  }
  answer.drop();
  if (status === 304) return { changed: false };
  throw statusFailure(status, url.hostname, headers["retry-after"]);
}

/** Kept to be said again; nobody needs one of many kilobytes. */
const validator = (text: string | undefined): string | null => (text && text.length <= 500 ? text : null);
