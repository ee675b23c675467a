import { existsSync, readFileSync, rmSync } from "node:fs";
import { defineConfig, devices } from "@playwright/test";
import { journeyHosts } from "./test/setup/calendar-host.ts";

const root = new URL(".", import.meta.url);
const data = new URL(".cache/e2e/", root);
const port = Number(process.env.E2E_PORT ?? 4173);
const { executablePath, libraries, args } = browser();

// Every run begins with the demonstration as it is loaded. Workers read this file too, later: they must not.
if (process.env.TEST_WORKER_INDEX === undefined) rmSync(data, { recursive: true, force: true });

const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } };

/** Journeys on the production build, with a database and a port of their own. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  use: {
    baseURL: `http://localhost:${port}`,
    locale: "en-GB",
    timezoneId: "Europe/London",
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    // Recording a trace of every journey takes a third of the CPU time: `--trace on` records one where it is wanted
    trace: "off",
    screenshot: { mode: "only-on-failure", fullPage: true },
    launchOptions: {
      executablePath,
      args,
      env: { ...process.env, LD_LIBRARY_PATH: libraries } as Record<string, string>,
    },
  },
  // Narrow, wide, light and dark are looked at step by step (e2e/journey.ts), so they need no projects of their own.
  projects: [
    { name: "wide", use: desktop },
    // The walk through all pages is axe's, which needs scripts; the journeys are walked without them too
    { name: "no-script", testIgnore: "every-page.spec.ts", use: { ...desktop, javaScriptEnabled: false } },
  ],
  webServer: {
    command: "node build/server.js",
    url: `http://localhost:${port}/readyz`,
    reuseExistingServer: false,
    timeout: 120_000,
    stdout: "ignore",
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    env: {
      PORT: String(port),
      DATA_DIR: ".cache/e2e",
      DATABASE_URL: "",
      PUBLIC_URL: "",
      DEMO_DATA: "auto",
      // Answers to invitations come back by `assembly mail receive`
      ANSWERS_ADDRESS: "answers@assembly.example.org",
      CALENDAR_HOSTS: journeyHosts().join(","),
    },
  },
});

/** What db/bootstrap/browser.mjs found; without it Playwright looks for its own. */
function browser(): { executablePath: string | undefined; libraries: string; args: string[] } {
  const note = new URL(".cache/chromium.json", root);
  const found = existsSync(note) ? JSON.parse(readFileSync(note, "utf8")) : { libraries: "", args: [] };
  const paths = [found.libraries, process.env.LD_LIBRARY_PATH].filter(Boolean);
  return { ...found, libraries: paths.join(":") };
}
