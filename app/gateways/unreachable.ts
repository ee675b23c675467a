import type { FailureKind } from "#db/vocabulary-diary.ts";

/** What is in the way, where something else than the kind's usual advice helps. */
export type Trouble =
  | "private"
  | "circle"
  | "too-large"
  | "no-https"
  | "no-proof"
  | "not-safe"
  | "no-name"
  | "password"
  | "no-caldav"
  | "other-house";

/**
 * An address gave no answer that can be used. The message is for whoever keeps the address, and names at most its host:
 * paths, queries, names and passwords are secrets. The kind says when it is worth another try.
 */
export class Unreachable extends Error {
  override name = "Unreachable";
  readonly kind: FailureKind;
  /** How long the other side asks to be left alone, in milliseconds; null where it does not say. */
  readonly retryAfterMs: number | null;
  readonly trouble: Trouble | null;

  constructor(
    message: string,
    kind: FailureKind = "unreachable",
    retryAfterMs: number | null = null,
    trouble: Trouble | null = null,
  ) {
    super(message);
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
    this.trouble = trouble;
  }
}
