import { readNumber } from "#app/domain/organisations/registers/number.ts";
import type { IdentifierScheme } from "#db/vocabulary.ts";

/** An entry of a register's public extract, in the form of our own table. */
export interface ExtractEntry {
  number: string;
  name: string;
  otherNames: string[];
  status: string;
  isCurrent: boolean;
  registeredOn: string | null;
  removedOn: string | null;
  postcode: string | null;
}

/** A row of an extract, by the names of its columns. */
export type Fields = Record<string, unknown>;

const text = (field: unknown): string =>
  typeof field === "string" ? field.trim() : typeof field === "number" ? String(field) : "";

/** The Charity Commission's `publicextract.charity`. A linked charity is its parent's number, a dash and its own. */
export function charityEntry(fields: Fields, otherNames: ReadonlyMap<string, string[]>): ExtractEntry | null {
  const number = charityNumberOf(fields);
  const name = text(fields.charity_name);
  if (!number || !name) return null;
  const status = text(fields.charity_registration_status);
  return {
    ...{ number, name, status, isCurrent: status.toLowerCase() === "registered" },
    otherNames: otherNames.get(number) ?? [],
    registeredOn: isoDay(text(fields.date_of_registration)),
    removedOn: isoDay(text(fields.date_of_removal)),
    postcode: text(fields.charity_contact_postcode) || null,
  };
}

/** `publicextract.charity_other_names`: working names and former ones. */
export function otherNameOf(fields: Fields): { number: string; name: string } | null {
  const number = charityNumberOf(fields);
  const name = text(fields.charity_name);
  return number && name ? { number, name } : null;
}

function charityNumberOf(fields: Fields): string | null {
  const linked = text(fields.linked_charity_number);
  const own = linked === "" || linked === "0" ? "" : `-${linked}`;
  return numberOf("GB-CHC", text(fields.registered_charity_number) + own);
}

/** Columns of former names in Companies House's file: ten at most. */
const formerNameColumns = Array.from({ length: 10 }, (_, at) => `PreviousName_${at + 1}.CompanyName`);

/** A row of Companies House's Free Company Data Product: companies on the register, so that each is current. */
export function companyEntry(fields: Fields): ExtractEntry | null {
  const number = numberOf("GB-COH", text(fields.CompanyNumber));
  const name = text(fields.CompanyName);
  if (!number || !name) return null;
  return {
    ...{ number, name, status: text(fields.CompanyStatus), isCurrent: true },
    otherNames: formerNameColumns.map((column) => text(fields[column])).filter(Boolean),
    registeredOn: isoDay(text(fields.IncorporationDate)),
    removedOn: isoDay(text(fields.DissolutionDate)),
    postcode: text(fields["RegAddress.PostCode"]) || null,
  };
}

function numberOf(scheme: IdentifierScheme, given: string): string | null {
  const read = readNumber(scheme, given);
  return read.ok ? read.number : null;
}

/** "1961-07-12T00:00:00" and "12/07/1961" are both 1961-07-12. */
function isoDay(given: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(given);
  if (iso) return iso.slice(1, 4).join("-");
  const british = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(given);
  return british ? `${british[3]}-${british[2]}-${british[1]}` : null;
}
