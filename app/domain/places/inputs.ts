import * as v from "valibot";

/** The part of an address that names one record: "norwich". */
export const Slug = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(200, "A name in the address is too long."),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "A name in the address has characters that we do not use."),
);
