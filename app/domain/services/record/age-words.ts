/** "Under 5s", "18 and over", "From 16 to 25 years old"; empty for all ages. The oldest age counts as in. */
export function agesInWords(minimum: number | null, maximum: number | null): string {
  if (minimum && maximum !== null)
    return minimum === maximum ? `${minimum} years old` : `From ${minimum} to ${maximum} years old`;
  if (minimum) return `${minimum} and over`;
  if (maximum === null) return "";
  // "Under 26s" of adults is harder to read than their age
  return maximum < 18 ? `Under ${maximum + 1}s` : `Up to ${maximum} years old`;
}
