import fs from "node:fs";
import path from "node:path";
import { identityOf, stillRuns, withFileLock } from "#db/file-lock.mjs";

/** Another web server has this data folder. Commands and tests may share the database; two servers would confuse people. */
export class DataFolderInUse extends Error {
  override name = "DataFolderInUse";
}

/** Notes this process as the folder's one web server until it ends, however it ends. Throws DataFolderInUse. */
export async function claimDataFolder(folder: string, address: string): Promise<() => void> {
  const note = path.join(path.resolve(folder), "server");
  await withFileLock(`${note}.lock`, () => {
    const [holder = "", where = ""] = readNote(note);
    if (holder && stillRuns(holder)) throw new DataFolderInUse(inUse(path.dirname(note), holder, where));
    fs.writeFileSync(note, `${identityOf(process.pid)}\n${address}\n`);
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
