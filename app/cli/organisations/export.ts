import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { exportOrganisations as exportAll } from "#app/domain/organisations/bulk/export.server.ts";
import { withDatabase } from "../database.ts";
import { fileNamed } from "../file-named.ts";
import { type Command, Refused } from "../terminal.ts";

export const exportOrganisations: Command = {
  help: `Usage: npm run assembly -- organisations export [FILE.csv]

Writes every live or temporarily closed organisation, with what is for partners only, in the shape that
"organisations import" reads: importing it again changes nothing. Without a file it goes to the terminal.`,

  async run(args, { say, complain, now }) {
    const { positionals } = parseArgs({ args, allowPositionals: true });
    const [file, ...more] = positionals;
    if (more.length > 0) throw new Refused("Name one file: organisations export FILE.csv.");
    const { csv, count } = await withDatabase(now, exportAll);
    const done = `${count.toLocaleString("en-GB")} ${count === 1 ? "organisation" : "organisations"} exported.`;
    if (!file) {
      say(csv.trimEnd());
      return complain(done);
    }
    await writeFile(fileNamed(file), csv);
    say(done);
  },
};
