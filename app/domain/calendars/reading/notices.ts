/**
 * Something in a feed that its owner may want to mend. `line` counts from 1 in the body; `summary` is the title of
 * the event, unless that is private.
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
  readonly list: Notice[] = [];
  private readonly said = new Set<string>();
  private left = 0;

  add(line: number | null, uid: string | null, message: string): void {
    const key = `${line}|${uid}|${message}`;
    if (this.said.has(key)) return;
    if (this.list.length >= most) {
      this.left += 1;
      return;
    }
    this.said.add(key);
    this.list.push({ line, uid, message });
  }

  /** In the order of the body, with a last word on those that were too many to list. */
  all(): Notice[] {
    const sorted = this.list.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
    if (this.left === 0) return sorted;
    return [...sorted, { line: null, uid: null, message: `There are ${this.left} more notices like these.` }];
  }
}
