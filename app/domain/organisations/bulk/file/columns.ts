import { MOST_CONTACTS } from "#app/domain/organisations/record/contact-input.ts";
import type { RecordSection } from "#app/domain/organisations/record/record.ts";
import { identifierSchemes, wordsOf } from "#db/vocabulary.ts";

/** What a column's cells hold: plain words, several lines, names of ours, one of our kinds, yes or no. */
export type CellShape =
  | "words"
  | "lines"
  | "places"
  | "districts"
  | "topics"
  | "kind"
  | "yes"
  | "shown"
  | "phone";

/** A column of the file; `key` is the field of the section's form that its cells fill. */
export interface Column {
  key: string;
  title: string;
  section: RecordSection | null;
  shape: CellShape;
  /** Other headings that are understood. */
  also: readonly string[];
}

const column = (
  section: RecordSection | null,
  key: string,
  title: string,
  shape: CellShape = "words",
  also: readonly string[] = [],
): Column => ({ section, key, title, shape, also });

/** Columns that say which organisation a row is about; both empty: a new one. */
const own = [
  column(null, "id", "id", "words", ["organisation id"]),
  column(null, "slug", "page address", "words", ["slug"]),
];

const names = [
  column("names", "name", "name", "words", ["organisation", "organisation name", "organization"]),
  column("names", "kind", "kind", "kind", ["type", "kind of organisation", "organisation type"]),
  column("names", "formerNames", "former names", "lines", ["previous names", "old names"]),
];

const about = [
  column("about", "description", "description", "words", ["about", "what it does", "activities"]),
  column("about", "helps", "who it helps", "words", ["helps", "beneficiaries"]),
  column("about", "website", "website", "words", ["web", "url", "web address"]),
  column("about", "topics", "topics", "topics", ["topic"]),
];

const numbers = wordsOf(identifierSchemes).map((scheme) =>
  column("numbers", scheme, identifierSchemes[scheme].toLowerCase(), "words", [scheme]),
);

const where = [
  column("where", "places", "places", "places", ["place"]),
  column("where", "districts", "districts", "districts", ["district"]),
  column("where", "isSystemWide", "works everywhere", "yes", ["whole area", "system wide"]),
  column("where", "worksOnline", "works online", "yes", ["online"]),
];

const email = [
  column("contact", "email", "email", "words", ["e-mail", "email address", "e-mail address"]),
  column("contact", "emailShown", "email is public", "shown"),
];

const address = [
  column("contact", "addressLine", "address", "words", ["address line", "street"]),
  column("contact", "addressTown", "town", "words", ["city"]),
  column("contact", "addressCounty", "county"),
  column("contact", "addressPostcode", "postcode", "words", ["post code"]),
  column("contact", "addressIsHidden", "hide every address", "yes", ["address is hidden"]),
];

function phone(slot: number): Column[] {
  const [key, title] = [`phone${slot}`, `phone ${slot}`];
  return [
    column("contact", `${key}Number`, title, "phone", slot === 1 ? ["phone", "telephone"] : []),
    column("contact", `${key}Extension`, `${title} extension`),
    column("contact", `${key}Note`, `${title} note`),
    column("contact", `${key}Shown`, `${title} is public`, "shown"),
  ];
}

function contact(slot: number): Column[] {
  const [key, title] = [`contact${slot}`, `contact ${slot}`];
  return [
    column("contact", `${key}Name`, `${title} name`, "words", slot === 1 ? ["contact", "contact name"] : []),
    column("contact", `${key}Role`, `${title} role`),
    column("contact", `${key}Email`, `${title} email`),
    column("contact", `${key}Phone`, `${title} phone`, "phone"),
    column("contact", `${key}Shown`, `${title} is public`, "shown"),
  ];
}

const upTo = (most: number) => Array.from({ length: most }, (_, at) => at + 1);

/** The columns of a file with so many phones and contacts a row. */
export function columnsFor(slots: { phones: number; contacts: number }): Column[] {
  const phones = upTo(slots.phones).flatMap(phone);
  return [
    ...own,
    ...names,
    ...about,
    ...numbers,
    ...where,
    ...email,
    ...phones,
    ...upTo(slots.contacts).flatMap(contact),
    ...address,
  ];
}

/** Every column that is understood. */
export const allColumns = columnsFor({ phones: MOST_CONTACTS, contacts: MOST_CONTACTS });

const titles = new Map(allColumns.map(({ key, title }) => [key, title]));

/** The heading of the column that fills a field. */
export const titleOf = (key: string): string => titles.get(key) ?? key;

/** Headings are alike whatever their case, spaces and punctuation. */
const plain = (heading: string) => heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

const byHeading = new Map(
  allColumns.flatMap((column) =>
    [...column.also, column.key, column.title].map((heading) => [plain(heading), column] as const),
  ),
);

export interface Headings {
  /** The column at each place; null where a heading is none of ours. */
  columns: (Column | null)[];
  unknown: string[];
  /** What is wrong with the headings as a whole: then no row is read. */
  problems: string[];
}

/** Which column is where, matched by name. */
export function readHeadings(given: readonly string[]): Headings {
  const columns = given.map((heading) => byHeading.get(plain(heading)) ?? null);
  const unknown = given.filter((heading, at) => columns[at] === null && heading.trim() !== "");
  const known = columns.filter((one) => one !== null);
  const twice = known.filter((one, at) => known.indexOf(one) !== at);
  const problems = [...new Set(twice)].map(({ title }) => `Two columns are both “${title}”: leave one out.`);
  const has = (key: string) => known.some((one) => one.key === key);
  const says = has("id") || has("slug");
  const missing = ["name", "kind"].filter((key) => !has(key) && !says);
  if (missing.length > 0) {
    const named = missing.map((key) => `“${titleOf(key)}”`).join(" and ");
    problems.push(`There is no column ${named}. The first row must hold the names of the columns.`);
  }
  return { columns, unknown, problems };
}
