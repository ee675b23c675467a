import { EventEmitter } from "node:events";
import {
  Logger,
  type ParsedCronItem,
  parseCronItems,
  type Runner,
  run,
  type TaskList,
  type WorkerEvents,
} from "graphile-worker";
import { Pool } from "pg";
import { beat } from "#db/queue/heart.server.ts";

/** What the queue has to say goes to our own log. */
export type QueueLog = (level: "error" | "warn" | "info" | "debug", message: string, meta?: unknown) => void;

export const quiet = new Logger(() => () => {});

export interface QueueOptions {
  url: string;
  /** Jobs at one time. */
  concurrency: number;
  tasks: TaskList;
  /**
   * What runs by the clock, once for all instances together: `minute hour day month weekday` in UTC.
   * What `isDue` is also run now: nobody knows how long no worker was there.
   */
  clock: readonly { task: string; match: string; isDue: boolean }[];
  log: QueueLog;
  /** Milliseconds that `stop` waits for a job under way; then it is given back, and begun anew by the next worker. */
  patience?: number;
}

/**
 * Runs jobs until `stop`, which waits for those under way. A job that a worker died with is taken up again by
 * another. The pool is the queue's own: a database that went away for a while ends neither it nor the process.
 */
export async function runQueue(options: QueueOptions): Promise<{ stop: () => Promise<void> }> {
  const { url, concurrency, tasks, clock, log, patience = 8_000 } = options;
  const pool = new Pool({ connectionString: url, max: concurrency + 2, application_name: "assembly worker" });
  pool.on("error", (error) => log("warn", "a connection of the queue was lost", { err: error }));
  pool.on("connect", (client) => client.on("error", () => {}));
  const pools: string[] = [];
  const hearts: ReturnType<typeof beat>[] = [];
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) => {
    pools.push(workerPool.id);
    hearts.push(beat({ url, worker: workerPool.id, pool, log }));
  });
  const runner: Runner = await run({
    pgPool: pool,
    events,
    concurrency,
    taskList: tasks,
    parsedCronItems: timesOf(clock),
    // server.ts ends everything in its own order
    noHandleSignals: true,
    logger: loggerInto(log),
  });
  await Promise.all(hearts.map(({ begun }) => begun));
  runner.promise.catch((error) => log("error", "the queue stopped", { err: error }));
  for (const { task, isDue } of clock) if (isDue) await runner.addJob(task, {}, { jobKey: task });
  return {
    stop: async () => {
      let timer: NodeJS.Timeout | undefined;
      const tired = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patience);
      }).then(() => pool.query("select graphile_worker.force_unlock_workers($1::text[])", [pools]));
      await Promise.race([runner.stop(), tired]).catch(() => {});
      clearTimeout(timer);
      await Promise.all(hearts.map((heart) => heart.stop()));
      await pool.end().catch(() => {});
    },
  };
}

const loggerInto = (log: QueueLog): Logger =>
  new Logger((scope) => (level, message, meta) => {
    const problem = level === "error" || level === "warning";
    log(level === "warning" ? "warn" : problem ? "error" : "debug", message, { ...scope, ...meta });
  });

const timesOf = (clock: QueueOptions["clock"]): ParsedCronItem[] =>
  parseCronItems(clock.map(({ task, match }) => ({ task, match, options: { jobKey: task } })));
