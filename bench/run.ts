import { measureUnchanged, measureWorker } from "./calendars.ts";
import { type Case, cases, questions } from "./cases.ts";
import { type BenchData, COLD_GROUPS, prepareData } from "./data.ts";
import { measureImport } from "./import.ts";
import { load, type Measured, median } from "./load.ts";
import { measureReading } from "./reading.ts";
import { type Row, writeReport } from "./report.ts";
import { type RunningServer, startServer } from "./servers.ts";

/*
 * `npm run bench`: the production build against its limits, turn and turn about in one run, so that a busy machine
 * slows both alike. Only the ratios mean anything. BENCH_SECONDS and BENCH_ROUNDS make it shorter or longer.
 */

const organisations = Number(process.env.BENCH_ORGANISATIONS ?? 12_000);
const seconds = Number(process.env.BENCH_SECONDS ?? 4);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);

/** Longer than a minute, as the worker looks once a minute for calendars that are due. */
const workerSeconds = Number(process.env.BENCH_WORKER_SECONDS ?? 70);

let asked = 0;

process.stderr.write("Reading a feed of 5 MB …\n");
const reading = measureReading();

const data = await prepareData(organisations);
const site = await startServer(
  "build/server.js",
  { DATABASE_URL: data.url, DEMO_DATA: "off", WORKER: "off", PUBLIC_URL: "http://bench.example" },
  "/readyz",
);
const bare = await startServer("build/bench-bare.js", { DATABASE_URL: data.url }, "/nothing");
try {
  await fetch(`${site.origin}/calendars/${data.group}.ics`).then((answer) => answer.arrayBuffer());
  await data.spread();
  await warmUp();
  const rows: Row[] = [];
  for (const one of cases) {
    process.stderr.write(`${one.name} / ${one.limitName} …\n`);
    rows.push(await measure(one));
  }
  process.stderr.write("Import of the same organisations as a file …\n");
  const imported = await measureImport(data.url);
  process.stderr.write("A feed of 5 MB that does not change …\n");
  const unchanged = await measureUnchanged(data.url);
  process.stderr.write("A thousand calendars an hour …\n");
  const worker = await measureWorker(data.url, site, paths("/search?q={q}&n={n}"), {
    seconds: workerSeconds,
    rounds,
  });
  const day = new Date().toISOString().slice(0, 10);
  process.stdout.write(`${writeReport(rows, data, { imported, reading, unchanged, worker }, day)}\n`);
} finally {
  await Promise.all([site.stop(), bare.stop()]);
  await data.end();
}

async function measure({ name, limitName, goal, ...addresses }: Case): Promise<Row> {
  const ours: Measured[] = [];
  const theirs: Measured[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await load(site.origin, paths(addresses.site), seconds));
    const [server, address] = limitOf(addresses.limit);
    theirs.push(await load(server.origin, paths(address), seconds));
  }
  const rate = median(ours.map((measured) => measured.rate));
  const limitRate = median(theirs.map((measured) => measured.rate));
  const slow = Math.max(...ours.map((measured) => measured.slow));
  return { name, limitName, rate, limitRate, ratio: rate / limitRate, slow, goal };
}

function limitOf(limit: string): [RunningServer, string] {
  return limit.startsWith("site:") ? [site, limit.slice("site:".length)] : [bare, limit];
}

/** Both servers compile what they run, the bare one notes its statements, and the feed is rendered. */
async function warmUp() {
  for (const { site: address, limit } of cases) {
    const [server, other] = limitOf(limit);
    for (let time = 0; time < questions.length * 2; time += 1) {
      await fetch(site.origin + paths(address)());
      await fetch(server.origin + paths(other)());
    }
  }
}

/** The addresses of a pattern: questions and services in turn, `{n}` new each time. */
function paths(pattern: string): () => string {
  const known: Pick<BenchData, "group" | "last"> = data;
  return () => {
    asked += 1;
    return pattern
      .replace("{q}", encodeURIComponent(questions[asked % questions.length] ?? ""))
      .replace("{slug}", data.slugs[asked % 16] ?? "")
      .replace("{group}", known.group)
      .replace("{cold}", `cold-${1 + (asked % COLD_GROUPS)}`)
      .replace("{last}", known.last)
      .replace("{n}", String(asked));
  };
}
