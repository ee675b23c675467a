import fs from "node:fs";
import path from "node:path";
import { identityOf, stillRuns, withFileLock } from "#db/file-lock.mjs";

/** This folder cannot hold our data, or another web server has it. The message says what to do. */
export class DataFolderUnusable extends Error {
  override name = "DataFolderUnusable";
}

/**
 * Notes this process as the folder's one web server until it ends, however it ends; two would confuse people.
 * Commands and tests share its database without asking. Throws DataFolderUnusable.
 */
export async function claimDataFolder(folder: string, address: string): Promise<() => void> {
  const note = path.join(path.resolve(folder), "server");
  await withFileLock(`${note}.lock`, () => {
    const [holder = "", where = ""] = readNote(note);
    if (holder && stillRuns(holder)) throw new DataFolderUnusable(inUse(path.dirname(note), holder, where));
    fs.writeFileSync(note, `${identityOf(process.pid)}\n${address}\n`);
  }).catch((error) => {
    if (!("syscall" in error)) throw error;
    const why = `We cannot write to the data folder ${path.dirname(note)} (${error.code}).`;
    throw new DataFolderUnusable(`${why} Choose another with DATA_DIR.`, { cause: error });
  });
  return () => fs.rmSync(note, { force: true });
}

function readNote(note: string): string[] {
  try {
    return fs.readFileSync(note, "utf8").split("\n");
  } catch {
    return [];
  }
}

function inUse(folder: string, holder: string, where: string): string {
  return [
    `Assembly already runs on the data folder ${folder}: process ${Number.parseInt(holder, 10)}, ${where}`,
    "Stop that one first, or give this one its own folder and port: DATA_DIR=.data-2 PORT=3001 npm start",
  ].join("\n");
}
