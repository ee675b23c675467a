import * as v from "valibot";
import { plainWords } from "#app/domain/plain-words.ts";
import { Day, PageNumber, Slug } from "#app/domain/shapes.ts";
import { purposes, wordsOf } from "#db/vocabulary.ts";

/** A field left out, as a browser leaves out radios that nobody chose, is as one left empty. */
const words = (missing: string, most: number, tooLong: string) =>
  v.optional(
    v.pipe(v.string(missing), v.transform(plainWords), v.nonEmpty(missing), v.maxLength(most, tooLong)),
    "",
  );

/** What a network raises: the same shape for the form, the command line and the API. */
export const RaiseItem = v.object({
  toGroupId: v.optional(
    v.pipe(
      v.string("Choose the board or partnership it is for"),
      v.uuid("Choose the board or partnership it is for"),
    ),
    "",
  ),
  title: words("Enter a title", 150, "The title must be 150 characters or fewer"),
  whyItMatters: words("Say why it matters", 4000, "Why it matters must be 4,000 characters or fewer"),
  ask: words("Say what you are asking for", 2000, "What is asked must be 2,000 characters or fewer"),
  evidence: v.optional(
    v.pipe(
      v.string(),
      v.transform(plainWords),
      v.maxLength(4000, "The evidence must be 4,000 characters or fewer"),
    ),
    "",
  ),
  purpose: v.optional(v.picklist(wordsOf(purposes), "Choose what the board should do with it"), "comment"),
});
export type RaiseItemInput = v.InferOutput<typeof RaiseItem>;

/** The query of /meetings and /api/meetings. */
export const MeetingQuery = v.pipe(
  v.object({
    group: v.optional(Slug),
    place: v.optional(Slug),
    from: v.optional(Day("The date after “from” must be a real one, like 2026-11-05.")),
    to: v.optional(Day("The date after “to” must be a real one, like 2026-11-05.")),
    page: PageNumber,
  }),
  v.forward(
    v.partialCheck(
      [["from"], ["to"]],
      ({ from, to }) => !from || !to || from <= to,
      "The date after “to” must not be before the one after “from”.",
    ),
    ["to"],
  ),
);
