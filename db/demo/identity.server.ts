import { createHash } from "node:crypto";

/** The namespace of every demo row: with it, a name always yields the same uuid, so addresses survive a reload. */
const NAMESPACE = Buffer.from("5b1f0a5c2d7e4e0f9a6137c0de3a55e1", "hex");

/** A version 5 uuid (RFC 9562) of a stable name such as "organisation:the-feed". */
export function idOf(name: string): string {
  const digest = createHash("sha1").update(NAMESPACE).update(name).digest("hex");
  const variant = ((Number.parseInt(digest.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `5${digest.slice(13, 16)}`,
    `${variant}${digest.slice(18, 20)}`,
    digest.slice(20, 32),
  ].join("-");
}
