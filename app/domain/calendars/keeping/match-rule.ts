import { plainWords } from "#app/domain/plain-words.ts";
import type { MatchRule } from "#db/vocabulary-diary.ts";

/** Which happenings of a calendar are a group's meetings. The pattern is empty for every one of them. */
export interface Match {
  by: MatchRule;
  pattern: string;
}

/** What of a happening a rule looks at. */
interface Looks {
  summary: string;
  categories: readonly string[];
}

/** A category is the same whatever its case; of a title all words must be in it, in any order. */
export function isMatch({ by, pattern }: Match, { summary, categories }: Looks): boolean {
  if (by === "all") return true;
  const wanted = folded(pattern);
  if (by === "category") return categories.some((category) => folded(category) === wanted);
  const title = folded(summary);
  return wanted.split(/\s+/).every((word) => title.includes(word));
}

/** Whether it says no less and no more than the database takes. */
export const isWholeRule = ({ by, pattern }: Match): boolean =>
  (by === "all") === (plainWords(pattern) === "");

/** "Every event", "Events with the category “Board”", "Events whose title holds “place network”". */
export function ruleInWords({ by, pattern }: Match): string {
  if (by === "category") return `Events with the category “${pattern}”`;
  return by === "title" ? `Events whose title holds “${pattern}”` : "Every event";
}

const folded = (text: string): string => plainWords(text).toLowerCase();
