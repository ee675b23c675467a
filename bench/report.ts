import fs from "node:fs";
import os from "node:os";
import type { BenchData } from "./data.ts";
import type { ImportFigures } from "./import.ts";

export interface Row {
  name: string;
  limitName: string;
  rate: number;
  limitRate: number;
  ratio: number;
  slow: number;
  goal: number | null;
}

const START = "<!-- figures: written by npm run bench -->";
const END = "<!-- end of figures -->";

/** Puts the table into docs/performance.md, between its two marks; the words round it stay. */
export function writeReport(
  rows: readonly Row[],
  data: BenchData,
  imported: ImportFigures,
  day: string,
): string {
  const table = [
    START,
    "",
    `Measured on ${day}: ${data.organisations.toLocaleString("en-GB")} organisations, ${data.services.toLocaleString("en-GB")} services,`,
    `${os.cpus().length} cores (${os.cpus()[0]?.model ?? "unknown"}), Node ${process.version}, ten connections, median of the rounds.`,
    "",
    "| what | held against | site, req/s | limit, req/s | ratio | goal | 97.5 %, ms |",
    "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ...rows.map(line),
    "",
    importLine(imported),
    "",
    END,
  ].join("\n");
  const file = "docs/performance.md";
  const before = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : `# Speed\n\n${START}\n${END}\n`;
  const [head = "", rest = ""] = before.split(START);
  fs.writeFileSync(file, head + table + (rest.split(END)[1] ?? "\n"));
  return table;
}

function importLine({ rows, ours, bare }: ImportFigures): string {
  const times = (ours / bare).toFixed(1);
  return `Import of ${rows.toLocaleString("en-GB")} new organisations from a file, checked, compared with the directory and recorded: ${ours.toFixed(1)} s, ${times} times what copying the bare rows within the database takes (${bare.toFixed(1)} s; goal: a minute).`;
}

function line({ name, limitName, rate, limitRate, ratio, goal, slow }: Row): string {
  const reached = goal === null ? "" : `${goal}${ratio >= goal ? "" : " (missed)"}`;
  return `| ${name} | ${limitName} | ${rate.toFixed(0)} | ${limitRate.toFixed(0)} | ${ratio.toFixed(2)} | ${reached} | ${slow} |`;
}
