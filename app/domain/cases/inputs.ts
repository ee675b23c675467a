import * as v from "valibot";
import { plainWords } from "#app/domain/plain-words.ts";
import { PageNumber } from "#app/domain/shapes.ts";
import { wordsOf } from "#db/vocabulary.ts";
import { caseKinds } from "#db/vocabulary-keeping.ts";
import { reportChoices } from "./case.ts";

const words = (empty: string, most: number) =>
  v.optional(
    v.pipe(
      v.string(),
      v.transform(plainWords),
      v.minLength(1, empty),
      v.maxLength(most, `Use ${most.toLocaleString("en-GB")} characters or fewer`),
    ),
    "",
  );

/** Which cases a queue shows. */
export const CaseFilter = v.object({
  show: v.optional(v.picklist(["open", "decided"], "Show open or decided cases."), "open"),
  kind: v.optional(v.picklist(wordsOf(caseKinds), "We have no cases of that kind.")),
  page: PageNumber,
});
export type CaseFilter = v.InferOutput<typeof CaseFilter>;

export const DeclineCase = v.object({
  reason: words("Say why, so that they know what to do", 2000),
});

export const ResolveCase = v.object({
  outcome: words("Say what you found and what you did", 2000),
});

export const AskAboutCase = v.object({
  question: words("Write your question", 2000),
});

export const AnswerCase = v.object({
  answer: words("Write your answer", 4000),
});

/** An address to hear back is welcome, never asked for. */
const email = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.transform((text) => text || null),
    v.nullable(
      v.pipe(
        v.string(),
        v.maxLength(254, "This e-mail address is too long"),
        v.email("Write an e-mail address like name@example.org, or leave it empty"),
      ),
    ),
  ),
  "",
);

export const ReportMistake = v.object({
  // A browser leaves out what nobody chose
  choice: v.optional(v.pipe(v.string(), v.picklist(wordsOf(reportChoices), "Choose what is wrong")), ""),
  words: words("Say in a few words what is wrong", 2000),
  email,
});
export type ReportMistake = v.InferOutput<typeof ReportMistake>;
