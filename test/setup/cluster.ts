import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { connect } from "#db/client.server.ts";
import { startPostgres } from "#db/embedded.server.ts";
import { migrate } from "#db/migrate.server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of a database of the throwaway cluster, with `DATABASE` where its name belongs. */
    clusterUrl: string;
  }
}

export const TEMPLATE = "template_migrated";

/** One throwaway cluster a run, never synced to disk, with one migrated database that the workers clone. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(roomyFolder(), "assembly-test-"));
  // mkdtemp makes 0700, which the unprivileged account that Postgres borrows could not enter.
  chmodSync(folder, 0o755);
  const postgres = await startPostgres({
    dataDir: path.join(folder, "data"),
    ephemeral: true,
    flags: ["max_connections=60", "autovacuum=off", "max_wal_size=256MB"].flatMap((each) => ["-c", each]),
  });
  const admin = connect(postgres.url("postgres"), { pool: 1 });
  await admin.sql.unsafe(`create database ${TEMPLATE}`);
  await admin.end();
  await migrate(postgres.url(TEMPLATE));
  project.provide("clusterUrl", postgres.url("DATABASE"));
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Memory, where there is plenty: a database is six hundred small files, and every test file has one of its own. */
function roomyFolder(): string {
  const memory = "/dev/shm";
  if (process.platform !== "linux" || !existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return Math.min(bavail * bsize, process.availableMemory()) > 3 * 2 ** 30 ? memory : tmpdir();
}
