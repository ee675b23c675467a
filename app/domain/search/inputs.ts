import * as v from "valibot";
import { Slug } from "#app/domain/shapes.ts";
import { LAST_PAGE } from "./limits.ts";

const badPage = `The page must be a whole number from 1 to ${LAST_PAGE}.`;

/** What somebody asks of search, on the page and through the API alike. */
export const SearchInput = v.object({
  q: v.optional(
    v.pipe(v.string(), v.trim(), v.maxLength(300, "Use no more than 300 characters to say what you need.")),
    "",
  ),
  near: v.optional(
    v.pipe(v.string(), v.trim(), v.maxLength(100, "A postcode or town has no more than 100 characters.")),
    "",
  ),
  place: v.optional(Slug),
  topic: v.optional(Slug),
  page: v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.regex(/^\d{1,9}$/, badPage),
      v.transform(Number),
      v.minValue(1, badPage),
      v.maxValue(LAST_PAGE, badPage),
    ),
    "1",
  ),
});

export type Search = v.InferOutput<typeof SearchInput>;
