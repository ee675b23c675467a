import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { withFileLock } from "../file-lock.mjs";

/** Something outside the product stands in the way; the message says what, in plain words. */
export class CannotPrepare extends Error {}

/** @param {string} message */
export function say(message) {
  process.stderr.write(`${message}\n`);
}

/**
 * Does `work` unless `isFresh` says that it has been done. Of several processes that find it stale, one does it and
 * the others wait. Nothing is written when all is fresh, so a read-only checkout will do.
 * @param {{ title: string, isFresh: () => boolean, work: () => void | Promise<void> }} step
 */
export async function onceAtATime({ title, isFresh, work }) {
  if (isFresh()) return;
  const waiting = () => say("Waiting for another process that prepares this checkout…");
  await withFileLock(
    ".cache/bootstrap.lock",
    async () => {
      if (isFresh()) return;
      const began = Date.now();
      say(`${title}…`);
      await work();
      say(`${title}: done in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    },
    waiting,
  );
}

/**
 * The text of a file, or nothing.
 * @param {string} file
 */
export function readText(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** @param {...(string | Buffer)} parts */
export function digest(...parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
}

/**
 * One digest of every file under these paths, by name and content: times say nothing after a git checkout.
 * @param {string[]} roots
 */
export function digestOfFiles(roots) {
  return digest(
    ...roots.flatMap((root) => [...filesUnder(root)]).flatMap((file) => [file, fs.readFileSync(file)]),
  );
}

/**
 * @param {string} root
 * @returns {Generator<string>}
 */
export function* filesUnder(root) {
  const found = fs.statSync(root, { throwIfNoEntry: false });
  if (found?.isFile()) yield root;
  if (!found?.isDirectory()) return;
  for (const name of fs.readdirSync(root).sort()) yield* filesUnder(path.join(root, name));
}
