import type { ReactNode } from "react";

export type TagColour = "grey" | "green" | "yellow" | "red" | "blue" | "purple";

/** A word about state or kind. The colour never says anything that the word does not. */
export function Tag({ children, colour = "grey" }: { children: ReactNode; colour?: TagColour }) {
  return <strong className={`govuk-tag govuk-tag--${colour}`}>{children}</strong>;
}

/** Several tags in a row. */
export function Tags({ children }: { children: ReactNode }) {
  return <div className="tags">{children}</div>;
}
