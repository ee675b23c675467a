import type { Context } from "hono";

const PATIENCE_MS = 2_000;

/** The process answers; says nothing of the database, whose loss a restart of ours would not mend. */
export function healthy(c: Context) {
  return c.json({ status: "ok" });
}

/**
 * Whether this process can serve pages: the database answers and has every migration.
 * @param isMigrated Asks the database; fails when it does not answer.
 */
export function readiness(isMigrated: () => Promise<boolean>) {
  return async (c: Context) => {
    c.header("Cache-Control", "no-store");
    const verdict = await Promise.race([examine(isMigrated), tooSlow()]);
    return verdict === "ready"
      ? c.json({ status: verdict })
      : c.json({ status: "unavailable", message: verdict }, 503);
  };
}

async function examine(isMigrated: () => Promise<boolean>): Promise<string> {
  try {
    return (await isMigrated()) ? "ready" : "The database has not been migrated yet.";
  } catch {
    return "The database does not answer.";
  }
}

function tooSlow(): Promise<string> {
  return new Promise((resolve) => {
    setTimeout(() => resolve("The database takes too long to answer."), PATIENCE_MS).unref();
  });
}
