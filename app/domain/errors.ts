/**
 * The only errors that the domain throws. They know nothing of HTTP: app/http/errors.server.ts
 * says which status each becomes. `message` is plain English for the person who asked.
 */

export class NotFound extends Error {
  override name = "NotFound";
  /** @param what The thing in plain words: "that meeting". */
  constructor(what: string) {
    super(`We could not find ${what}.`);
  }
}

export class NotAllowed extends Error {
  override name = "NotAllowed";
  /** @param deed The deed in plain words: "raise an item at this meeting". */
  constructor(deed: string) {
    super(`You do not have permission to ${deed}.`);
  }
}

/** What crossed: who saved `theirs`, and when (ISO 8601), where that is known. */
export interface Versions {
  mine: unknown;
  theirs: unknown;
  by?: string | null;
  at?: string | null;
}

export class Conflict extends Error {
  override name = "Conflict";
  /** @param versions What the person tried to save and what is saved now, where there are two. */
  constructor(
    message: string,
    readonly versions?: Versions,
  ) {
    super(message);
  }
}

/** Input that is well formed but cannot be true; `fields` names what to mend, by form field. */
export class Invalid extends Error {
  override name = "Invalid";
  constructor(
    message: string,
    readonly fields: Record<string, string> = {},
  ) {
    super(message);
  }
}
