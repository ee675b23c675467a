import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import { runMigrations } from "graphile-worker";
import type { Sql } from "postgres";
import { connect } from "#db/client.server.ts";
import { quiet } from "#db/queue/queue.server.ts";

/** Any fixed number: it only has to be the same for every starter. */
const LOCK = 727_272;

/** Applies what is missing. Starters at the same moment take turns, since two would collide on `create schema drizzle`. */
export async function migrate(url: string): Promise<void> {
  const { sql, end } = connect(url, { pool: 1, name: "assembly migrate" });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    await applyMigrations(drizzle(sql), { migrationsFolder: migrationsFolder() });
    // The queue's own tables: verbs leave jobs behind whether or not a worker runs.
    await runMigrations({ connectionString: url, logger: quiet });
  } finally {
    await end();
  }
}

/** Whether the newest migration this code knows has been applied. A database from a newer release counts as ready. */
export async function isMigrated(sql: Sql): Promise<boolean> {
  const newest = readMigrationFiles({ migrationsFolder: migrationsFolder() }).at(-1);
  if (!newest) return true;
  const [table] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as present`;
  if (!table?.present) return false;
  const [row] =
    await sql`select max(created_at)::bigint >= ${newest.folderMillis} as ready from drizzle.__drizzle_migrations`;
  return row?.ready === true;
}

/** This module runs from db/, and bundled from build/: the folder is found from either. */
function migrationsFolder(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const candidates = [path.join(here, "migrations"), path.join(here, "../db/migrations")];
  const found = candidates.find((folder) => existsSync(path.join(folder, "meta/_journal.json")));
  if (!found) throw new Error(`No migrations found in ${candidates.join(" or ")}`);
  return found;
}
