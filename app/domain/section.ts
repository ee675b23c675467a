import { Conflict } from "./errors.ts";

/*
 * Two people edit one record at once. A form carries a stamp of the section as its editor saw it; saving compares
 * it with what is there now. Sections that nobody else touched never get in each other's way.
 */

/** A short stamp of a section's fields: the same for the same content, in whatever order its keys stand. */
export function seenOf(fields: object): string {
  const text = JSON.stringify(inOrder(fields));
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  return [high, low].map((part) => (part >>> 0).toString(36)).join("");
}

/**
 * Throws Conflict with both versions when the section has changed since its editor saw it,
 * unless both wrote the same. `seen` is the stamp that the form carried; an empty one is refused too.
 */
export function refuseIfChanged<Fields extends object>(section: {
  seen: string;
  current: Fields;
  mine: Fields;
}): void {
  const { seen, current, mine } = section;
  const now = seenOf(current);
  if (seen === now || seenOf(mine) === now) return;
  throw new Conflict(
    "Somebody else saved this while you were editing. Nothing is lost: compare both below, then save again.",
    { mine, theirs: current },
  );
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== "object") return value ?? null;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, inOrder(part)]),
  );
}
