import { Client, type Pool } from "pg";
import type { QueueLog } from "#db/queue/queue.server.ts";

/** How often a worker looks for jobs of the dead, and tries again to say that it lives. */
const LOOK_MS = 10_000;

const lockOf = (worker: string): string => `hashtextextended('assembly worker ' || ${worker}, 0)`;

/**
 * Shows that a worker lives for as long as it does: a lock of its own connection, which PostgreSQL lets go of in the
 * moment the process dies, however it dies. Jobs that were given to a worker whose lock is gone are given back.
 */
export function beat(options: { url: string; worker: string; pool: Pool; log: QueueLog }) {
  const { url, worker, pool, log } = options;
  let heart: Client | undefined;
  let isStopped = false;

  const live = async () => {
    if (heart || isStopped) return;
    const client = new Client({ connectionString: url, application_name: "assembly worker lives" });
    client.on("error", () => {
      if (heart === client) heart = undefined;
    });
    await client.connect();
    await client.query(`select pg_advisory_lock(${lockOf("$1::text")})`, [worker]);
    heart = client;
  };
  const look = async () => {
    await live();
    if (heart) await giveBack(pool, worker, log);
  };
  const begun = live();
  const timer = setInterval(() => {
    look().catch((error) => log("warn", "the queue could not look for jobs of the dead", { err: error }));
  }, LOOK_MS);
  timer.unref();
  return {
    begun: begun.then(() => giveBack(pool, worker, log)),
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await heart?.end().catch(() => {});
    },
  };
}

/** Longer than a worker that has just begun, or lost its connection, needs to take its lock. */
const GRACE = "15 seconds";

async function giveBack(pool: Pool, worker: string, log: QueueLog): Promise<void> {
  const { rows } = await pool.query<{ dead: string }>(
    `select distinct locked_by as dead from graphile_worker._private_jobs
     where locked_by <> $1 and locked_at < now() - interval '${GRACE}' and not exists (
       select from pg_locks l
       where l.locktype = 'advisory' and l.granted and l.objsubid = 1
         and l.database = (select oid from pg_database where datname = current_database())
         and (l.classid::bigint << 32 | l.objid::bigint) = ${lockOf("locked_by")})`,
    [worker],
  );
  if (rows.length === 0) return;
  const dead = rows.map((row) => row.dead);
  await pool.query("select graphile_worker.force_unlock_workers($1::text[])", [dead]);
  log("warn", "jobs of a worker that died are begun anew", { workers: dead.length });
}
