import type { CaseKind, CaseLevel, CaseState } from "#db/vocabulary-keeping.ts";

/** Whose turn a case is, in words. */
export function whoseTurn(at: {
  state: CaseState;
  level: CaseLevel;
  organisation: { name: string };
  group: { name: string } | null;
}): string {
  if (at.state === "asked") return "With whoever raised it, to answer the question";
  if (at.level === "owner") return `With those who keep ${at.organisation.name}`;
  return at.level === "lead" && at.group ? `With the lead of ${at.group.name}` : "With the Assembly team";
}

/** What the cases of a kind are called, as a heading. */
export const kindHeadings: Record<CaseKind, string> = {
  registration: "New organisations",
  claim: "“This is us”",
  change: "Changes that need approval",
  report: "Something is wrong",
  stale: "Not confirmed",
  "nobody-to-tell": "Nobody to tell",
};
