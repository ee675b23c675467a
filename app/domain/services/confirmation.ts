export type Confirmation = { state: "fresh" | "stale"; on: string } | { state: "never" };

/**
 * How far a record may be trusted, in plain dates in London: from the day on which its confirmation falls due
 * it counts as not confirmed since the last one. `dueOn` null: it never falls due.
 */
export function confirmationOf(
  { confirmedOn, dueOn }: { confirmedOn: string | null; dueOn: string | null },
  today: string,
): Confirmation {
  if (!confirmedOn) return { state: "never" };
  return { state: dueOn !== null && dueOn <= today ? "stale" : "fresh", on: confirmedOn };
}
