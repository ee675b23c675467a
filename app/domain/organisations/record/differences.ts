import { identifierSchemes, organisationKinds } from "#db/vocabulary.ts";
import { formValues } from "./form-values.ts";
import type { OrganisationRecord, RecordSection } from "./record.ts";

/** A field that differs between two versions, in words. */
export interface Difference {
  label: string;
  before: string;
  after: string;
}

/** Names of places, districts and topics by their slugs, for showing what a record says. */
export type NamesBySlug = Record<string, string>;

export function isSameFields<S extends RecordSection>(
  section: S,
  a: OrganisationRecord[S],
  b: OrganisationRecord[S],
): boolean {
  return differencesOf(section, a, b, {}).length === 0;
}

/** The fields that differ, with the labels of the form; never JSON. */
export function differencesOf<S extends RecordSection>(
  section: S,
  before: OrganisationRecord[S] | null,
  after: OrganisationRecord[S] | null,
  names: NamesBySlug,
): Difference[] {
  const old = before ? formValues(section, before) : {};
  const now = after ? formValues(section, after) : {};
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return keys
    .filter((key) => (old[key] ?? "") !== (now[key] ?? ""))
    .map((key) => ({
      label: labelOf(key),
      before: inWords(key, old[key] ?? "", names),
      after: inWords(key, now[key] ?? "", names),
    }));
}

/** The difference that the form's own values make, as both versions of a form are compared. */
export function differencesOfValues(
  mine: Record<string, string>,
  theirs: Record<string, string>,
  names: NamesBySlug,
): { label: string; mine: string; theirs: string }[] {
  return Object.keys({ ...theirs, ...mine })
    .filter((key) => isField(key) && (mine[key] ?? "").trim() !== (theirs[key] ?? "").trim())
    .map((key) => ({
      label: labelOf(key),
      mine: inWords(key, mine[key] ?? "", names),
      theirs: inWords(key, theirs[key] ?? "", names),
    }));
}

/** "Name", "Charity number", "Phone 2: shown to". */
export function labelOf(key: string): string {
  const plain = labels[key];
  if (plain) return plain;
  const [, noun = "", slot = "", part = ""] = /^(phone|contact)(\d+)(\w+)$/.exec(key) ?? [];
  const whole = noun === "phone" ? "Phone" : "Contact";
  return slotParts[part] === undefined ? key : `${whole} ${slot}${slotParts[part]}`;
}

const isField = (key: string) => labels[key] !== undefined || /^(phone|contact)\d+[A-Z]/.test(key);

const labels: Record<string, string> = {
  ...{ name: "Name", kind: "Kind", formerNames: "Former names" },
  ...{ description: "What you do", helps: "Who you help", website: "Website", topics: "Themes" },
  ...identifierSchemes,
  ...{ places: "Places", districts: "Districts", isSystemWide: "All of Norfolk and Waveney" },
  ...{ worksOnline: "Online or by phone", email: "E-mail address", emailShown: "E-mail address: shown to" },
  ...{ addressLine: "Address", addressTown: "Town or village", addressCounty: "County" },
  ...{ addressPostcode: "Postcode", addressIsHidden: "Hide every address" },
};

const slotParts: Record<string, string> = {
  ...{ Number: "", Extension: ": extension", Note: ": note", Shown: ": shown to" },
  ...{ Name: "", Role: ": role", Email: ": e-mail address", Phone: ": phone" },
};

function inWords(key: string, text: string, names: NamesBySlug): string {
  if (text === "") return "";
  if (key === "kind") return organisationKinds[text as keyof typeof organisationKinds] ?? text;
  if (/Shown$/.test(key)) return text === "yes" ? "Everybody" : "Partners only";
  if (key === "isSystemWide" || key === "worksOnline" || key === "addressIsHidden") return "Yes";
  if (key === "places" || key === "districts" || key === "topics") {
    return text
      .split(",")
      .map((slug) => names[slug] ?? slug)
      .join(", ");
  }
  return text;
}

/** What a section holds, as rows to read: empty fields are left out. */
export function sectionInWords<S extends RecordSection>(
  section: S,
  fields: OrganisationRecord[S],
  names: NamesBySlug,
): { label: string; value: string }[] {
  const values = formValues(section, fields);
  return Object.entries(values)
    .filter(([key, text]) => text !== "" && !(key === "emailShown" && !values.email))
    .map(([key, text]) => ({ label: labelOf(key), value: inWords(key, text, names) }));
}
