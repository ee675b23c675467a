import * as v from "valibot";
import { readClock } from "./london-time.ts";
import { plainWords } from "./plain-words.ts";

/** Shapes that the questions of every noun share. */

/** The part of an address that names one record: "norwich". */
export const Slug = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(200, "A name in the address is too long."),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "A name in the address has characters that we do not use."),
);

/** A plain date that exists, from 1900 to 2199: 2026-02-30 does not. */
export const Day = (message: string) =>
  v.pipe(
    v.string(message),
    v.trim(),
    v.regex(/^(19|20|21)\d{2}-\d{2}-\d{2}$/, message),
    v.check((text) => isRealDay(text), message),
  );

function isRealDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The page of a list, the first when left out. */
export const PageNumber = v.optional(
  v.pipe(
    v.string(),
    v.regex(/^[1-9]\d{0,3}$/, "The page must be a number from 1 to 9999."),
    v.transform(Number),
  ),
  "1",
);

/** The ticked boxes of one name, which `readForm` joins with commas; none at all is an empty list. */
export const Choices = v.optional(
  v.pipe(
    v.string(),
    v.transform((text) => [...new Set(text.split(",").filter(Boolean))]),
  ),
  "",
);

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

/**
 * One address and nothing else: without the marks by which a mail header names people, lists or groups, so that
 * "me <them@example.org>" is not a second spelling of theirs.
 */
export const oneAddress = /^[^\s@<>()[\]:;,"\\]+@[^\s@<>()[\]:;,"\\]+$/;

/** An e-mail address; null where there is none. */
export const OptionalEmail = (message: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.transform(plainWords),
      v.maxLength(254, message),
      v.check((text) => text === "" || (oneAddress.test(text) && /@.+\../.test(text)), message),
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
