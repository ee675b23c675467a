import { env } from "#app/env.server.ts";
import type { Database } from "#db/client.server.ts";
import { type QueueLog, runQueue } from "#db/queue.server.ts";
import { clockTasks, type Task, tasks } from "./tasks.ts";

/** Jobs at one time beside the web's own work: two leave a core for people. */
const JOBS_AT_ONCE = 2;

/** Brings up to date what pages lean on, then runs jobs until the answer is called (WORKER=off: runs none). */
export async function runWorker({ db, url }: { db: Database; url: string }, log: QueueLog) {
  const run = (task: Task) => (payload: unknown) => task({ db, now: new Date(), payload });
  for (const { task, isFirst } of Object.values(clockTasks)) if (isFirst) await run(task)({});
  if (env.WORKER === "off") return async () => {};
  const { stop } = await runQueue({
    url,
    concurrency: JOBS_AT_ONCE,
    tasks: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, run(task)])),
    clock: Object.entries(clockTasks).map(([task, { match, isFirst }]) => ({ task, match, isDue: !isFirst })),
    log,
  });
  return stop;
}
