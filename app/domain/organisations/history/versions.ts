import type { PastChange } from "#app/domain/history.server.ts";
import {
  type Difference,
  differencesOf,
  type NamesBySlug,
} from "#app/domain/organisations/record/differences.ts";
import {
  emptyRecord,
  isSection,
  type OrganisationRecord,
  type RecordSection,
  recordSections,
  sectionNames,
} from "#app/domain/organisations/record/record.ts";
import { recordStates } from "#db/vocabulary.ts";

/*
 * A change of the record as its keepers read it. `before` and `after` of a change hold whole sections by their
 * names: { names: {…} }. Other changes hold plain fields, such as a state.
 */

/** The sections that stood before a change; those it did not touch are left out. */
export function sectionsBefore(change: Pick<PastChange, "before">): Partial<OrganisationRecord> {
  return sectionsOf(change.before);
}

function sectionsOf(fields: unknown): Partial<OrganisationRecord> {
  if (fields === null || typeof fields !== "object") return {};
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      isSection(name) && isFields(value) && (name !== "names" || value.name)
        ? [[name, filled(name, value)]]
        : [],
    ),
  );
}

const isFields = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** What was kept long ago may lack fields, or hold another kind of thing: those stand as in an empty record. */
function filled(section: RecordSection, fields: Record<string, unknown>): Record<string, unknown> {
  const blank: Record<string, unknown> = { ...emptyRecord("", "charity")[section] };
  const fits = Object.entries(blank).filter(
    ([key, empty]) => key in fields && Array.isArray(empty) === Array.isArray(fields[key]),
  );
  return { ...blank, ...Object.fromEntries(fits.map(([key]) => [key, fields[key]])) };
}

/** What a change did, in the words of the forms. */
export function differencesOfPast(
  { before, after }: Pick<PastChange, "before" | "after">,
  names: NamesBySlug,
): Difference[] {
  const [old, now] = [sectionsOf(before), sectionsOf(after)];
  const sections = sectionNames.filter((section) => old[section] || now[section]);
  return [
    ...sections.flatMap((section) => differencesIn(section, old, now, names)),
    ...plainDifferences(before, after),
  ];
}

function differencesIn<S extends RecordSection>(
  section: S,
  old: Partial<OrganisationRecord>,
  now: Partial<OrganisationRecord>,
  names: NamesBySlug,
): Difference[] {
  return differencesOf(section, old[section] ?? null, now[section] ?? null, names);
}

const plainLabels: Record<string, (value: unknown) => [label: string, words: string]> = {
  state: (value) => ["State", recordStates[value as keyof typeof recordStates] ?? ""],
  stateNote: (value) => ["Why it is closed", text(value)],
  isTrusted: (value) => ["Changes need approval", value === undefined ? "" : value ? "No" : "Yes"],
  addressIsHidden: (value) => ["Hide every address", value ? "Yes" : ""],
  confirmedOn: (value) => ["Confirmed on", text(value)],
  confirmation: (value) => ["Confirmed on", text(fieldsOf(value).confirmedOn)],
  merged: (value) => ["Record taken in", text(fieldsOf(value).name)],
  mergedInto: (value) => ["Record it is part of", text(fieldsOf(value).name)],
};

const text = (value: unknown) => (typeof value === "string" ? value : "");

function plainDifferences(before: unknown, after: unknown): Difference[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return Object.entries(plainLabels).flatMap(([key, wordsOf]) => {
    if (!(key in old) && !(key in now)) return [];
    const [[label, was], [, is]] = [wordsOf(old[key]), wordsOf(now[key])];
    return was === is ? [] : [{ label, before: was, after: is }];
  });
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === "object" ? (value as Record<string, unknown>) : {};

/** What happened, for the heading of an entry: "Changed: name and kind". */
export function whatHappened(change: Pick<PastChange, "deed" | "before" | "after">): string {
  const words = deeds[change.deed] ?? capital(change.deed);
  const sections = Object.keys({ ...sectionsOf(change.before), ...sectionsOf(change.after) });
  if (sections.length === 0 || sections.length === sectionNames.length) return words;
  const titles = sections.map((section) => lower(recordSections[section as RecordSection]));
  return `${words}: ${titles.join(", ")}`;
}

const deeds: Record<string, string> = {
  "begin registration": "Began to register",
  "save registration": "Wrote in the registration",
  "submit registration": "Sent the registration",
  "approve registration": "Approved and published",
  "decline registration": "Sent back with a reason",
  "edit organisation": "Changed",
  "ask for approval": "Asked to change, waiting for approval",
  "withdraw change": "Took a waiting change back",
  "approve change": "Approved a change",
  "restore version": "Restored an earlier version",
  "close organisation for now": "Closed for now",
  "open organisation again": "Opened again",
  "archive organisation": "Archived",
  "restore organisation": "Brought back",
  "trust organisation": "Trusted to publish without approval",
  "end trust in organisation": "Changes ask for approval again",
  "confirm record": "Confirmed that everything is still right",
  "remind of review": "Asked its keepers, or those above them, to confirm it",
  "check numbers": "Put its numbers to their registers",
  "check register number": "Put a number to its register",
  "import organisation": "Brought in from a file",
  "merge organisation into another": "Merged into another record",
  "merge another organisation into this": "Took in another record",
  "undo merge into another organisation": "Took the merge back",
  "undo merge of another organisation": "Took the merge back",
  "claim organisation": "Asked to keep this record",
  "approve claim": "Gave the record to a new keeper",
};

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** Who did it, where no signed-in person did. */
export function whoInWords({ who, actorKind }: Pick<PastChange, "who" | "actorKind">): string {
  if (who) return who;
  if (actorKind === "visitor") return "Somebody without an account";
  return actorKind === "person" ? "Somebody whose account is gone" : "The product itself";
}
