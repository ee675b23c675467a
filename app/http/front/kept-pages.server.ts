import type { MiddlewareHandler } from "hono";
import { findDataVersion } from "#app/domain/record.server.ts";
import { hasSession } from "#app/http/session.server.ts";
import type { Database } from "#db/client.server.ts";
import type { RequestVariables } from "./request-log.server.ts";

/** What a page says about time ("next meeting") is at most this old; what it says about data never is. */
const LONGEST_MS = 60_000;
const MOST_BYTES = 48 * 1024 * 1024;
const MOST_BYTES_A_PAGE = 1024 * 1024;

/** Stands for the nonce in a kept page: every answer gets a nonce of its own. */
const NONCE_MARK = "%nonce-of-this-answer%";

interface KeptPage {
  version: number;
  until: number;
  status: number;
  headers: [string, string][];
  text: string;
}

/**
 * Keeps whole pages for readers who are not signed in, keyed by address and data version: a change
 * advances the version in its own transaction, so the next request already misses (docs/decisions).
 */
export function keptPages(db: Database): MiddlewareHandler<{ Variables: RequestVariables }> {
  const pages = new PageStore();
  return async (c, next) => {
    const { method } = c.req;
    // The host is whatever the client says; the page is the same
    const url = c.req.url.slice(c.req.url.indexOf("/", "https://".length));
    if (method !== "GET" || hasSession(c.req.raw)) return next();
    // Read before rendering: a page made during a change is kept under the version before it, which nobody asks for
    const version = await findDataVersion(db).catch(() => null);
    if (version === null) return next();
    const nonce = c.get("secureHeadersNonce") ?? "";
    const kept = pages.get(url, version);
    if (kept)
      return new Response(kept.text.replaceAll(NONCE_MARK, nonce), {
        status: kept.status,
        headers: kept.headers,
      });
    await next();
    const { res } = c;
    if (!mayBeKept(res)) return;
    const text = await res.text();
    const headers = [...res.headers];
    pages.set(url, {
      version,
      until: performance.now() + LONGEST_MS,
      status: res.status,
      headers,
      text: marked(text, nonce),
    });
    c.res = undefined;
    c.res = new Response(text, { status: res.status, headers });
  };
}

const marked = (text: string, nonce: string) => (nonce ? text.replaceAll(nonce, NONCE_MARK) : text);

/** Only whole, public, textual answers; what sets a cookie or says it is private is for one reader. */
function mayBeKept({ status, headers }: Response): boolean {
  if (status !== 200 || headers.has("set-cookie")) return false;
  if (/private|no-store/.test(headers.get("cache-control") ?? "")) return false;
  return /^(text\/html|application\/json)/.test(headers.get("content-type") ?? "");
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
    if (sizeOf(page) > MOST_BYTES_A_PAGE) return;
    this.add(url, page);
    for (const [oldest, old] of this.pages) {
      if (this.bytes <= MOST_BYTES) break;
      this.remove(oldest, old);
    }
  }

  private add(url: string, page: KeptPage): void {
    this.pages.set(url, page);
    this.bytes += sizeOf(page);
  }

  private remove(url: string, page: KeptPage): void {
    this.pages.delete(url);
    this.bytes -= sizeOf(page);
  }
}

/** Two bytes a character at the most, which is what counts against the bound. */
const sizeOf = (page: KeptPage) => page.text.length * 2;
