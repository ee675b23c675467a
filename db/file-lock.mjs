/**
 * A lock between processes that outlives none of them. Plain JavaScript without dependencies, because
 * db/bootstrap.mjs needs it before anything is installed.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A lock file is written in two steps; an empty one older than this has lost its writer. */
const EMPTY_LOCK_MS = 5_000;

/**
 * Whether a process with this id exists, ours or not.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/**
 * Names one process for ever: ids repeat, above all after a container restart, start times do not.
 * @param {number} pid
 * @returns {string}
 */
export function identityOf(pid) {
  try {
    const [, fields] = readFileSync(`/proc/${pid}/stat`, "utf8").split(/\) (?=[^)]*$)/);
    return `${pid} ${fields.split(" ")[19]}`;
  } catch {
    return `${pid}`;
  }
}

/**
 * Whether the process that wrote this identity still runs.
 * @param {string} identity
 */
export function stillRuns(identity) {
  const pid = Number.parseInt(identity, 10);
  return pid > 0 && isAlive(pid) && identityOf(pid) === identity.trim();
}

/**
 * Runs `work` while no other process holds `file`; waits its turn, and takes over from a holder that died.
 * @template T
 * @param {string} file
 * @param {() => T | Promise<T>} work
 * @param {() => void} [onWait] called once if another process is busy
 * @returns {Promise<T>}
 */
export async function withFileLock(file, work, onWait = () => {}) {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let tries = 0; !take(file); tries++) {
    if (tries === 10) onWait();
    dropIfStale(file);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, identityOf(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function dropIfStale(file) {
  if (!isStale(file)) return;
  // Renamed before it is removed: of two processes that see the same stale lock, one alone succeeds.
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (isStale(aside)) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

function isStale(file) {
  try {
    const holder = readFileSync(file, "utf8");
    if (holder) return !stillRuns(holder);
    return Date.now() - statSync(file).mtimeMs > EMPTY_LOCK_MS;
  } catch {
    return false;
  }
}
