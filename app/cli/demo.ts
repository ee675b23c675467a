import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { indexServices } from "#app/domain/search/index-services.server.ts";
import { env } from "#app/env.server.ts";
import { generateDemo, hasDemoPlaces } from "#db/demo/generate.server.ts";
import { loadDemo } from "#db/demo/load.server.ts";
import { type OpenedDatabase, openDatabase } from "#db/open.server.ts";
import { type Command, Refused } from "./terminal.ts";

/** More would be no help in trying the product, and would fill a disk. */
const MOST = 1_000_000;

export const generate: Command = {
  help: `Usage: npm run assembly -- demo generate --organisations NUMBER [--seed NUMBER]

Adds invented organisations, with about 1.7 services and 4 happenings each, to try the product at size.
An empty database gets the demonstration first. The database is DATABASE_URL, else the built-in one.

  --organisations NUMBER   how many, from 1 to ${MOST.toLocaleString("en-GB")}
  --seed NUMBER            which ones: the same seed makes the same organisations again; 1 when left out`,

  async run(args, { say, complain, now }) {
    const { values } = parseArgs({
      args,
      options: { organisations: { type: "string" }, seed: { type: "string", default: "1" } },
    });
    const organisations = wholeNumber("--organisations", values.organisations, { from: 1, to: MOST });
    const seed = wholeNumber("--seed", values.seed, { from: 0, to: 2_147_483_647 });
    const database = await openDatabase({
      databaseUrl: env.DATABASE_URL,
      dataDir: env.DATA_DIR,
      pool: 2,
      name: "assembly demo generate",
      log: complain,
    });
    try {
      say(await generateInto(database, { organisations, seed, now }));
    } finally {
      await database.end();
    }
  },
};

/** Fills the database and brings search and the planner's figures up to date. Returns what there is to say. */
async function generateInto(
  { db }: OpenedDatabase,
  options: { organisations: number; seed: number; now: Date },
): Promise<string> {
  const began = performance.now();
  await loadDemo(db, options.now);
  if (!(await hasDemoPlaces(db))) {
    throw new Refused(
      "This database is in use and does not hold the demonstration. Generate into an empty one.",
    );
  }
  const made = await generateDemo(db, options);
  if (made.wasThere) {
    return `The organisations of seed ${options.seed} are there already; nothing was added. Choose another --seed for more.`;
  }
  await db.execute(sql`analyze`);
  await indexServices({ db, now: options.now });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const [organisations, services, occurrences] = [made.organisations, made.services, made.occurrences].map(
    (count) => count.toLocaleString("en-GB"),
  );
  return `Added ${organisations} organisations, ${services} services and ${occurrences} happenings in ${seconds} s.`;
}

function wholeNumber(
  name: string,
  given: string | undefined,
  { from, to }: { from: number; to: number },
): number {
  const range = `a whole number from ${from.toLocaleString("en-GB")} to ${to.toLocaleString("en-GB")}`;
  if (given === undefined) throw new Refused(`${name} is missing: give ${range}.`);
  const number = Number(given);
  if (!/^\d{1,10}$/.test(given) || number < from || number > to) {
    throw new Refused(`${name} must be ${range}; it is “${given}”.`);
  }
  return number;
}
