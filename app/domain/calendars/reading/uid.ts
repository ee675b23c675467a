import { type Component, property, textOf } from "./components.ts";

/** PRIVATE, CONFIDENTIAL, or a class that we do not know (RFC 5545 §3.8.1.3). */
export function isHidden(event: Component): boolean {
  const visibility = textOf(event, "class").toUpperCase();
  return visibility !== "" && visibility !== "PUBLIC";
}

/** Also in a text that is kept, where a private event has lost its words. */
const madeUp = "no-uid:";

/** What an event is known by. One without a UID is known by its start, title and place, told by a fingerprint. */
export function uidOf(event: Component): { uid: string; isMadeUp: boolean } {
  const given = textOf(event, "uid");
  if (given) return { uid: shortUid(given), isMadeUp: given.startsWith(madeUp) };
  const start = property(event, "dtstart");
  const words = [start?.params.tzid ?? "", textOf(event, "summary"), textOf(event, "location")].join("\n");
  return { uid: `${madeUp}${textOf(event, "dtstart").slice(0, 20)}|${fingerprint(words)}`, isMadeUp: true };
}

/** RFC 7986 §5.3 allows 255 octets; longer ones keep their beginning and a fingerprint of the whole. */
const shortUid = (uid: string): string =>
  uid.length <= 255 ? uid : `${uid.slice(0, 200)}~${fingerprint(uid)}`;

/** FNV-1a, 64 bits. */
function fingerprint(text: string): string {
  let print = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at += 1) {
    print = BigInt.asUintN(64, (print ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  }
  return print.toString(16);
}
