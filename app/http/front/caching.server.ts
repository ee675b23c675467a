import type { MiddlewareHandler } from "hono";
import { hasSession } from "#app/http/session.server.ts";

/**
 * Who may keep a page. One made for a person is kept nowhere; any other may be kept by whoever asks again
 * before showing it, and not be shown to somebody who has signed in since. What has a rule of its own keeps it.
 */
export const cachingOfPages: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  if (headers.has("cache-control") || !headers.get("content-type")?.startsWith("text/html")) return;
  headers.append("Vary", "Cookie");
  const isForOne = hasSession(c.req.raw) || headers.has("set-cookie");
  headers.set("Cache-Control", isForOne ? "private, no-store" : "no-cache");
};
