import * as v from "valibot";
import { plainWords } from "#app/domain/plain-words.ts";

/** Closing for a while: everybody reads the note. */
export const ClosedForNow = v.object({
  note: v.pipe(
    v.string("Enter what people should know"),
    v.transform(plainWords),
    v.nonEmpty("Enter what people should know"),
    v.maxLength(500, "The note must be 500 characters or fewer"),
  ),
});

export const Trust = v.object({
  isTrusted: v.pipe(
    v.picklist(["yes", "no"], "Choose whether changes are published at once"),
    v.transform((word) => word === "yes"),
  ),
});
