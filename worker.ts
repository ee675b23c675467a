import { env } from "#app/env.server.ts";
import { createLog } from "#app/http/front/request-log.server.ts";
import { onEnd } from "#app/http/front/shutdown.server.ts";
import { startInboundMail } from "#app/jobs/mails/inbound-mail.ts";
import { runWorker } from "#app/jobs/run-worker.ts";
import { DatabaseUnavailable, openDatabase } from "#db/open.server.ts";
import type { QueueLog } from "#db/queue/queue.server.ts";

/** A job's query may take longer than a page's. */
const STATEMENT_MS = 60_000;
/** Two jobs, the transaction inside one of them, and one to spare. */
const CONNECTIONS = 4;

const log = createLog(env.LOG_LEVEL).child({ part: "worker" });

await start().catch((error: unknown) => {
  if (error instanceof DatabaseUnavailable) process.stderr.write(`${error.message}\n`);
  else log.fatal({ err: error }, "the worker could not start");
  process.exit(1);
});

/** Runs jobs until told to stop: by a signal, or by the end of the web server that started it. */
async function start() {
  const database = await openDatabase({
    databaseUrl: env.DATABASE_URL,
    dataDir: env.DATA_DIR,
    pool: CONNECTIONS,
    statementTimeout: STATEMENT_MS,
    name: "assembly worker",
    log: (message) => log.info(message),
  });
  const say: QueueLog = (level, message, meta) => log[level](meta ?? {}, message);
  const stopWorker = await runWorker(database, say);
  const inbound = await startInboundMail(database, say).catch((error: NodeJS.ErrnoException) => {
    // One listener a machine is enough; the jobs are shared all the same
    log.warn({ code: error.code }, "mails that come in are not listened for here");
    return { stop: async () => {} };
  });
  const stop = async (reason: string) => {
    log.info({ reason }, "stopping");
    await Promise.all([stopWorker(), inbound.stop()]);
    await database.end();
    log.info("stopped");
    process.exit();
  };
  let isStopping = false;
  const once = (reason: string) => {
    if (!isStopping) void stop(reason);
    isStopping = true;
  };
  onEnd(once);
  process.on("disconnect", () => once("the web server has gone"));
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "uncaught error");
    process.exitCode = 1;
    once("uncaught error");
  });
  log.info("the worker is ready");
  process.send?.("ready");
}
