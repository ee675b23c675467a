import * as v from "valibot";
import { Slug } from "#app/domain/places/inputs.ts";
import { opportunityKinds, wordsOf } from "#db/vocabulary.ts";

/** The query of /opportunities. */
export const OpportunityQuery = v.object({
  kind: v.optional(v.picklist(wordsOf(opportunityKinds), "That is not a kind of opportunity.")),
  place: v.optional(Slug),
  page: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[1-9]\d{0,3}$/, "The page must be a number from 1 to 9999."),
      v.transform(Number),
    ),
    "1",
  ),
});
export type OpportunityQueryInput = v.InferOutput<typeof OpportunityQuery>;
