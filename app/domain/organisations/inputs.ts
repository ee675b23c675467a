import * as v from "valibot";
import { Slug } from "#app/domain/shapes.ts";
import { organisationKinds, wordsOf } from "#db/vocabulary.ts";

/** Postgres takes no NUL, and nobody means to look for one. */
const printable = (text: string) => text.replace(/\p{Cc}/gu, " ").trim();

/** The query of the directory. `after` and `before` name the organisation that a page follows or precedes. */
export const DirectoryQuery = v.pipe(
  v.object({
    q: v.optional(
      v.pipe(
        v.string(),
        v.trim(),
        v.maxLength(100, "Use no more than 100 characters of a name."),
        v.transform(printable),
      ),
      "",
    ),
    place: v.optional(Slug),
    topic: v.optional(Slug),
    kind: v.optional(v.picklist(wordsOf(organisationKinds), "The kind in the address is not one of ours.")),
    after: v.optional(Slug),
    before: v.optional(Slug),
  }),
  v.check(({ after, before }) => !(after && before), "Ask for the page after or before a name, not both."),
);

export type DirectoryFilter = v.InferOutput<typeof DirectoryQuery>;
