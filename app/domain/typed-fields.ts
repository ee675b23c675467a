import * as v from "valibot";
import { readClock } from "./london-time.ts";
import { plainWords } from "./plain-words.ts";
import { Day } from "./shapes.ts";

/*
 * Shapes of single fields that people fill in. A field left out, as a browser leaves out what nobody chose,
 * is as one left empty.
 */

/** Words that must be there. `what` begins the message for too many: "The title". */
export const NeededWords = (missing: string, what: string, most: number) =>
  v.optional(
    v.pipe(
      v.string(missing),
      v.transform(plainWords),
      v.nonEmpty(missing),
      v.maxLength(most, tooLong(what, most)),
    ),
    "",
  );

export const OptionalWords = (what: string, most: number) =>
  v.optional(v.pipe(v.string(), v.transform(plainWords), v.maxLength(most, tooLong(what, most))), "");

const tooLong = (what: string, most: number) =>
  `${what} must be ${most.toLocaleString("en-GB")} characters or fewer`;

/** A web address, also without its https; null where there is none. */
export const OptionalWebAddress = (message: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.transform(plainWords),
      v.maxLength(500, message),
      v.transform((text) => (text === "" || /^[a-z]+:/i.test(text) ? text : `https://${text}`)),
      v.check((text) => text === "" || isWebAddress(text), message),
      v.transform((text) => text || null),
    ),
    "",
  );

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:\/\/[^/\s]+\.[^/\s]+/i.test(text) && !/\s/.test(text);
}

/** An e-mail address; null where there is none. */
export const OptionalEmail = (message: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.transform(plainWords),
      v.maxLength(254, message),
      v.check((text) => text === "" || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), message),
      v.transform((text) => text || null),
    ),
    "",
  );

/** A plain day; null where there is none. */
export const OptionalDay = (message: string) =>
  v.optional(v.union([v.pipe(v.literal(""), v.transform(empty)), Day(message)], message), "");

/** A time of day as people write it, read as `09:30`; null where there is none. */
export const OptionalClock = (message: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => (text.trim() === "" ? null : (readClock(text) ?? text))),
      v.check((time) => time === null || readClock(time) === time, message),
    ),
    "",
  );

/** One tick box. */
export const Ticked = v.optional(
  v.pipe(
    v.string(),
    v.transform((text) => text !== ""),
  ),
  "",
);

function empty(): null {
  return null;
}
