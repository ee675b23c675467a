import * as v from "valibot";
import { Slug } from "#app/domain/shapes.ts";
import { identifierSchemes, wordsOf } from "#db/vocabulary.ts";

const words = v.optional(
  v.pipe(v.string(), v.trim(), v.maxLength(200, "Use no more than 200 characters.")),
  "",
);

const Slugs = v.optional(
  v.pipe(
    v.string(),
    v.transform((text) => text.split(",").filter(Boolean)),
    v.array(Slug),
    v.maxLength(50, "Name no more than 50 places or districts."),
  ),
  "",
);

const numbers = Object.fromEntries(wordsOf(identifierSchemes).map((scheme) => [scheme, words])) as Record<
  keyof typeof identifierSchemes,
  typeof words
>;

/** What a form asks while somebody types: a name, where it works, a register number by its scheme. */
export const DuplicatesQuery = v.object({ name: words, places: Slugs, districts: Slugs, ...numbers });
export type DuplicatesQuestion = v.InferOutput<typeof DuplicatesQuery>;

/** A name of one or two letters is still being typed. */
export const SHORTEST = 3;

/** The numbers of a question, as an organisation has them. */
export const identifiersOf = (asked: DuplicatesQuestion) =>
  wordsOf(identifierSchemes).flatMap((scheme) =>
    asked[scheme] ? [{ scheme, identifier: asked[scheme] }] : [],
  );
