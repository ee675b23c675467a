import * as v from "valibot";
import { readNumber } from "#app/domain/organisations/registers/number.ts";
import { plainWords } from "#app/domain/plain-words.ts";
import { Choices, Day } from "#app/domain/shapes.ts";
import { type IdentifierScheme, identifierSchemes, organisationKinds, wordsOf } from "#db/vocabulary.ts";
import { ContactInput } from "./contact-input.ts";
import type { FormerName, OrganisationRecord, RecordSection } from "./record.ts";

/*
 * What people type, section by section: a flat set of texts in, the section's fields out. Forms, the file of the
 * bulk import and the command line all read through these; `record/form-values.ts` is the way back.
 */

/** Names as typed, in composed letters: curly apostrophes, ŵ and ė stay. */
export const OrganisationName = v.pipe(
  v.string("Enter the name"),
  v.transform((text) => plainWords(text).replace(/\s+/g, " ")),
  v.nonEmpty("Enter the name"),
  v.regex(/[\p{L}\p{N}]/u, "Enter a name with letters or digits in it"),
  v.maxLength(200, "The name must be 200 characters or fewer"),
);

const kindWords = wordsOf(organisationKinds);

/** By its word or its label: a file has "Community group", a form "community-group". */
export const OrganisationKindInput = v.pipe(
  v.string("Choose what kind of organisation it is"),
  v.transform((text) => {
    const given = text.trim().toLowerCase();
    return kindWords.find((word) => word === given || organisationKinds[word].toLowerCase() === given);
  }),
  v.picklist(kindWords, "Choose what kind of organisation it is"),
);

const words = (what: string, most: number) =>
  v.optional(
    v.pipe(
      v.string(),
      v.transform(plainWords),
      v.maxLength(most, `${what} must be ${most.toLocaleString("en-GB")} characters or fewer`),
    ),
    "",
  );

const FormerNames = v.optional(
  v.pipe(
    v.string(),
    v.transform((text) =>
      plainWords(text)
        .split("\n")
        .map(readFormerName)
        .filter(({ name }) => name),
    ),
    v.maxLength(20, "Enter no more than 20 former names"),
    v.array(
      v.object({
        name: OrganisationName,
        until: v.nullable(Day("Write the day of a former name as (until 2019-03-31)")),
      }),
    ),
  ),
  "",
);

/** "Old Name (until 2019-03-31)" or just "Old Name". */
function readFormerName(line: string): FormerName {
  const dated = /^(.*)\(until ([^)]*)\)\s*$/.exec(line);
  if (!dated) return { name: line.trim(), until: null };
  return { name: (dated[1] ?? "").trim(), until: (dated[2] ?? "").trim() };
}

export const NamesInput = v.object({
  name: OrganisationName,
  kind: OrganisationKindInput,
  formerNames: FormerNames,
});

export const AboutInput = v.object({
  description: words("What you do", 4000),
  helps: words("Who you help", 2000),
  website: v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.maxLength(500, "The address of the website is too long"),
      v.transform((text) => (text === "" || /^https?:\/\//i.test(text) ? text : `https://${text}`)),
      v.check(isWebsite, "Enter the address of a website, such as www.example.org"),
      v.transform((text) => text || null),
    ),
    "",
  ),
  topics: Choices,
});

function isWebsite(text: string): boolean {
  if (text === "") return true;
  return URL.canParse(text) && /^https?:\/\/[^/\s]+\.[^/\s]+/i.test(text) && !/\s/.test(text);
}

const schemes = wordsOf(identifierSchemes);

/** One text a register, with several numbers apart by commas where there are several. */
export const NumbersInput = v.pipe(
  v.object(
    Object.fromEntries(schemes.map((scheme) => [scheme, numbersOf(scheme)])) as {
      [scheme in IdentifierScheme]: ReturnType<typeof numbersOf>;
    },
  ),
  v.transform((byScheme) => ({
    identifiers: schemes.flatMap((scheme) => byScheme[scheme].map((identifier) => ({ scheme, identifier }))),
  })),
);

function numbersOf(scheme: IdentifierScheme) {
  return v.optional(
    v.pipe(
      v.string(),
      v.rawTransform(({ dataset, addIssue, NEVER }): string[] => {
        const parts = dataset.value.split(/[,;\n]/).filter((part) => part.trim() !== "");
        const read = parts.map((part) => readNumber(scheme, part));
        const wrong = read.find((one) => !one.ok);
        if (!wrong) return [...new Set(read.flatMap((one) => (one.ok ? [one.number] : [])))];
        addIssue({ message: wrong.message });
        return NEVER;
      }),
    ),
    "",
  );
}

/** A ticked box, or a cell that says so. */
const Ticked = v.optional(
  v.pipe(
    v.string(),
    v.transform((text) => /^(yes|y|true|1|on)$/i.test(text.trim())),
  ),
  "",
);

export const WhereInput = v.object({
  places: Choices,
  districts: Choices,
  isSystemWide: Ticked,
  worksOnline: Ticked,
});

/** The one shape of each section, for every door. */
export const sectionInputs = {
  names: NamesInput,
  about: AboutInput,
  numbers: NumbersInput,
  where: WhereInput,
  contact: ContactInput,
} satisfies { [S in RecordSection]: v.GenericSchema<unknown, OrganisationRecord[S]> };
