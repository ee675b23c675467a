import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimDataFolder } from "#db/data-folder.server.ts";

const program = path.resolve(".cache/server-test/server.js");
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "assembly-server-"));
  await build({
    entryPoints: ["server.ts"],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(path.dirname(program), { recursive: true, force: true });
});

/** Starts the server, which is expected not to stay, and answers what it said. */
async function attempt(settings: Record<string, string>) {
  const { PATH, HOME, NODE_ENV } = process.env;
  const env = { PATH, HOME, NODE_ENV, PORT: "0", HOST: "127.0.0.1", DATA_DIR: folder, ...settings };
  const child = spawn(process.execPath, [program], { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (piece) => {
      said += piece;
    });
  }
  const code = await new Promise((resolve) => child.once("close", resolve));
  return { code, said: said.trim() };
}

describe("a server that cannot start says why in plain words, and ends with 1", () => {
  test("a bad setting", async () => {
    expect(await attempt({ PORT: "many", LOG_LEVEL: "loud" })).toEqual({
      code: 1,
      said: 'The setting PORT must be a whole number from 0 to 65535; it is "many".\nThe setting LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent; it is "loud".',
    });
  });

  test("a database that does not answer", async () => {
    const { code, said } = await attempt({ DATABASE_URL: "postgres://me:hunter2@127.0.0.1:1/assembly" });
    expect(code).toBe(1);
    expect(said).toMatch(/^The PostgreSQL server at 127\.0\.0\.1:1 does not answer \(ECONNREFUSED\)\./);
    expect(said.split("\n")).toHaveLength(1);
    expect(said).not.toContain("hunter2");
  });

  test("a database that is not there", async () => {
    const missing = process.env.DATABASE_URL?.replace(/worker_\d+/, "missing") ?? "";
    const { code, said } = await attempt({ DATABASE_URL: missing });
    expect(code).toBe(1);
    expect(said).toMatch(/has no database "missing"\. Create it, then start again\.$/);
  });

  test("a port in use", async () => {
    const holder = createServer();
    const port = await new Promise<number>((resolve) => {
      holder.listen(0, "127.0.0.1", () => {
        const address = holder.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
    const { code, said } = await attempt({ PORT: String(port) });
    holder.close();
    expect(code).toBe(1);
    expect(said).toBe(
      `Port ${port} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
    );
  });

  test("a data folder that another server has", async () => {
    const release = await claimDataFolder(folder, "http://localhost:3000");
    const { code, said } = await attempt({});
    release();
    expect(code).toBe(1);
    expect(said).toContain(
      `Assembly already runs on the data folder ${folder}: process ${process.pid}, http://localhost:3000`,
    );
    expect(said).toContain("DATA_DIR=.data-2 PORT=3001 npm start");
  });
});
