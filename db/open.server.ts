import path from "node:path";
import postgres from "postgres";
import { type Connection, type ConnectOptions, connect, splitSocketHost } from "#db/client.server.ts";
import { type EmbeddedPostgres, startPostgres } from "#db/embedded.server.ts";
import { isAlive } from "#db/file-lock.mjs";
import { migrate } from "#db/migrate.server.ts";

const DATABASE = "assembly";
const FIRST_ANSWER_MS = 8_000;

export interface OpenOptions extends ConnectOptions {
  /** A server that is there already; left out, one of our own is started, or shared if it runs. */
  databaseUrl: string | undefined;
  /** Where a server of our own keeps its data. */
  dataDir: string;
  log?: (message: string) => void;
}

export interface OpenedDatabase extends Connection {
  url: string;
}

/** The database cannot be used. The message says in plain words what to do. */
export class DatabaseUnavailable extends Error {
  override name = "DatabaseUnavailable";
}

/** A migrated database, wherever it lives: what the server and every command begin with. Throws DatabaseUnavailable. */
export async function openDatabase(options: OpenOptions): Promise<OpenedDatabase> {
  if (options.databaseUrl) return openAt(options.databaseUrl, options);
  const guard = await guardEmbedded(options);
  const opened = await openAt(guard.url, options);
  const end = async () => {
    await opened.end();
    await guard.stop();
  };
  return { ...opened, end };
}

async function openAt(url: string, options: ConnectOptions): Promise<OpenedDatabase> {
  try {
    await firstAnswer(url);
    await migrate(url);
  } catch (error) {
    throw explained(error, url);
  }
  return { ...connect(url, options), url };
}

/** A port that takes connections and drops them again would keep the client trying for ever. */
async function firstAnswer(url: string) {
  const { sql, end } = connect(url, { pool: 1 });
  const tooSlow = new Promise<never>((_resolve, reject) => {
    setTimeout(
      () => reject(Object.assign(new Error(), { code: "CONNECT_TIMEOUT" })),
      FIRST_ANSWER_MS,
    ).unref();
  });
  try {
    await Promise.race([sql`select 1`, tooSlow]);
  } finally {
    await end();
  }
}

/** Our own Postgres, started again should it die while we live: its socket stays the same, so the pool finds it. */
async function guardEmbedded({ dataDir, log = () => {} }: OpenOptions) {
  const options = { dataDir: path.join(path.resolve(dataDir), "pg"), log };
  let current = await start(options);
  let reviving: Promise<void> | undefined;
  const revive = async () => {
    log("The built-in PostgreSQL is gone; starting it again");
    await current.stop();
    current = await start(options);
    log("The built-in PostgreSQL is back");
  };
  const timer = setInterval(() => {
    if (reviving || isAlive(current.pid)) return;
    reviving = revive()
      .catch((error) => log(`The built-in PostgreSQL could not be started: ${error.message}`))
      .finally(() => {
        reviving = undefined;
      });
  }, 1_000);
  timer.unref();
  const stop = async () => {
    clearInterval(timer);
    await reviving;
    await current.stop();
  };
  return { url: current.url(DATABASE), stop };
}

async function start(options: {
  dataDir: string;
  log: (message: string) => void;
}): Promise<EmbeddedPostgres> {
  try {
    const embedded = await startPostgres(options);
    await createDatabase(embedded.url("postgres"));
    return embedded;
  } catch (error) {
    throw new DatabaseUnavailable(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

async function createDatabase(url: string) {
  const { sql, end } = connect(url, { pool: 1 });
  const takenMeanwhile = ["42P04", "23505"];
  try {
    const found = await sql`select from pg_database where datname = ${DATABASE}`;
    if (found.length === 0) await sql.unsafe(`create database ${DATABASE}`);
  } catch (error) {
    if (!(error instanceof postgres.PostgresError && takenMeanwhile.includes(error.code))) throw error;
  } finally {
    await end();
  }
}

function explained(error: unknown, url: string): Error {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const { href, host } = splitSocketHost(url);
  const { host: address, pathname, username } = new URL(href);
  const where = host ?? address;
  const name = decodeURIComponent(pathname.slice(1));
  const because = (text: string) => new DatabaseUnavailable(text, { cause: error });
  if (code === "3D000") {
    return because(
      `The PostgreSQL server at ${where} has no database "${name}". Create it, then start again.`,
    );
  }
  if (/^28/.test(code)) {
    return because(`The PostgreSQL server at ${where} refuses the user "${username}". Check DATABASE_URL.`);
  }
  if (/^(E[A-Z]+|CONN\w+|57P03)$/.test(code)) {
    return because(
      `The PostgreSQL server at ${where} does not answer (${code}). Start it, correct DATABASE_URL, or leave DATABASE_URL out to use the built-in one.`,
    );
  }
  return error instanceof Error ? error : because(String(error));
}
