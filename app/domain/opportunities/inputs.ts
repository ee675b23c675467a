import * as v from "valibot";
import { PageNumber, Slug } from "#app/domain/shapes.ts";
import { opportunityKinds, wordsOf } from "#db/vocabulary.ts";

/** The query of /opportunities. */
export const OpportunityQuery = v.object({
  kind: v.optional(v.picklist(wordsOf(opportunityKinds), "That is not a kind of opportunity.")),
  place: v.optional(Slug),
  page: PageNumber,
});
