import * as v from "valibot";
import { Slug } from "#app/domain/shapes.ts";

const missing = "Choose the organisation to merge with this one";

/** The record that is taken in. */
export const MergeInput = v.object({
  from: v.optional(v.pipe(v.string(missing), v.nonEmpty(missing), Slug), ""),
});

/** What the page of a merge is asked: words to look for, or the record that was found. */
export const MergeQuery = v.object({
  q: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200, "Use no more than 200 characters.")), ""),
  from: v.optional(Slug),
});
