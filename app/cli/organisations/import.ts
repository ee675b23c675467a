import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Ctx } from "#app/domain/context.ts";
import { checkFile } from "#app/domain/organisations/bulk/checking/check-file.server.ts";
import { type ChosenRowsInput, readRanges } from "#app/domain/organisations/bulk/chosen-rows.ts";
import { decode } from "#app/domain/organisations/bulk/file/csv-text.ts";
import { reportOf } from "#app/domain/organisations/bulk/report.ts";
import { writeFile } from "#app/domain/organisations/bulk/writing/write-file.server.ts";
import { withDatabase } from "../database.ts";
import { fileNamed } from "../file-named.ts";
import { type Command, Refused, type Terminal } from "../terminal.ts";
import { reportInWords, writtenInWords } from "./import-report.ts";

export const importOrganisations: Command = {
  help: `Usage: npm run assembly -- organisations import FILE.csv [--dry-run] [--rows ROWS]
                                             [--leave-out-duplicates] [--only-good]

Adds and updates organisations from a CSV file. Columns are matched by their names, in any order; "name" and
"kind" must be there. A row with an "id" or a "page address" updates that organisation, and a column
that the file leaves out is left as it is. Everything is written, or nothing.

  FILE.csv                 commas, semicolons or tabs; UTF-8, or what Excel makes of it
                           ("organisations export" writes one; /team/organisations/template.csv is an example)
  --dry-run                say what would happen, and write nothing
  --only-good              write the good rows although others have faults
  --leave-out-duplicates   leave out rows that may be there already
  --rows ROWS              write only these rows, such as 2-40,57; the headings are row 1

Faults are listed with row, column and reason. New organisations are live at once.`,

  async run(args, terminal) {
    const { file, dryRun, onlyGood, chosen } = readArguments(args);
    const { text, encoding } = decode(await bytesOf(file));
    await withDatabase(terminal.now, async (ctx) => {
      const report = reportOf(await checkFile(ctx, text), encoding);
      terminal.say(reportInWords(report));
      if (report.problems.length > 0) throw new Refused("Nothing was written.");
      if (dryRun) return terminal.say("This was a dry run: nothing was written.");
      if (report.faults.length > 0 && !onlyGood && chosen.which !== "chosen") {
        throw new Refused(
          "Nothing was written. Mend the faults, or add --only-good to write the other rows.",
        );
      }
      terminal.say(writtenInWords(await write(ctx, { text, chosen }, terminal)));
    });
  },
};

function write(ctx: Ctx, input: { text: string; chosen: ChosenRowsInput }, { complain }: Terminal) {
  const onProgress = (written: number, total: number) => {
    complain(`${written.toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")} written …`);
  };
  return writeFile(ctx, input, { onProgress });
}

function readArguments(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      "dry-run": { type: "boolean", default: false },
      "only-good": { type: "boolean", default: false },
      "leave-out-duplicates": { type: "boolean", default: false },
      rows: { type: "string" },
    },
  });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Refused("Name one file: organisations import FILE.csv.");
  const { rows = "", "leave-out-duplicates": leaveOut } = values;
  if (values.rows !== undefined && readRanges(rows) === null) {
    throw new Refused("Write row numbers and ranges after --rows, like 2-40,57.");
  }
  if (values.rows !== undefined && leaveOut) {
    throw new Refused("Give --rows or --leave-out-duplicates, not both.");
  }
  const which = values.rows !== undefined ? "chosen" : leaveOut ? "not-likely" : "all";
  const chosen: ChosenRowsInput = { which, rows };
  return { file, dryRun: values["dry-run"], onlyGood: values["only-good"], chosen };
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(fileNamed(file));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT") throw new Refused(`There is no file “${file}”.`);
    throw new Refused(`“${file}” cannot be read${code ? ` (${code})` : ""}.`);
  }
}
