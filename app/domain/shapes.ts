import * as v from "valibot";

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
