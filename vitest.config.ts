import { defineConfig } from "vitest/config";

const everyTest = "test/**/*.test.{ts,tsx}";
const needsPostgres = "test/**/*.server.test.{ts,tsx}";
/** They ask calendar programs of others, which db/bootstrap/counterparts.mjs finds. */
const needsCounterparts = "test/counterparts/**/*.counterpart.test.ts";
const withPostgres = { globalSetup: ["test/setup/cluster.ts"], setupFiles: ["test/setup/database.ts"] };

/** Not vite.config.ts: the Remix plugin must not load under Vitest. */
export default defineConfig({
  esbuild: { jsx: "automatic" },
  test: {
    environment: "node",
    pool: "forks",
    maxWorkers: 2,
    restoreMocks: true,
    // Generous, for a machine that does other work as well.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: "unit", include: [everyTest], exclude: [needsPostgres, needsCounterparts] },
      },
      { extends: true, test: { name: "postgres", include: [needsPostgres], ...withPostgres } },
      { extends: true, test: { name: "counterparts", include: [needsCounterparts], ...withPostgres } },
    ],
  },
});
