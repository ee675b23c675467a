import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/**
 * The network address that a request comes from. Behind `proxies` proxies of our own it is the one that the first
 * of them saw; anything further to the left in X-Forwarded-For the sender may have written themselves.
 */
export function clientAddress(c: Context, proxies: number): string {
  const passedOn = proxies > 0 ? forwardedFor(c.req.header("x-forwarded-for"), proxies) : undefined;
  return passedOn ?? connectionAddress(c) ?? "unknown";
}

export function forwardedFor(header: string | undefined, proxies: number): string | undefined {
  const hops = (header ?? "").split(",").map((hop) => hop.trim());
  return hops.at(-proxies) || undefined;
}

/** A request that a test hands over has no connection. */
function connectionAddress(c: Context): string | undefined {
  return c.env?.incoming ? getConnInfo(c).remote.address : undefined;
}
