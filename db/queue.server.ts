import {
  Logger,
  type ParsedCronItem,
  parseCronItems,
  type Runner,
  run,
  type TaskList,
} from "graphile-worker";
import { Pool } from "pg";

/** What the queue has to say goes to our own log. */
export type QueueLog = (level: "error" | "warn" | "info" | "debug", message: string, meta?: unknown) => void;

export const quiet = new Logger(() => () => {});

export interface QueueOptions {
  url: string;
  /** Jobs at one time. */
  concurrency: number;
  tasks: TaskList;
  /** What runs by the clock, once for all instances together: `minute hour day month weekday` in UTC. */
  clock: readonly { task: string; match: string }[];
  log: QueueLog;
}

/**
 * Runs jobs until `stop`, which waits for those under way. A job that a worker died with is taken up again by
 * another. The pool is the queue's own: a database that went away for a while ends neither it nor the process.
 */
export async function runQueue(options: QueueOptions): Promise<{ stop: () => Promise<void> }> {
  const { url, concurrency, tasks, clock, log } = options;
  const pool = new Pool({ connectionString: url, max: concurrency + 2, application_name: "assembly worker" });
  pool.on("error", (error) => log("warn", "a connection of the queue was lost", { err: error }));
  pool.on("connect", (client) => client.on("error", () => {}));
  const runner: Runner = await run({
    pgPool: pool,
    concurrency,
    taskList: tasks,
    parsedCronItems: timesOf(clock),
    // server.ts ends everything in its own order
    noHandleSignals: true,
    logger: new Logger((scope) => (level, message, meta) => {
      const problem = level === "error" || level === "warning";
      log(level === "warning" ? "warn" : problem ? "error" : "debug", message, { ...scope, ...meta });
    }),
  });
  runner.promise.catch((error) => log("error", "the queue stopped", { err: error }));
  return {
    stop: async () => {
      await runner.stop().catch(() => {});
      await pool.end().catch(() => {});
    },
  };
}

const timesOf = (clock: QueueOptions["clock"]): ParsedCronItem[] =>
  parseCronItems(clock.map(({ task, match }) => ({ task, match, options: { jobKey: task } })));
