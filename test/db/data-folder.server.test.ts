import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { claimDataFolder, DataFolderInUse } from "#db/data-folder.server.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "assembly-data-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a data folder", () => {
  test("has one web server, and says which to the next", async () => {
    await claimDataFolder(folder, "http://localhost:3000");
    const second = claimDataFolder(folder, "http://localhost:3001");
    await expect(second).rejects.toThrow(DataFolderInUse);
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

  test("is made when it is not there", async () => {
    await claimDataFolder(path.join(folder, "a/b"), "http://localhost:3000");
    expect(existsSync(path.join(folder, "a/b"))).toBe(true);
  });
});
