import { inject } from "vitest";
import { connect } from "#db/client.server.ts";

/** Every test file has a process of its own, and its own clone of the migrated template (about 40 ms). */
const name = `worker_${process.pid}`;
const admin = connect(databaseUrl("postgres"), { pool: 1 });
for (const left of await admin.sql`select datname from pg_database where datname like 'worker\\_%'`)
  if (hasEnded(left.datname))
    await admin.sql.unsafe(`drop database if exists ${left.datname}`).catch(() => {});
// Files are copied: written to the log first, they would be written twice
await admin.sql.unsafe(`create database ${name} template template_migrated strategy file_copy`);
await admin.end();
process.env.DATABASE_URL = databaseUrl(name);

function databaseUrl(database: string): string {
  return inject("clusterUrl").replace("DATABASE", database);
}

/** Whether nobody uses this database any more: its process has ended, or this one has the same number. */
function hasEnded(database: string): boolean {
  const pid = Number(database.slice("worker_".length));
  if (pid === process.pid) return true;
  try {
    return !process.kill(pid, 0);
  } catch {
    return true;
  }
}
