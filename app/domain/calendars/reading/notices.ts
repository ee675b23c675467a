import { type Component, textOf } from "./components.ts";
import { isHidden, uidOf } from "./uid.ts";
import { oneLine } from "./words/plain-text.ts";

/**
 * Something in a feed that its owner may want to mend. `line` counts from 1 in the body, and is null where several
 * bodies are read; `summary` is the title of the event, unless that is private.
 */
export interface Notice {
  line: number | null;
  uid: string | null;
  summary?: string | null;
  message: string;
}

const most = 200;

/** Collects notices, each once, and stops at a number that a person could read. */
export class Notices {
  /** Of several bodies, the one that is being read, such as “Entry 3 of 40”. */
  entry: string | null = null;
  private readonly list: { line: number | null; event: Component | null; message: string }[] = [];
  private readonly said = new Set<string>();
  private left = 0;

  constructor(private readonly hasLines = true) {}

  /** `event` is the VEVENT that it is about, by which it is named at the end. */
  add(line: number | null, event: Component | null, message: string): void {
    const key = `${this.entry}|${line}|${event?.line}|${message}`;
    if (this.said.has(key)) return;
    if (this.list.length >= most) {
      this.left += 1;
      return;
    }
    this.said.add(key);
    const where = this.entry === null || event ? "" : `${this.entry}: `;
    this.list.push({ line: this.hasLines ? line : null, event, message: where + message });
  }

  /** In the order of the body, with a last word on those that were too many to list. */
  all(): Notice[] {
    const sorted = this.list.toSorted(
      (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.message < b.message ? -1 : 1),
    );
    const named = sorted.map(({ line, event, message }) => ({ line, ...nameOf(event), message }));
    if (this.left === 0) return named;
    const message = `There are ${this.left.toLocaleString("en-GB")} more notices like these.`;
    return [...named, { line: null, uid: null, summary: null, message }];
  }
}

function nameOf(event: Component | null): { uid: string | null; summary: string | null } {
  if (!event) return { uid: null, summary: null };
  const { uid, isMadeUp } = uidOf(event);
  const title = isHidden(event) ? "" : oneLine(textOf(event, "summary"));
  return { uid: isMadeUp ? null : uid, summary: title || null };
}
