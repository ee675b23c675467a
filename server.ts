import type { Server } from "node:http";
import { fileURLToPath } from "node:url";
import { createAdaptorServer } from "@hono/node-server";
import type { ServerBuild } from "@remix-run/node";
import { env } from "#app/env.server.ts";
import { createFront } from "#app/http/front/front.server.ts";
import { handlersByArea } from "#app/http/front/handlers-by-area.server.ts";
import { CannotListen, listen, refuseBusyPort } from "#app/http/front/listen.server.ts";
import { createLog } from "#app/http/front/request-log.server.ts";
import { drain, onEnd } from "#app/http/front/shutdown.server.ts";
import { keepWorker } from "#app/http/front/worker-process.server.ts";
import { forgetExpiredSessions } from "#app/http/session.server.ts";
import { bringUpToDate } from "#app/jobs/bring-up-to-date.ts";
import { claimDataFolder, DataFolderUnusable } from "#db/data-folder.server.ts";
import { loadDemo } from "#db/demo/load.server.ts";
import { isMigrated } from "#db/migrate.server.ts";
import { DatabaseUnavailable, type OpenedDatabase, openDatabase } from "#db/open.server.ts";

// React chooses its build when it is first loaded, further down, by dynamic import.
process.env.NODE_ENV ??= "production";

/** Longer than a page may wait for the pool; a query that slow would only pile up. */
const STATEMENT_MS = 15_000;

const log = createLog(env.LOG_LEVEL);

type DemoAccount = Awaited<ReturnType<typeof loadDemo>>["accounts"][number];

await start().catch(giveUp);

async function start() {
  const began = performance.now();
  const release = env.DATABASE_URL ? () => {} : await claimDataFolder(env.DATA_DIR, env.PUBLIC_URL);
  process.once("exit", release);
  await refuseBusyPort(env);
  const database = await openDatabase({
    databaseUrl: env.DATABASE_URL,
    dataDir: env.DATA_DIR,
    pool: env.DATABASE_POOL,
    statementTimeout: STATEMENT_MS,
    name: "assembly web",
    log: (message) => log.info(message),
  });
  const accounts = await prepareDemo(database);
  await forgetExpiredSessions(database.db);
  await bringUpToDate(database.db);
  const server = await createWebServer(database);
  await listen(server, env);
  const stopWorker = env.WORKER === "off" ? async () => {} : startWorker(database.url);
  const stop = (reason: string) => {
    void shutDown({ server, database, stopWorker }, reason);
  };
  onEnd(stop);
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "uncaught error");
    process.exitCode = 1;
    stop("uncaught error");
  });
  announce(Math.round(performance.now() - began), accounts);
}

async function prepareDemo({ db }: OpenedDatabase): Promise<DemoAccount[]> {
  if (env.DEMO_DATA === "off") return [];
  const demo = await loadDemo(db, new Date());
  if (demo.loaded) log.info("loaded the demonstration into the empty database");
  return demo.accounts;
}

async function createWebServer(database: OpenedDatabase): Promise<Server> {
  // Read at run time: Remix's own build makes this file.
  const remixBuild = new URL("./server/index.js", import.meta.url).href;
  const build = (await import(remixBuild)) as ServerBuild;
  const front = createFront({
    db: database.db,
    isMigrated: () => isMigrated(database.sql),
    log,
    render: handlersByArea(build),
    clientFolder: fileURLToPath(new URL("./client", import.meta.url)),
    publicUrl: env.PUBLIC_URL,
    bodyLimit: env.BODY_LIMIT,
    proxies: env.PROXIES,
  });
  const serverOptions = {
    headersTimeout: 15_000,
    requestTimeout: 60_000,
    // Longer than a proxy's minute: whoever closes first must be the one who knows that nothing is under way.
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: 5_000,
  };
  const server = createAdaptorServer({ fetch: front.fetch, serverOptions }) as Server;
  server.setTimeout(120_000);
  return server;
}

function startWorker(databaseUrl: string): () => Promise<void> {
  const program = fileURLToPath(new URL("./worker.js", import.meta.url));
  return keepWorker(program, { DATABASE_URL: databaseUrl }, log);
}

interface Running {
  server: Server;
  database: OpenedDatabase;
  stopWorker: () => Promise<void>;
}

async function shutDown({ server, database, stopWorker }: Running, reason: string) {
  log.info({ reason }, "stopping");
  await Promise.all([drain(server), stopWorker()]);
  await database.end();
  log.info("stopped");
  process.exit();
}

function announce(ms: number, accounts: DemoAccount[]) {
  const lines = [
    "",
    `Assembly is ready at ${env.PUBLIC_URL} (${(ms / 1000).toFixed(1)} s, Node ${process.version})`,
  ];
  if (accounts.length > 0) {
    const rows = [
      ["Role", "Name", "Email", "Password"],
      ...accounts.map(({ role, name, email, password }) => [role, name, email, password]),
    ];
    const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    lines.push("", "Demonstration accounts: sign in with any of these.");
    for (const row of rows)
      lines.push(
        `  ${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join("  ")
          .trimEnd()}`,
      );
  }
  lines.push("", "Stop it with Ctrl-C.", "");
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** What merely stands in the way is said in its own plain words; anything else is a fault, with its stack. */
function giveUp(error: unknown): never {
  const expected = [CannotListen, DatabaseUnavailable, DataFolderUnusable].some(
    (kind) => error instanceof kind,
  );
  if (expected && error instanceof Error) process.stderr.write(`${error.message}\n`);
  else log.fatal({ err: error }, "could not start");
  process.exit(1);
}
