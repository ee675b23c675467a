import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { installKey } from "./install.mjs";
import { CannotPrepare, digest, digestOfFiles, filesUnder, onceAtATime, readText } from "./steps.mjs";

const SITE_KEY = "build/.site-key";
const COMMAND_KEY = "build/.command-key";

/** Programs of ours that Node runs: each source and what it becomes. The measuring one may be absent. */
const SERVER = ["server.ts", "build/server.js"];
const WORKER = ["worker.ts", "build/worker.js"];
const COMMAND = ["app/cli/assembly.ts", "build/assembly.js"];
const BENCH = ["bench/run.ts", "build/bench.js"];
const MEMORY = ["bench/memory.ts", "build/bench-memory.js"];
const BARE = ["bench/bare.ts", "build/bench-bare.js"];

/**
 * Node 24 reads a package's description again for every file of it: hundreds of times 180 kB, half a second at each
 * start. The server has them outside, for the pages that Vite builds find them there.
 */
const HELD = ["drizzle-orm", "@lucia-auth/adapter-drizzle"];

/** Everything that a change of style or page cannot alter: what the command is made of. */
const COMMAND_SOURCES = [
  "app/cli",
  "app/domain",
  "app/gateways",
  "app/jobs",
  "app/env.server.ts",
  "app/paths.ts",
  "db",
];
const SITE_SOURCES = [
  "app",
  "bench",
  "db",
  "public",
  "remix.config.js",
  "server.ts",
  "vite.config.ts",
  "worker.ts",
];

/** The production build: the site for browsers and server, and every program, if anything has changed since. */
export async function buildSite() {
  const key = digest(installKey(), digestOfFiles(SITE_SOURCES));
  await onceAtATime({
    title: "Building the site",
    isFresh: () => readText(SITE_KEY) === key,
    work: async () => {
      fs.rmSync(SITE_KEY, { force: true });
      viteBuild();
      for (const file of filesUnder("build/client/assets")) precompress(file);
      await bundle([SERVER, WORKER, COMMAND, BENCH, MEMORY, BARE]);
      fs.writeFileSync(COMMAND_KEY, commandKey());
      fs.writeFileSync(SITE_KEY, key);
    },
  });
}

/** The `assembly` command alone, which takes a moment where the site takes many seconds. */
export async function buildCommand() {
  const key = commandKey();
  await onceAtATime({
    title: "Building the assembly command",
    isFresh: () => readText(COMMAND_KEY) === key && fs.existsSync(COMMAND[1]),
    work: async () => {
      await bundle([COMMAND]);
      fs.writeFileSync(COMMAND_KEY, key);
    },
  });
}

function commandKey() {
  return digest(installKey(), digestOfFiles(COMMAND_SOURCES));
}

function viteBuild() {
  const remix = path.join("node_modules", "@remix-run", "dev", "dist", "cli.js");
  const { status } = spawnSync(process.execPath, [remix, "vite:build", "--logLevel", "error"], {
    stdio: ["ignore", 2, 2],
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (status !== 0) throw new CannotPrepare("The site could not be built; the reason stands above.");
}

/**
 * Compiled ahead, not on the way in: a command that starts in a quarter of a second is worth this step.
 * @param {string[][]} programs
 */
export async function bundle(programs) {
  const { build } = await import("esbuild");
  const present = programs.filter(([source]) => fs.existsSync(source));
  await Promise.all(
    present.map(([source, outfile]) =>
      build({
        entryPoints: [source],
        outfile,
        bundle: true,
        platform: "node",
        format: "esm",
        target: "node20.19",
        packages: "external",
        sourcemap: true,
        logLevel: "warning",
        jsx: "automatic",
        alias: aliasesOf(source),
      }),
    ),
  ).catch(() => {
    throw new CannotPrepare("A program could not be built; the reason stands above.");
  });
}

/** Packages that a program does not find in node_modules but holds, or another in their place. */
function aliasesOf(source) {
  if (source === BARE[0]) return { "@remix-run/react": path.resolve("bench/remix-stand-in.ts") };
  if (source !== WORKER[0] && source !== COMMAND[0]) return {};
  return Object.fromEntries(HELD.map((name) => [name, path.resolve("node_modules", name)]));
}

/** Once and thoroughly, so that the server has nothing left to compress. */
function precompress(file) {
  if (!/\.(js|css|svg|json|txt|map)$/.test(file)) return;
  const content = fs.readFileSync(file);
  if (content.length < 1_024) return;
  fs.writeFileSync(`${file}.br`, brotliCompressSync(content));
  fs.writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}
