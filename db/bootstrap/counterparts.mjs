import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { CannotPrepare, onceAtATime, readText } from "./steps.mjs";

/** Where test/setup/counterparts.ts finds them: `{ radicale, khal, vdirsyncer, python }`, each an absolute path. */
const NOTE = ".cache/counterparts.json";

/** Programs that read and serve calendars, and were written by others than us; each with the Debian package that brings it. */
const WANTED = {
  radicale: { package: "radicale", find: () => programNamed("radicale") },
  khal: { package: "khal", find: () => programNamed("khal") },
  vdirsyncer: { package: "vdirsyncer", find: () => programNamed("vdirsyncer") },
  python: { package: "python3-recurring-ical-events", find: pythonThatExpands },
};

/** Finds the counterparts that the tests ask, and installs them where that is ours to do: as root, on Debian. */
export async function findCounterparts() {
  await onceAtATime({
    title: "Looking for other calendar programs to test with",
    isFresh: () => isUsable(readNote()),
    work: () => {
      let found = findAll();
      if (missingIn(found).length > 0 && fromDebian(missingIn(found))) found = findAll();
      const missing = missingIn(found);
      if (missing.length > 0) throw new CannotPrepare(cannotFind(missing));
      fs.writeFileSync(NOTE, JSON.stringify(found));
    },
  });
}

function readNote() {
  const text = readText(NOTE);
  return text ? JSON.parse(text) : undefined;
}

function isUsable(found) {
  return Boolean(found && Object.keys(WANTED).every((name) => found[name] && fs.existsSync(found[name])));
}

function findAll() {
  return Object.fromEntries(Object.entries(WANTED).map(([name, { find }]) => [name, find()]));
}

function missingIn(found) {
  return Object.entries(WANTED).flatMap(([name, wanted]) => (found[name] ? [] : [wanted.package]));
}

function programNamed(name) {
  return placesOf(name).find((file) => spawnSync(file, ["--version"], { stdio: "ignore" }).status === 0);
}

/** A Python manager may stand before Debian's own Python, which alone sees Debian's packages. */
function pythonThatExpands() {
  const imports = ["-c", "import icalendar, recurring_ical_events"];
  return placesOf("python3").find((file) => spawnSync(file, imports, { stdio: "ignore" }).status === 0);
}

function placesOf(name) {
  const folders = [...(process.env.PATH ?? "").split(path.delimiter), "/usr/bin"];
  const files = folders.filter(Boolean).map((folder) => path.join(folder, name));
  return [...new Set(files)].filter((file) => fs.existsSync(file));
}

function fromDebian(packages) {
  if (process.getuid?.() !== 0 || !fs.existsSync("/etc/debian_version")) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args) =>
    spawnSync("apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=120", ...args], { stdio: ["ignore", 2, 2], env });
  apt("update");
  return apt("install", "-y", "--no-install-recommends", ...packages).status === 0;
}

function cannotFind(packages) {
  return [
    `Other calendar programs to test with are missing. Install the Debian packages ${packages.join(", ")}`,
    "(apt-get install --no-install-recommends …), or leave this step out with COUNTERPARTS=off.",
  ].join(" ");
}
