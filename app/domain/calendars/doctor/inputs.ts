import * as v from "valibot";
import { isId } from "#app/domain/ids.ts";
import { OptionalWords } from "#app/domain/shapes.ts";
import { wordsOf } from "#db/vocabulary.ts";
import { matchRules } from "#db/vocabulary-diary.ts";

/** Ways to say where a calendar is kept. */
export const ways = {
  address: "The address of a calendar",
  caldav: "A CalDAV calendar",
  file: "A file",
} as const;
export type Way = keyof typeof ways;

/** Whose a calendar is to be, as an address says it: "groups/norwich-place-network". */
export const OwnerName = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^(groups|organisations)\/[a-z0-9]+(-[a-z0-9]+)*$/, "Choose whose calendar it is."),
  v.transform((text): OwnerNamed => {
    const [noun, slug = ""] = text.split("/");
    return { noun: noun === "groups" ? "group" : "organisation", slug };
  }),
);

export interface OwnerNamed {
  noun: "group" | "organisation";
  slug: string;
}

const rule = {
  by: v.optional(v.picklist(wordsOf(matchRules), "Choose which events become meetings"), "all"),
  category: OptionalWords("The category", 200),
  words: OptionalWords("The words of the title", 200),
};

type RuleGiven = { by: keyof typeof matchRules; category: string; words: string };

const asRule = <Given extends RuleGiven>({ category, words, ...given }: Given) => ({
  ...given,
  match: { by: given.by, pattern: given.by === "category" ? category : given.by === "title" ? words : "" },
});

/** The field that a rule needs, and what to say where it is empty. */
const needed = {
  all: null,
  category: { key: "category", message: "Enter the category" },
  title: { key: "words", message: "Enter words of the title" },
} as const;

/** The same, for a form that is not taken without what its rule needs. */
function wholeRule<Given extends RuleGiven>({ dataset, addIssue, NEVER }: v.RawTransformContext<Given>) {
  const input: RuleGiven = dataset.value;
  const field = needed[input.by];
  if (!field || input[field.key] !== "") return asRule(dataset.value);
  const { key, message } = field;
  addIssue({ message, path: [{ type: "object", origin: "value", input: { ...input }, key, value: "" }] });
  return NEVER;
}

/** What is asked about which events of a calendar are meetings. */
export const RuleForm = v.pipe(
  v.object({ group: OptionalWords("The group", 200), ...rule }),
  v.rawTransform(wholeRule),
);

/** Whose diary a calendar is, and which events are the meetings of those that are new to it. */
export const GroupsForm = v.pipe(
  v.object({
    groups: v.pipe(
      v.string(),
      v.transform((text) => [...new Set(text.split(",").filter(Boolean))]),
      v.everyItem(isId, "Choose groups from the list"),
    ),
    ...rule,
  }),
  v.rawTransform(wholeRule),
);

/** Where a calendar is kept, as typed; or `sealed`, as it was checked before. */
const where = {
  how: v.optional(v.picklist(wordsOf(ways), "Choose where the calendar is kept"), "address"),
  sealed: v.optional(v.string(), ""),
  address: OptionalWords("The address", 4000),
  server: OptionalWords("The address", 4000),
  account: OptionalWords("The user name", 300),
  password: v.optional(
    v.pipe(v.string(), v.maxLength(500, "The password must be 500 characters or fewer")),
    "",
  ),
  collection: v.optional(v.pipe(v.string(), v.maxLength(4000, "Choose one of the calendars")), ""),
};

export const SourceForm = v.object(where);
export type SourceFields = v.InferOutput<typeof SourceForm>;

/** The form of the feed doctor. A rule that is not whole yet takes everything: it is asked for when connecting. */
export const CheckForm = v.pipe(v.object({ for: OwnerName, ...where, ...rule }), v.transform(asRule));

/** Nothing is connected unseen: an address that nobody looked at is not asked here. */
const checked = {
  sealed: v.pipe(
    v.optional(v.string(), ""),
    v.minLength(1, "Look at what would come in first, then connect it"),
  ),
};

/** The form that connects what was checked. */
export const ConnectForm = v.pipe(
  v.object({ for: OwnerName, ...where, ...checked, name: OptionalWords("The name", 200), ...rule }),
  v.rawTransform(wholeRule),
);
