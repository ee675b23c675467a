import type { Ctx } from "#app/domain/context.ts";
import { env } from "#app/env.server.ts";
import { openDatabase } from "#db/open.server.ts";

/** Runs `work` on the product's database, which is started if need be, and closes it whatever happens. */
export async function withDatabase<T>(now: Date, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const opened = await openDatabase({
    databaseUrl: env.DATABASE_URL,
    dataDir: env.DATA_DIR,
    pool: 2,
    name: "assembly command",
  });
  try {
    return await work({ actor: { kind: "job", name: "command line" }, db: opened.db, now });
  } finally {
    await opened.end();
  }
}
