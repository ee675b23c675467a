import type { Context, MiddlewareHandler } from "hono";
import { isPrivateDoor } from "#app/http/private-doors.ts";

/**
 * Who may keep a page. One made for a person is kept nowhere; any other may be kept by whoever asks again
 * before showing it, and not be shown to somebody who has signed in since. What has a rule of its own keeps it.
 */
export const cachingOfPages: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  if (headers.has("cache-control") || !headers.get("content-type")?.startsWith("text/html")) return;
  headers.append("Vary", "Cookie");
  const isForOne = isForOneReader(c) || headers.has("set-cookie");
  headers.set("Cache-Control", isForOne ? "private, no-store" : "no-cache");
};

/** Any cookie of ours may change what a page shows: a session, a registration under way, half a sign-in. */
export function isForOneReader(c: Context): boolean {
  return /(^|;\s*)assembly_/.test(c.req.header("cookie") ?? "") || isPrivateDoor(c.req.path);
}
