import type { IdentifierScheme } from "#db/vocabulary.ts";

export type ReadNumber = { ok: true; number: string } | { ok: false; message: string };

/**
 * A register number in the one form that we keep, or what is wrong with it in plain English.
 * Forms are those of the registers themselves; whether a number was ever given out is theirs to say.
 */
export function readNumber(scheme: IdentifierScheme, typed: string): ReadNumber {
  const number = withoutTrimmings(typed);
  if (number === "") return refuse(`Enter the ${names[scheme]}`);
  if (/^\d(\.\d+)?E\+?\d+$/.test(number)) {
    return refuse(
      `A spreadsheet has shortened this number to “${typed.trim()}”: format its column as text and enter it whole`,
    );
  }
  return readers[scheme](number);
}

const names: Record<IdentifierScheme, string> = {
  "GB-CHC": "charity number",
  "GB-COH": "company number",
  "GB-SC": "Scottish charity number",
  "GB-NIC": "Northern Ireland charity number",
  "GB-MPR": "mutual society number",
  "GB-NHS": "NHS organisation code",
  "GB-LAE": "local authority code",
};

const readers: Record<IdentifierScheme, (number: string) => ReadNumber> = {
  "GB-CHC": charity,
  "GB-COH": company,
  "GB-SC": scottishCharity,
  "GB-NIC": northernIrishCharity,
  "GB-MPR": mutualSociety,
  "GB-NHS": (number) =>
    /^[A-Z0-9]{3,8}$/.test(number)
      ? keep(number)
      : refuse("An NHS organisation code has 3 to 8 letters and numbers, like RM1 or D82048"),
  "GB-LAE": (number) =>
    /^[A-Z]{3,4}$/.test(number)
      ? keep(number)
      : refuse("A local authority code has 3 or 4 letters, like NFK"),
};

const keep = (number: string): ReadNumber => ({ ok: true, number });
const refuse = (message: string): ReadNumber => ({ ok: false, message });

/** "Registered charity no. 1 234 567" is 1234567: people paste the line from their letterhead. */
function withoutTrimmings(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/^[^0-9:#]*\b(NUMBER|NO|NUM|REG)\b\.?[\s:#]*/, "")
    .replace(/[‐-―−]/g, "-")
    .replace(/^[\s:#'’]+|[\s.,;]+$/g, "")
    .replace(/[\s,/]+/g, "");
}

function charity(number: string): ReadNumber {
  const read = /^(\d{6,7})(?:-0*(\d{1,3}))?$/.exec(number);
  if (read?.[1]) return keep(Number(read[2] ?? 0) > 0 ? `${read[1]}-${read[2]}` : read[1]);
  if (/^SC\d/.test(number)) return refuse("This looks like a Scottish charity number: enter it as one");
  if (/^(NIC|XR)\d/.test(number)) {
    return refuse("This looks like a Northern Ireland charity number: enter it as one");
  }
  if (/^(CE|0\d)\d{6}$/.test(number)) return refuse("This looks like a company number: enter it as one");
  return refuse(
    "A charity number in England and Wales has 6 or 7 digits, like 1234567, and for a linked charity a dash and its own number, like 1234567-1",
  );
}

/** Companies House: eight digits, or two letters that say which register and six more. */
const companyPrefixes =
  "AC BR CE CS ES FC FE GE GN GS IC IP LP NA NC NF NI NL NO NP NR NV NZ OC OE PC R0 RC RS SA SC SE SF SG SI SL SO SP SR SZ ZC";

function company(number: string): ReadNumber {
  if (/^\d{4,8}$/.test(number)) return keep(number.padStart(8, "0"));
  const [prefix, rest] = [number.slice(0, 2), number.slice(2)];
  if (companyPrefixes.split(" ").includes(prefix)) {
    // A registered society's number ends in R: IP28576R
    if (/^\d{5}[RC]$/.test(rest)) return keep(number);
    if (/^\d{3,6}$/.test(rest)) return keep(prefix + rest.padStart(6, "0"));
  }
  return refuse(
    "A company number has 8 characters, like 01234567 or CE012345: letters first if there are any, and zeros in front where it is shorter",
  );
}

function scottishCharity(number: string): ReadNumber {
  const digits = /^(?:SC)?(\d{5,6})$/.exec(number)?.[1]?.padStart(6, "0");
  if (digits?.startsWith("0")) return keep(`SC${digits}`);
  return refuse("A Scottish charity number is SC and 6 digits that begin with 0, like SC012345");
}

function northernIrishCharity(number: string): ReadNumber {
  const digits = /^(?:NIC)?(1\d{5})$/.exec(number)?.[1];
  if (digits) return keep(`NIC${digits}`);
  return refuse("A Northern Ireland charity number is NIC and 6 digits that begin with 1, like NIC101234");
}

function mutualSociety(number: string): ReadNumber {
  const read = /^([A-Z]{2})?0*(\d{1,8})([A-Z]{1,2})?$/.exec(number);
  if (read?.[2]) return keep(`${read[1] ?? ""}${read[2]}${read[3] ?? ""}`);
  return refuse("A mutual society number has up to 8 digits, sometimes with letters, like 7234 or 28576R");
}
