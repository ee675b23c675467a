/** A record is fresh for this many days after somebody confirmed it: half a year. */
export const FRESH_DAYS = 182;

export type Confirmation = { state: "fresh" | "stale"; on: string } | { state: "never" };

/** How far a record may be trusted, from the day it was last confirmed; plain dates in London. */
export function confirmationOf(confirmedOn: string | null, today: string): Confirmation {
  if (!confirmedOn) return { state: "never" };
  const age = (Date.parse(`${today}T00:00:00Z`) - Date.parse(`${confirmedOn}T00:00:00Z`)) / 86_400_000;
  return { state: age > FRESH_DAYS ? "stale" : "fresh", on: confirmedOn };
}
