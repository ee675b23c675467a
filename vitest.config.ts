import { defineConfig } from "vitest/config";

const everyTest = "test/**/*.test.{ts,tsx}";
const needsPostgres = "test/**/*.server.test.{ts,tsx}";
/** They ask calendar programs of others, which db/bootstrap/counterparts.mjs finds. */
const needsCounterparts = "test/counterparts/**/*.counterpart.test.ts";
const withPostgres = { globalSetup: ["test/setup/cluster.ts"], setupFiles: ["test/setup/database.ts"] };

/**
 * Put into one file each: Node 24 reads a package's whole description again for every file it loads of it, and this
 * one's has 180 kB and hundreds of files. Half a second of each test file with a database went there.
 */
const drizzle = ["drizzle-orm", "drizzle-orm/migrator", "drizzle-orm/pg-core"];
const drizzleOnPostgres = ["drizzle-orm/postgres-js", "drizzle-orm/postgres-js/migrator", "postgres"];
const bundled = {
  enabled: true,
  include: [...drizzle, ...drizzleOnPostgres, "@lucia-auth/adapter-drizzle"],
  esbuildOptions: { target: "node20" },
};

/** Not vite.config.ts: the Remix plugin must not load under Vitest. */
export default defineConfig({
  esbuild: { jsx: "automatic" },
  test: {
    environment: "node",
    pool: "forks",
    maxWorkers: 2,
    deps: { optimizer: { ssr: bundled } },
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
