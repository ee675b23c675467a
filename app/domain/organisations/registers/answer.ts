import type { RegisterAnswer } from "#db/vocabulary-keeping.ts";
import { isSameName } from "./same-name.ts";

export interface NumberCheck {
  answer: RegisterAnswer;
  /** The name that the register has; null where it is the organisation's own, or nothing was found. */
  registerName: string | null;
}

export const notChecked: NumberCheck = { answer: "not-checked", registerName: null };

/** What an entry of a register says about an organisation of this name. Null: the register has no such number. */
export function answerOf(
  entry: { name: string; otherNames: string[]; isCurrent: boolean } | null,
  name: string,
): NumberCheck {
  if (!entry) return { answer: "not-found", registerName: null };
  const isSame = isSameName(entry.name, name);
  const registerName = isSame ? null : entry.name;
  if (!entry.isCurrent) return { answer: "removed", registerName };
  const isKnown = isSame || entry.otherNames.some((other) => isSameName(other, name));
  return { answer: isKnown ? "found" : "other-name", registerName };
}
