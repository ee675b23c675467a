/**
 * Runs every check, says how long each took, goes on after a failure so that all are seen, and closes with one line:
 * `N passed, N failed`. `node test/run.mjs check` leaves out what needs a database, a build or a browser;
 * COUNTERPARTS=off leaves out the calendar programs of others, for a machine where they cannot be installed.
 */
import { spawn } from "node:child_process";
import fs from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const REPORTS = ".cache/test-reports";

const quick = [
  {
    name: "Format and lint",
    run: () => tool("@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."),
  },
  { name: "Types", run: () => tool("typescript/bin/tsc") },
  { name: "Architecture and unit tests", run: () => vitest("unit") },
];
const slow = [
  { name: "PostgreSQL tests", run: () => vitest("postgres") },
  ...(process.env.COUNTERPARTS === "off" ? [] : [{ name: "Real counterparts", run: counterparts }]),
  { name: "Production build", run: () => node({}, "db/bootstrap.mjs", "build") },
  { name: "Browser journeys", run: playwright },
];

const steps = process.argv[2] === "check" ? quick : [...quick, ...slow];
const total = { passed: 0, failed: 0 };
const summary = [];

fs.rmSync(REPORTS, { recursive: true, force: true });
fs.mkdirSync(REPORTS, { recursive: true });

for (const { name, run } of steps) {
  console.log(`\n── ${name}`);
  const began = Date.now();
  const { passed, failed } = await run();
  total.passed += passed;
  total.failed += failed;
  const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(6);
  summary.push(
    `${failed === 0 ? "passed" : "FAILED"} ${seconds} s  ${name}: ${passed} passed, ${failed} failed`,
  );
}

console.log(`\n${summary.join("\n")}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function vitest(project) {
  const report = path.join(REPORTS, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const outcome = await tool("vitest/vitest.mjs", "run", `--project=${project}`, ...reporters);
  const { numPassedTests = 0, numFailedTests = 0 } = readReport(report);
  return counted(outcome, numPassedTests, numFailedTests);
}

/** Calendar programs of others, without which this step has failed. */
async function counterparts() {
  const found = await node({}, "db/bootstrap.mjs", "counterparts");
  return found.failed > 0 ? found : vitest("counterparts");
}

async function playwright() {
  const report = path.join(REPORTS, "journeys.json");
  const environment = {
    E2E_PORT: String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  };
  const outcome = await node(
    environment,
    modulePath("@playwright/test/cli.js"),
    "test",
    "--reporter=list,json",
  );
  const { expected = 0, flaky = 0, unexpected = 0 } = readReport(report).stats ?? {};
  return counted(outcome, expected + flaky, unexpected);
}

/** A tool that fails without a failing test of its own (a broken file, a browser that is missing) counts as one failure. */
function counted(outcome, passed, failed) {
  return { passed, failed: outcome.failed > 0 ? Math.max(failed, 1) : failed };
}

function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}

function tool(program, ...args) {
  return node({}, modulePath(program), ...args);
}

function modulePath(program) {
  return path.join("node_modules", ...program.split("/"));
}

/** Runs one program under this same Node; its whole outcome is one check that passes or fails. */
function node(environment, ...args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...environment },
    });
    child.once("error", () => resolve({ passed: 0, failed: 1 }));
    child.once("exit", (code) => resolve(code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }));
  });
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
