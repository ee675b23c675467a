import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { claimDataFolder, DataFolderUnusable } from "#db/data-folder.server.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "assembly-data-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a data folder", () => {
  test("has one web server, and says which to the next", async () => {
    await claimDataFolder(folder, "http://localhost:3000");
    const second = claimDataFolder(folder, "http://localhost:3001");
    await expect(second).rejects.toThrow(DataFolderUnusable);
    await expect(second).rejects.toThrow(`process ${process.pid}, http://localhost:3000`);
  });

  test("is free again once its server has let go", async () => {
    const release = await claimDataFolder(folder, "http://localhost:3000");
    release();
    await claimDataFolder(folder, "http://localhost:3001");
  });

  test("is free when its server was killed, even if another process has the number now", async () => {
    writeFileSync(path.join(folder, "server"), `${process.pid} 1\nhttp://localhost:3000\n`);
    await claimDataFolder(folder, "http://localhost:3001");
  });

  test("is refused in plain words when nothing can be written there", async () => {
    writeFileSync(path.join(folder, "file"), "");
    const claim = claimDataFolder(path.join(folder, "file/data"), "http://localhost:3000");
    await expect(claim).rejects.toThrow(DataFolderUnusable);
    await expect(claim).rejects.toThrow(/cannot write to the data folder .*file\/data \(ENOTDIR\)/);
  });

  test("is made when it is not there", async () => {
    await claimDataFolder(path.join(folder, "a/b"), "http://localhost:3000");
    expect(existsSync(path.join(folder, "a/b"))).toBe(true);
  });
});
