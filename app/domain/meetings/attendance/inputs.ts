import * as v from "valibot";
import { plainWords } from "#app/domain/plain-words.ts";
import { wordsOf } from "#db/vocabulary.ts";
import { attendanceAnswers } from "#db/vocabulary-diary.ts";

/** Most letters of what somebody adds to their answer. */
export const LONGEST_COMMENT = 300;

/** Whether somebody comes, and what they add. */
export const SayWhetherComing = v.object({
  answer: v.picklist(wordsOf(attendanceAnswers), "Choose whether you are coming"),
  comment: v.optional(
    v.pipe(
      v.string(),
      v.transform(plainWords),
      v.maxLength(LONGEST_COMMENT, `What you add must be ${LONGEST_COMMENT} characters or fewer`),
    ),
    "",
  ),
  /** The time that the form named: the meeting may have moved before it was sent. */
  time: v.optional(v.pipe(v.string(), v.maxLength(100)), ""),
});
export type SayWhetherComingInput = v.InferOutput<typeof SayWhetherComing>;
