import { kindWords } from "#app/domain/opportunities/kinds.ts";
import { fieldNames, type OpportunityFields } from "#app/domain/opportunities/opportunity.ts";
import { formatClock, formatDay } from "#app/ui/kit/dates/date-time.ts";
import type { OpportunityKind } from "#db/vocabulary.ts";

type FieldName = keyof OpportunityFields;

/** Fields as they are kept, as a form holds them, or as an older record has them: not all need be there. */
export type SomeFields = { [name in FieldName]?: unknown };

export interface Difference {
  label: string;
  before: string;
  after: string;
}

/** Where two versions differ, in words, in the order of the form. */
export function differencesOf(
  before: SomeFields,
  after: SomeFields,
  { kind, placeNames }: { kind: OpportunityKind; placeNames: ReadonlyMap<string, string> },
): Difference[] {
  const names = Object.keys(fieldNames) as FieldName[];
  return names
    .map((name) => ({
      label: name === "commitment" ? kindWords[kind].fact : fieldNames[name],
      before: inWords(name, before[name], placeNames),
      after: inWords(name, after[name], placeNames),
    }))
    .filter((row) => row.before !== row.after);
}

function inWords(name: FieldName, value: unknown, placeNames: ReadonlyMap<string, string>): string {
  if (name === "isOnline") return value ? "Yes" : "No";
  if (name === "places") return placesInWords(value, placeNames);
  if (typeof value !== "string" || value === "") return "";
  if (name === "closesTime") return /^\d\d:\d\d$/.test(value) ? formatClock(value) : value;
  if (name === "opensOn" || name === "closesOn")
    return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDay(value) : value;
  return value.trim();
}

function placesInWords(value: unknown, placeNames: ReadonlyMap<string, string>): string {
  const slugs = Array.isArray(value)
    ? value.map(String)
    : String(value ?? "")
        .split(",")
        .filter(Boolean);
  return slugs
    .map((slug) => placeNames.get(slug) ?? slug)
    .toSorted()
    .join(", ");
}
