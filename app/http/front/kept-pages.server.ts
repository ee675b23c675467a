import { randomUUID } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { findDataVersion } from "#app/domain/record.server.ts";
import { isKnown } from "#app/http/etag.ts";
import type { Database } from "#db/client.server.ts";
import { isForOneReader } from "./caching.server.ts";
import type { RequestVariables } from "./request-log.server.ts";

/** What a page says about time ("next meeting") is at most this old; what it says about data never is. */
const LONGEST_MS = 60_000;
const MOST_BYTES = 48 * 1024 * 1024;
const MOST_BYTES_A_PAGE = 1024 * 1024;

/**
 * Stands for the nonce in a kept page: every answer gets a nonce of its own. Nobody outside this process
 * knows it, so nobody can have a page repeat it and be given a nonce where they like.
 */
const NONCE_MARK = `%nonce-${randomUUID()}%`;

interface KeptPage {
  version: number;
  until: number;
  status: number;
  headers: [string, string][];
  /** Bytes where nothing has to be put in: a feed, JSON. */
  body: string | Uint8Array<ArrayBuffer>;
}

/**
 * Keeps whole pages for readers who are not signed in, keyed by address and data version: a change
 * advances the version in its own transaction, so the next request already misses (docs/decisions).
 */
export function keptPages(
  db: Database,
  mark = NONCE_MARK,
): MiddlewareHandler<{ Variables: RequestVariables }> {
  const pages = new PageStore();
  return async (c, next) => {
    const { method } = c.req;
    // The host is whatever the client says; the page is the same
    const url = c.req.url.slice(c.req.url.indexOf("/", "https://".length));
    if (method !== "GET" || isForOneReader(c)) return next();
    // Read before rendering: a page made during a change is kept under the version before it, which nobody asks for
    const version = await findDataVersion(db).catch(() => null);
    if (version === null) return next();
    const nonce = c.get("secureHeadersNonce") ?? "";
    const kept = pages.get(url, version);
    if (kept) return answerFrom(kept, { mark, nonce, known: c.req.header("if-none-match") });
    await next();
    const { res } = c;
    if (!mayBeKept(res)) return;
    const text = await res.text();
    const headers = [...res.headers];
    const until = performance.now() + LONGEST_MS;
    // What holds the mark already would be given nonces where none belongs
    if (!text.includes(mark))
      pages.set(url, { version, until, status: res.status, headers, body: bodyOf(text, nonce, mark) });
    c.res = undefined;
    c.res = new Response(text, { status: res.status, headers });
  };
}

interface Answering {
  mark: string;
  nonce: string;
  /** The If-None-Match header. */
  known: string | undefined;
}

function answerFrom({ status, headers, body }: KeptPage, { mark, nonce, known }: Answering): Response {
  const etag = headers.find(([name]) => name === "etag")?.[1];
  if (etag && isKnown(known, etag)) {
    return new Response(null, {
      status: 304,
      headers: headers.filter(([name]) => !name.startsWith("content-")),
    });
  }
  return new Response(typeof body === "string" ? body.replaceAll(mark, nonce) : body, { status, headers });
}

function bodyOf(text: string, nonce: string, mark: string): KeptPage["body"] {
  const isMarked = nonce !== "" && text.includes(nonce);
  return isMarked ? text.replaceAll(nonce, mark) : new TextEncoder().encode(text);
}

/** Only whole, public, textual answers; what sets a cookie or says it is private is for one reader. */
function mayBeKept({ status, headers }: Response): boolean {
  if (status !== 200 || headers.has("set-cookie")) return false;
  if (/private|no-store/.test(headers.get("cache-control") ?? "")) return false;
  return /^(text\/(html|calendar)|application\/json)/.test(headers.get("content-type") ?? "");
}

/** The pages asked for last, within a bound of memory. */
class PageStore {
  private readonly pages = new Map<string, KeptPage>();
  private bytes = 0;

  get(url: string, version: number): KeptPage | undefined {
    const page = this.pages.get(url);
    if (!page) return undefined;
    this.remove(url, page);
    if (page.version !== version || page.until < performance.now()) return undefined;
    this.add(url, page);
    return page;
  }

  set(url: string, page: KeptPage): void {
    const before = this.pages.get(url);
    if (before) this.remove(url, before);
    if (sizeOf(url, page) > MOST_BYTES_A_PAGE) return;
    this.add(url, page);
    for (const [oldest, old] of this.pages) {
      if (this.bytes <= MOST_BYTES) break;
      this.remove(oldest, old);
    }
  }

  private add(url: string, page: KeptPage): void {
    this.pages.set(url, page);
    this.bytes += sizeOf(url, page);
  }

  private remove(url: string, page: KeptPage): void {
    this.pages.delete(url);
    this.bytes -= sizeOf(url, page);
  }
}

/** What a page takes besides its address and body: its headers, and its place in the store. */
const BYTES_BESIDES = 2_000;

/** Two bytes a character at the most. An address counts too: anybody may make up thousands of long ones for one small page. */
const sizeOf = (url: string, { body }: KeptPage) =>
  url.length * 2 + (typeof body === "string" ? body.length * 2 : body.byteLength) + BYTES_BESIDES;
