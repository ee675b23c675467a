import { createRequire } from "node:module";
import type { AppLoadContext } from "@remix-run/node";
import type { Plugin } from "vite";

type OpenModule = typeof import("#db/open.server.ts");
type DemoModule = typeof import("#db/demo/load.server.ts");
type LogModule = typeof import("./request-log.server.ts");
type EnvModule = typeof import("#app/env.server.ts");
type UpToDateModule = typeof import("#app/jobs/bring-up-to-date.ts");
type WorkerModule = typeof import("#app/jobs/run-worker.ts");

/** Gives `npm run dev` what server.ts gives the production build: a database with the demonstration, ids and a log. */
export function devContext(): Plugin {
  return {
    name: "assembly-dev-context",
    // A production build has its own Vite server, to compile routes with: that one serves nobody
    apply: (_, { command, mode }) => command === "serve" && mode === "development",
    async configureServer(vite) {
      const load = <Module>(path: string) => vite.ssrLoadModule(path) as Promise<Module>;
      const { env } = await load<EnvModule>("/app/env.server.ts");
      const { createLog } = await load<LogModule>("/app/http/front/request-log.server.ts");
      const { openDatabase } = await load<OpenModule>("/db/open.server.ts");
      const { loadDemo } = await load<DemoModule>("/db/demo/load.server.ts");
      const place = { databaseUrl: env.DATABASE_URL, dataDir: env.DATA_DIR };
      const database = await openDatabase({ ...place, name: "assembly dev" });
      const { db } = database;
      if (env.DEMO_DATA === "auto") await loadDemo(db, new Date());
      const log = createLog(env.LOG_LEVEL);
      setLoadContext(() => ({ db, nonce: "", requestId: "dev", address: "127.0.0.1", log }));
      const { bringUpToDate } = await load<UpToDateModule>("/app/jobs/bring-up-to-date.ts");
      await bringUpToDate(db);
      if (env.WORKER === "off") return;
      const { runWorker } = await load<WorkerModule>("/app/jobs/run-worker.ts");
      await runWorker(database, (level, message, meta) => log[level](meta ?? {}, message));
    },
  };
}

/** Remix keeps this function to itself, and to the one hosting company whose plugin it ships. */
function setLoadContext(make: () => AppLoadContext) {
  const plugin = createRequire(import.meta.url)("@remix-run/dev/dist/vite/plugin.js") as {
    setRemixDevLoadContext: (make: () => AppLoadContext) => void;
  };
  plugin.setRemixDevLoadContext(make);
}
