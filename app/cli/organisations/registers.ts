import { createReadStream } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { Invalid } from "#app/domain/errors.ts";
import {
  charityEntry,
  companyEntry,
  type ExtractEntry,
  otherNameOf,
} from "#app/domain/organisations/registers/extracts/entry.ts";
import {
  type ImportedExtract,
  importExtract,
} from "#app/domain/organisations/registers/extracts/import-extract.server.ts";
import { readExtract } from "#app/domain/organisations/registers/extracts/read-extract.server.ts";
import { withDatabase } from "../database.ts";
import { fileNamed } from "../file-named.ts";
import { type Command, Refused, type Terminal } from "../terminal.ts";

const charityColumns = ["registered_charity_number", "charity_name", "charity_registration_status"];

export const importRegister: Command = {
  help: `Usage: npm run assembly -- registers import charity-commission FILE [--other-names FILE]
       npm run assembly -- registers import companies-house FILE

Takes in the public extract of a register, in the place of the one before, and then looks up every
organisation's number in it. All of it or nothing: if it stops, the extract before is still there.

  charity-commission   England and Wales: publicextract.charity, as JSON or text, unpacked, from
                       https://register-of-charities.charitycommission.gov.uk/register/full-register-download
  --other-names FILE   publicextract.charity_other_names from the same page, so that a charity is
                       also known by its working names
  companies-house      BasicCompanyDataAsOneFile-….csv, unpacked, from
                       https://download.companieshouse.gov.uk/en_output.html
                       (over five million companies: some minutes, and a gigabyte of database)

Both are free and carry no key. New ones come out each day (charities) and each month (companies).`,

  async run(args, terminal) {
    const options = { "other-names": { type: "string" } } as const;
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    const [register = "", file, ...more] = positionals;
    const readers = { "charity-commission": importCharities, "companies-house": importCompanies };
    if (!Object.hasOwn(readers, register) || !file || more.length > 0) {
      throw new Refused(
        "Name a register and its file: registers import charity-commission FILE, or companies-house FILE.",
      );
    }
    const done = await readers[register as keyof typeof readers](file, values["other-names"], terminal);
    terminal.say(inWords(done));
  },
};

async function importCharities(file: string, otherNames: string | undefined, terminal: Terminal) {
  const known = otherNames ? await readOtherNames(otherNames) : new Map<string, string[]>();
  let asOf: string | null = null;
  async function* entries(): AsyncGenerator<ExtractEntry> {
    for await (const fields of readExtract(textOf(file), {
      file: "publicextract.charity",
      columns: charityColumns,
    })) {
      asOf ??= /^\d{4}-\d{2}-\d{2}/.exec(String(fields.date_of_extract ?? ""))?.[0] ?? null;
      const entry = charityEntry(fields, known);
      if (entry) yield entry;
    }
  }
  return write("GB-CHC", entries(), () => asOf, terminal);
}

async function importCompanies(file: string, _otherNames: string | undefined, terminal: Terminal) {
  const asOf = /(\d{4}-\d{2}-\d{2})/.exec(path.basename(file))?.[1] ?? null;
  const expected = { file: "Companies House’s BasicCompanyData", columns: ["CompanyName", "CompanyNumber"] };
  async function* entries(): AsyncGenerator<ExtractEntry> {
    for await (const fields of readExtract(textOf(file), expected)) {
      const entry = companyEntry(fields);
      if (entry) yield entry;
    }
  }
  return write("GB-COH", entries(), () => asOf, terminal);
}

/** How many entries there are between two lines about them. */
const SAID_EACH = 100_000;

function write(
  scheme: "GB-CHC" | "GB-COH",
  entries: AsyncIterable<ExtractEntry>,
  asOf: () => string | null,
  { complain, now }: Terminal,
): Promise<ImportedExtract> {
  let last = 0;
  const onProgress = (written: number) => {
    const said = Math.floor(written / SAID_EACH) * SAID_EACH;
    if (said > last) complain(`${said.toLocaleString("en-GB")} entries …`);
    last = said;
  };
  return withDatabase(now, (ctx) => importExtract(ctx, { scheme, asOf, entries, onProgress }));
}

async function readOtherNames(file: string): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>();
  const expected = {
    file: "publicextract.charity_other_names",
    columns: ["registered_charity_number", "charity_name"],
  };
  for await (const fields of readExtract(textOf(file), expected)) {
    const other = otherNameOf(fields);
    if (other) names.set(other.number, [...(names.get(other.number) ?? []), other.name]);
  }
  return names;
}

/** The file's text in pieces. Throws Invalid when there is none that can be read. */
async function* textOf(file: string): AsyncGenerator<string> {
  try {
    for await (const piece of createReadStream(fileNamed(file), "utf8")) yield piece as string;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new Invalid(
      code === "ENOENT" ? `There is no file “${file}”.` : `“${file}” cannot be read (${code}).`,
    );
  }
}

function inWords({ entries, asOf, checked, changed }: ImportedExtract): string {
  const count = (number: number) => number.toLocaleString("en-GB");
  const numbers =
    checked === 1 ? "1 number of an organisation" : `${count(checked)} numbers of organisations`;
  return `Took in ${count(entries)} entries as of ${asOf}. Looked up ${numbers}: ${count(changed)} with a new answer.`;
}
