import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { onceAtATime, readText, say } from "./steps.mjs";

/** Where playwright.config.ts finds the browser: `{ executablePath, libraries, args }`. */
const NOTE = ".cache/chromium.json";
const UNPACKED = path.resolve(".cache/chromium");

/** Root has no sandbox, and small containers little shared memory. */
const ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"];

const INSTALLED = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Each way to a Chromium. npm's is a headless shell: the journeys take a third less CPU time in it than in a whole browser. */
const WAYS = [
  () => given(),
  () => fromNpm(),
  () => INSTALLED.map(browserAt),
  () => playwrightsOwn(),
  () => fromDebian(),
];

/** Finds or fetches a Chromium that runs here. Without one everything but the browser journeys still can be tested. */
export async function findBrowser() {
  await onceAtATime({
    title: "Looking for a browser to test with",
    isFresh: () => isUsable(readNote()),
    work: async () => {
      fs.rmSync(NOTE, { force: true });
      const browser = await firstThatRuns();
      if (browser) fs.writeFileSync(NOTE, JSON.stringify({ ...browser, args: ARGUMENTS }));
      else say("No browser to test with: install Chromium, or set CHROMIUM_PATH to one.");
    },
  });
}

function readNote() {
  const text = readText(NOTE);
  return text ? JSON.parse(text) : undefined;
}

/** A note is good while its browser is there, and the one asked for if one is asked for. */
function isUsable(browser) {
  const asked = process.env.CHROMIUM_PATH;
  return Boolean(
    browser && fs.existsSync(browser.executablePath) && (!asked || asked === browser.executablePath),
  );
}

async function firstThatRuns() {
  for (const way of WAYS) {
    const candidates = await Promise.resolve()
      .then(way)
      .catch(() => []);
    for (const candidate of candidates) if (candidate && (await runs(candidate))) return candidate;
  }
  return undefined;
}

function given() {
  return process.env.CHROMIUM_PATH ? [browserAt(process.env.CHROMIUM_PATH)] : [];
}

async function playwrightsOwn() {
  const { chromium } = await import("playwright");
  return [browserAt(chromium.executablePath())];
}

/** A Chromium made for bare servers, which brings its libraries too, but only to a process that believes to be on one. */
function fromNpm() {
  if (process.platform !== "linux" || process.arch !== "x64") return [];
  fs.mkdirSync(UNPACKED, { recursive: true });
  const unpack = 'import chromium from "@sparticuz/chromium"; console.log(await chromium.executablePath());';
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", unpack], {
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, TMPDIR: UNPACKED, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
    encoding: "utf8",
  });
  const found = browserAt(stdout.trim());
  return found ? [{ ...found, libraries: path.join(UNPACKED, "al2023/lib") }] : [];
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !fs.existsSync("/etc/debian_version")) return [];
  const apt = (...args) => spawnSync("apt-get", ["-qq", ...args], { stdio: ["ignore", 2, 2] });
  apt("update");
  apt("install", "-y", "--no-install-recommends", "chromium");
  return INSTALLED.map(browserAt);
}

function browserAt(executablePath) {
  return fs.existsSync(executablePath) ? { executablePath, libraries: "" } : undefined;
}

/** Whether it draws a page here, as the journeys will ask it to: one without its libraries is none. */
async function runs({ executablePath, libraries }) {
  const { chromium } = await import("playwright");
  const LD_LIBRARY_PATH = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  const env = { ...process.env, LD_LIBRARY_PATH };
  try {
    const browser = await chromium.launch({ executablePath, args: ARGUMENTS, env, timeout: 20_000 });
    const page = await browser.newPage();
    await page.setContent("<p>it draws</p>");
    const drawn = await page.textContent("p");
    await browser.close();
    return drawn === "it draws";
  } catch {
    return false;
  }
}
