import type { Database } from "#db/client.server.ts";
import { clockTasks } from "./tasks.ts";

/** What pages lean on, done before the first one is served. */
export async function bringUpToDate(db: Database): Promise<void> {
  for (const { task, isFirst } of Object.values(clockTasks)) {
    if (isFirst) await task({ db, now: new Date(), payload: {} });
  }
}
