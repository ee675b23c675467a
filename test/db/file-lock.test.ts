import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { identityOf, stillRuns, withFileLock } from "#db/file-lock.mjs";

let folder: string;
let lock: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "assembly-lock-"));
  lock = path.join(folder, "deep/in/lock");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const goneProcess = () => spawnSync(process.execPath, ["-e", ""]).pid;

describe("a file lock", () => {
  test("lets one in at a time", async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await sleep(5);
      inside--;
    };
    await Promise.all([1, 2, 3, 4].map(() => withFileLock(lock, work)));
    expect(most).toBe(1);
    expect(existsSync(lock)).toBe(false);
  });

  test("opens again after a failure, which is passed on", async () => {
    const failing = withFileLock(lock, () => Promise.reject(new Error("on purpose")));
    await expect(failing).rejects.toThrow("on purpose");
    expect(await withFileLock(lock, () => "in")).toBe("in");
  });

  test.each([
    ["has died", () => String(goneProcess())],
    ["has died and whose id another process has now", () => `${process.pid} 1`],
  ])("is taken over from a holder that %s", async (_what, holder) => {
    await withFileLock(lock, () => {});
    writeFileSync(lock, holder());
    expect(await withFileLock(lock, () => "in")).toBe("in");
  });

  test("is taken over when its writer died before writing", async () => {
    await withFileLock(lock, () => {});
    writeFileSync(lock, "");
    utimesSync(lock, new Date(0), new Date(0));
    expect(await withFileLock(lock, () => "in")).toBe("in");
  });

  test("tells once that another is busy", async () => {
    let told = 0;
    const long = withFileLock(lock, () => sleep(800));
    await withFileLock(
      lock,
      () => {},
      () => told++,
    );
    await long;
    expect(told).toBe(1);
  });
});

describe("a process's identity", () => {
  test("holds for a process that runs and for no other", () => {
    expect(stillRuns(identityOf(process.pid))).toBe(true);
    expect(stillRuns(identityOf(goneProcess()))).toBe(false);
    expect(stillRuns("")).toBe(false);
    expect(stillRuns("0")).toBe(false);
  });
});
