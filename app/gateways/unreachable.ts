import type { FailureKind } from "#db/vocabulary-diary.ts";

/**
 * An address gave no answer that can be used. The message is for whoever keeps the address, and names at most its host:
 * paths, queries, names and passwords are secrets. The kind says when it is worth another try.
 */
export class Unreachable extends Error {
  override name = "Unreachable";
  readonly kind: FailureKind;
  /** How long the other side asks to be left alone, in milliseconds; null where it does not say. */
  readonly retryAfterMs: number | null;

  constructor(message: string, kind: FailureKind = "unreachable", retryAfterMs: number | null = null) {
    super(message);
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}
