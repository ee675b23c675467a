import * as v from "valibot";
import {
  Choices,
  NeededWords,
  OptionalClock,
  OptionalDay,
  OptionalEmail,
  OptionalWebAddress,
  OptionalWords,
  PageNumber,
  Slug,
  Ticked,
} from "#app/domain/shapes.ts";
import { type OpportunityKind, opportunityKinds, wordsOf } from "#db/vocabulary.ts";
import { kindWords } from "./kinds.ts";
import { END_OF_DAY, type OpportunityFields } from "./opportunity.ts";

/** The query of /opportunities. */
export const OpportunityQuery = v.object({
  kind: v.optional(v.picklist(wordsOf(opportunityKinds), "That is not a kind of opportunity.")),
  place: v.optional(Slug),
  page: PageNumber,
});

/** The first question of a new one. */
export const ChooseKind = v.object({
  kind: v.optional(
    v.picklist(wordsOf(opportunityKinds), "Choose what kind of opportunity it is"),
    "" as never,
  ),
});

export function isKind(word: string | undefined): word is OpportunityKind {
  return word !== undefined && Object.hasOwn(opportunityKinds, word);
}

/** In the order of the form, in which its errors are listed. */
const whatItIs = {
  title: NeededWords("Enter a title", "The title", 150),
  summary: NeededWords("Say in one sentence what it is", "The sentence", 300),
  description: OptionalWords("More about it", 6000),
};
const whereAndWhen = {
  places: Choices,
  isOnline: Ticked,
  howToApply: OptionalWords("How to apply", 2000),
  url: OptionalWebAddress("Enter a web address, such as www.example.org/apply"),
  email: OptionalEmail("Enter an e-mail address, such as name@example.org"),
  opensOn: OptionalDay("The day it opens must be a real date, such as 2026-04-17"),
  closesOn: OptionalDay("The closing day must be a real date, such as 2026-04-17"),
  closesTime: OptionalClock("The closing time must be a time of day, such as 17:00 or 5pm"),
};

/** What the form of a kind holds, as the domain keeps it. A closing day without a time means all of that day. */
export function OpportunityForm(kind: OpportunityKind) {
  const { fact, factMissing } = kindWords[kind];
  return v.pipe(
    v.object({
      ...whatItIs,
      commitment: factMissing ? NeededWords(factMissing, fact, 300) : OptionalWords(fact, 300),
      ...whereAndWhen,
    }),
    v.forward(
      v.partialCheck(
        [["howToApply"], ["url"], ["email"]],
        ({ howToApply, url, email }) => Boolean(howToApply || url || email),
        "Say how to apply, or give a web page or an e-mail address",
      ),
      ["howToApply"],
    ),
    v.forward(
      v.partialCheck(
        [["opensOn"], ["closesOn"]],
        ({ opensOn, closesOn }) => !opensOn || !closesOn || opensOn <= closesOn,
        "The closing day must not be before the day it opens",
      ),
      ["closesOn"],
    ),
    v.transform((fields): OpportunityFields => ({ ...fields, closesTime: timeOf(fields) })),
  );
}

function timeOf({ closesOn, closesTime }: Pick<OpportunityFields, "closesOn" | "closesTime">) {
  return closesOn ? (closesTime ?? END_OF_DAY) : null;
}

/** An edit besides carries the stamp of what its editor saw. */
export const Seen = v.optional(v.string(), "");

/** What the public page says while it is closed for now. */
export const CloseForNow = v.object({ note: OptionalWords("The note", 300) });
