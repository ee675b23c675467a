import type { Context } from "hono";
import type { Sql } from "postgres";
import { isMigrated } from "#db/migrate.server.ts";

const PATIENCE_MS = 2_000;

/** The process answers; says nothing of the database, whose loss a restart of ours would not mend. */
export function healthy(c: Context) {
  return c.json({ status: "ok" });
}

/** Whether this process can serve pages: the database answers and has every migration. */
export function readiness(sql: Sql) {
  return async (c: Context) => {
    c.header("Cache-Control", "no-store");
    const verdict = await Promise.race([examine(sql), tooSlow()]);
    return verdict === "ready"
      ? c.json({ status: verdict })
      : c.json({ status: "unavailable", message: verdict }, 503);
  };
}

async function examine(sql: Sql): Promise<string> {
  try {
    return (await isMigrated(sql)) ? "ready" : "The database has not been migrated yet.";
  } catch {
    return "The database does not answer.";
  }
}

function tooSlow(): Promise<string> {
  return new Promise((resolve) => {
    setTimeout(() => resolve("The database takes too long to answer."), PATIENCE_MS).unref();
  });
}
