import fs from "node:fs";
import os from "node:os";
import type { UnchangedFigures, WorkerFigures } from "./calendars.ts";
import type { BenchData } from "./data.ts";
import type { ImportFigures } from "./import.ts";
import type { ReadingFigures } from "./reading.ts";

export interface Figures {
  imported: ImportFigures;
  reading: ReadingFigures;
  unchanged: UnchangedFigures;
  worker: WorkerFigures;
}

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
  { imported, reading, unchanged, worker }: Figures,
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
    "| calendars | measured | goal |",
    "| --- | --- | --- |",
    ...readingLines(reading),
    ...unchangedLines(unchanged),
    ...workerLines(worker),
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

const reached = (goal: string, isReached: boolean): string => `${goal}${isReached ? "" : " (missed)"}`;
const count = (value: number): string => Math.round(value).toLocaleString("en-GB");

function readingLines(figures: ReadingFigures): string[] {
  const { megabytes, events, occurrences, readMs, parseMs, ratio, peakMegabytes } = figures;
  const what = `${megabytes.toFixed(1)} MB, 5,000 events, of ${count(events)} of them ${count(occurrences)} dates in 16 months`;
  return [
    `| Feed of ${what}: read and expanded | ${count(readMs)} ms, ${ratio.toFixed(2)} × ical.js parsing it (${count(parseMs)} ms) | ${reached("≤ 2 ×", ratio <= 2)} |`,
    `| The same: most memory of a process that reads it | ${count(peakMegabytes)} MB | ${reached("≤ 250 MB", peakMegabytes <= 250)} |`,
  ];
}

function unchangedLines({ requests, written, firstSeconds, againMs }: UnchangedFigures): string[] {
  const rows = Object.entries(written).map(([table, rows]) => `${rows} in ${table}`);
  const isQuiet = requests === 1 && Object.keys(written).every((table) => table === "calendar_clocks");
  return [
    `| The same, first sync into the database | ${firstSeconds.toFixed(1)} s | |`,
    `| The same, unchanged | ${requests} request, rows written: ${rows.join(", ") || "none"}, ${count(againMs)} ms | ${reached("1 request, no write but its own clock", isQuiet)} |`,
  ];
}

function workerLines({ quietP95, busyP95, readings, anHour, mostAnHour }: WorkerFigures): string[] {
  const ratio = busyP95 / quietP95;
  return [
    `| Search page, p95 while a worker reads ${count(anHour)} calendars an hour (${count(readings)} readings) | ${busyP95.toFixed(1)} ms, quiet ${quietP95.toFixed(1)} ms: ${ratio.toFixed(2)} × | ${reached("≤ 1.3 × at 1,000", ratio <= 1.3 && anHour >= 900)} |`,
    `| One worker at its most, 60 events each, first time | ${count(mostAnHour)} calendars an hour | |`,
  ];
}

function line({ name, limitName, rate, limitRate, ratio, goal, slow }: Row): string {
  const aim = goal === null ? "" : reached(String(goal), ratio >= goal);
  return `| ${name} | ${limitName} | ${rate.toFixed(0)} | ${limitRate.toFixed(0)} | ${ratio.toFixed(2)} | ${aim} | ${slow} |`;
}
