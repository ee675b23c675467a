import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { isMachineDoor, openToAllSites } from "#app/http/machine-doors.ts";

const reads = new Set(["GET", "HEAD", "OPTIONS"]);

/** Turns away an address that cannot be read: broken percent signs, or a NUL, which PostgreSQL cannot even compare. */
export const readableAddress: MiddlewareHandler = async (c, next) => {
  const { pathname, search } = new URL(c.req.url);
  if (canDecode(pathname) && !/%00/.test(pathname + search)) return next();
  return refusal(
    c,
    400,
    "We cannot read that address",
    "Check it for typing mistakes, or start from the home page.",
  );
};

/** Machines may only read: no door of theirs takes anything, so this need not be said at each. */
export const machinesRead: MiddlewareHandler = async (c, next) => {
  if (reads.has(c.req.method) || !isMachineDoor(c.req.path)) return next();
  c.header("Allow", [...reads].join(", "));
  return refusal(c, 405, "This address can only be read", "Ask it with GET. Nothing has been changed.");
};

/**
 * Turns away a write that another site's page made somebody's browser send.
 * Browsers say where a form came from; programs that say nothing carry no visitor's cookies.
 */
export function ownForms(publicUrl: string): MiddlewareHandler {
  const own = new URL(publicUrl).origin;
  return async (c, next) => {
    if (reads.has(c.req.method)) return next();
    const origin = c.req.header("origin");
    const site = c.req.header("sec-fetch-site");
    if (!isOwnWrite({ origin, site, own, host: c.req.header("host") })) {
      const advice = "Open the page on this site and send the form again. Nothing has been changed.";
      return refusal(c, 403, "That form came from another site", advice);
    }
    // Remix compares Origin with the host it sees, which behind a proxy may be an inner name.
    if (origin) c.req.raw.headers.set("x-forwarded-host", new URL(origin).host);
    return next();
  };
}

/** Whether the browser's own words allow this write. `own` is the public origin; the Host covers other local names. */
export function isOwnWrite(said: { origin?: string; site?: string; own: string; host?: string }): boolean {
  if (said.origin === undefined)
    return said.site === undefined || said.site === "same-origin" || said.site === "none";
  if (said.origin === said.own) return true;
  return URL.canParse(said.origin) && new URL(said.origin).host === said.host;
}

/** Turns away a body that is too large, before it has been read to its end. `doors`: those that take more. */
export function bodySize(most: number, doors: Record<string, number> = {}): MiddlewareHandler {
  const usual = limitOf(most);
  const own = new Map(Object.entries(doors).map(([path, size]) => [path, limitOf(size)]));
  return (c, next) => (own.get(c.req.path) ?? usual)(c, next);
}

function limitOf(most: number): MiddlewareHandler {
  const limit = most >= 1_000_000 ? `${Math.floor(most / 1_000_000)} MB` : `${Math.floor(most / 1_000)} kB`;
  return bodyLimit({
    maxSize: most,
    onError: (c) => {
      // The rest of the body is thrown away with the connection: a next request on it would be lost
      c.header("Connection", "close");
      const advice = `The most we take is ${limit}. Nothing has been saved.`;
      return refusal(c, 413, "That is too much to send at once", advice);
    },
  });
}

/** A page that needs no database, no Remix and no style sheet; a machine gets the same words as JSON. */
export function refusal(
  c: Context,
  status: 400 | 403 | 404 | 405 | 413 | 500 | 503,
  title: string,
  advice: string,
): Response {
  c.header("Cache-Control", "no-store");
  if (isMachineDoor(c.req.path))
    return openToAllSites(c.json({ error: { status, message: `${title}. ${advice}` } }, status));
  return c.html(plainPage(title, advice, c.get("secureHeadersNonce") ?? ""), status);
}

function plainPage(title: string, advice: string, nonce: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Assembly</title>
<style nonce="${nonce}">
:root { color-scheme: light dark }
body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto; padding: 0 1rem }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${advice}</p>
<p><a href="/">Go to the home page</a></p>
</main>
</body>
</html>
`;
}

function canDecode(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
