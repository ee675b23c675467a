import type { Database } from "#db/client.server.ts";
import { type QueueLog, runQueue } from "#db/queue/queue.server.ts";
import { clockTasks, type Task, tasks } from "./tasks.ts";
import { withoutValues } from "./without-values.ts";

/** Jobs at one time in one worker: they wait for the network and the database more than they compute. */
const JOBS_AT_ONCE = 2;

/** Runs jobs until the answer is called. Several workers share them. */
export async function runWorker({ db, url }: { db: Database; url: string }, log: QueueLog) {
  const run = (task: Task) => (payload: unknown) =>
    task({ db, now: new Date(), payload }).catch((error: unknown) => {
      throw withoutValues(error);
    });
  const { stop } = await runQueue({
    url,
    concurrency: JOBS_AT_ONCE,
    tasks: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, run(task)])),
    clock: Object.entries(clockTasks).map(([task, { match, isFirst }]) => ({ task, match, isDue: !isFirst })),
    log,
  });
  return stop;
}
