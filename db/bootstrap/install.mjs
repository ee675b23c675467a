import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { CannotPrepare, digest, onceAtATime, readText, say } from "./steps.mjs";

const STAMP = "node_modules/.bootstrap";

/** Installs the packages of the lock file, development ones too: the build needs them. */
export async function install() {
  const wanted = installKey();
  const isFresh = () => {
    if (readText(STAMP) === wanted) return true;
    return isInstalledByNpm();
  };
  const work = () => {
    if (npm("ci") !== 0) {
      say("npm ci did not work; trying npm install");
      if (npm("install", "--no-save") !== 0) throw new CannotPrepare(cannotInstall());
    }
    dropUnusableNode();
    fs.writeFileSync(STAMP, wanted);
  };
  await onceAtATime({ title: "Installing packages", isFresh, work });
}

/** What decides which packages belong here. Not Node's version: the first install brings a newer Node for npm scripts. */
export function installKey() {
  const { dependencies, devDependencies, optionalDependencies, overrides } = JSON.parse(
    readText("package.json"),
  );
  const asked = JSON.stringify([dependencies, devDependencies, optionalDependencies, overrides]);
  return digest(asked, readText("package-lock.json"), process.platform, process.arch);
}

/** Whether somebody ran npm here already and everything but optional packages is as the lock file says. */
function isInstalledByNpm() {
  const wanted = packagesOf("package-lock.json");
  const present = packagesOf("node_modules/.package-lock.json");
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([where, entry]) => where === "" || entry.optional || present[where]?.version === entry.version,
  );
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readText(lockFile)).packages;
  } catch {
    return undefined;
  }
}

/** The npm that runs us, by the Node that runs it: our own Node may be among the files it replaces. */
function npm(...args) {
  const cli = process.env.npm_execpath?.endsWith(".js") ? process.env.npm_execpath : undefined;
  const [command, first] = cli ? [process.env.npm_node_execpath ?? process.execPath, [cli]] : ["npm", []];
  const options = ["--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync(command, [...first, ...args, ...options], {
    stdio: ["ignore", 2, 2],
    env: outsideAnyScript(process.env),
    shell: !cli && process.platform === "win32",
  });
  return status ?? 1;
}

/** Without what an enclosing npm script would impose, such as leaving the development packages out. */
function outsideAnyScript(environment) {
  const imposed = /^(NODE_ENV|npm_(lifecycle|package)_.*|npm_config_(omit|production|include|only))$/i;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !imposed.test(name)));
}

/** The optional node package puts its Node first for npm scripts; where it cannot run (musl), no script could. */
function dropUnusableNode() {
  const own = "node_modules/.bin/node";
  if (fs.existsSync(own) && spawnSync(own, ["--version"]).status !== 0) fs.rmSync(own);
}

function cannotInstall() {
  return "The packages could not be installed; npm says why above. Is the npm registry within reach?";
}
