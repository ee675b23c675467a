import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { connect } from "#db/client.server.ts";
import { type EmbeddedPostgres, startPostgres } from "#db/embedded.server.ts";
import { isAlive } from "#db/file-lock.mjs";

let folder: string;
let dataDir: string;

beforeEach(() => {
  folder = openFolder();
  dataDir = path.join(folder, "data");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** One that the account which Postgres borrows may enter. */
function openFolder(name = "assembly-embedded-"): string {
  const made = mkdtempSync(path.join(tmpdir(), name));
  chmodSync(made, 0o755);
  return made;
}

async function ask(postgres: EmbeddedPostgres, query: string) {
  const { sql, end } = connect(postgres.url("postgres"), { pool: 1 });
  try {
    return await sql.unsafe(query);
  } finally {
    await end();
  }
}

describe("a Postgres of our own", () => {
  test("keeps its data from one start to the next, and stops with its last user", async () => {
    const first = await startPostgres({ dataDir });
    await ask(first, "create table kept as select 42 as answer");
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    const second = await startPostgres({ dataDir });
    expect([...(await ask(second, "select answer from kept"))]).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  test("is shared, and stays while anyone uses it", async () => {
    const [one, other] = await Promise.all([startPostgres({ dataDir }), startPostgres({ dataDir })]);
    expect(one.pid).toBe(other.pid);
    await one.stop();
    expect(isAlive(other.pid)).toBe(true);
    await other.stop();
    expect(isAlive(other.pid)).toBe(false);
  });

  test("recovers what was committed when it is killed", async () => {
    const first = await startPostgres({ dataDir });
    await ask(first, "create table kept as select 42 as answer");
    process.kill(first.pid, "SIGKILL");
    await vi.waitFor(() => expect(isAlive(first.pid)).toBe(false));
    const second = await startPostgres({ dataDir });
    expect(await ask(second, "select answer from kept")).toHaveLength(1);
    await Promise.all([first.stop(), second.stop()]);
  });

  test("is not fooled by an old note whose process id another process has now", async () => {
    const first = await startPostgres({ dataDir });
    const note = readFileSync(path.join(dataDir, "postmaster.pid"), "utf8");
    await first.stop();
    writeFileSync(path.join(dataDir, "postmaster.pid"), note.replace(/^\d+/, String(process.pid)));
    const second = await startPostgres({ dataDir });
    expect(await ask(second, "select 1")).toHaveLength(1);
    await second.stop();
  });

  test("begins again after a start that was cut off half-way", async () => {
    mkdirSync(`${dataDir}.init`);
    writeFileSync(path.join(`${dataDir}.init`, "PG_VERSION"), "17");
    const postgres = await startPostgres({ dataDir });
    expect(await ask(postgres, "select 1")).toHaveLength(1);
    await postgres.stop();
  });

  test("leaves a folder alone that holds something else", async () => {
    mkdirSync(dataDir);
    writeFileSync(path.join(dataDir, "letter.txt"), "Dear reader");
    await expect(startPostgres({ dataDir })).rejects.toThrow("is not empty and holds no PostgreSQL database");
    expect(existsSync(path.join(dataDir, "letter.txt"))).toBe(true);
  });

  test("runs from a folder with a space and a long name", async () => {
    const long = path.join(folder, `a folder ${"with a long name ".repeat(6)}`.trim(), "data");
    // A path this long keeps its socket in the temporary folder: one that goes with this test.
    vi.stubEnv("TMPDIR", folder);
    const postgres = await startPostgres({ dataDir: long });
    vi.unstubAllEnvs();
    expect(await ask(postgres, "select 1")).toHaveLength(1);
    await postgres.stop();
  });

  test("is in UTC, in UTF-8, with the collations that names need", async () => {
    const postgres = await startPostgres({ dataDir });
    const settings = await ask(
      postgres,
      "select current_setting('server_encoding') as encoding, current_setting('TimeZone') as zone",
    );
    expect([...settings]).toEqual([{ encoding: "UTF8", zone: "UTC" }]);
    expect(await ask(postgres, "select 1 from pg_collation where collname = 'en-GB-x-icu'")).toHaveLength(1);
    await postgres.stop();
  });
});

describe("a process that uses it", () => {
  const program = path.resolve(".cache/embedded-user.mjs");
  const source = `
    import { startPostgres } from "#db/embedded.server.ts";
    const postgres = await startPostgres({ dataDir: process.argv[2] });
    process.stdout.write(String(postgres.pid) + "\\n");
    setInterval(() => {}, 1000);
  `;

  beforeAll(async () => {
    await build({
      stdin: { contents: source, resolveDir: process.cwd(), loader: "ts" },
      outfile: program,
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
    });
  });

  afterAll(() => rmSync(program, { force: true }));

  async function startUser(): Promise<{ child: ChildProcess; postmaster: number }> {
    const child = spawn(process.execPath, [program, dataDir], { stdio: ["ignore", "pipe", "inherit"] });
    const postmaster = await new Promise<number>((resolve) => {
      child.stdout?.once("data", (text) => resolve(Number(text)));
    });
    return { child, postmaster };
  }

  test("leaves no Postgres behind when it is killed", async () => {
    const { child, postmaster } = await startUser();
    child.kill("SIGKILL");
    await vi.waitFor(() => expect(isAlive(postmaster)).toBe(false), 5_000);
  });

  test("leaves it to the others when it is killed", async () => {
    const users = await Promise.all([startUser(), startUser(), startUser()]);
    const [first, second, third] = users;
    expect(new Set(users.map((user) => user.postmaster)).size).toBe(1);
    first?.child.kill("SIGKILL");
    second?.child.kill("SIGKILL");
    await sleep(500);
    expect(isAlive(third?.postmaster ?? 0)).toBe(true);
    third?.child.kill("SIGKILL");
    await vi.waitFor(() => expect(isAlive(third?.postmaster ?? 0)).toBe(false), 5_000);
  });
});

describe.runIf(process.getuid?.() === 0)("root, whom Postgres refuses", () => {
  test("may keep its folder closed to others", async () => {
    chmodSync(folder, 0o700);
    const said: string[] = [];
    const first = await startPostgres({ dataDir, log: (message) => said.push(message) });
    await ask(first, "create table kept as select 42 as answer");
    await first.stop();
    expect(said.join()).toContain("because PostgreSQL may not enter");
    const second = await startPostgres({ dataDir });
    expect(second.dataDir).toBe(first.dataDir);
    expect(await ask(second, "select answer from kept")).toHaveLength(1);
    await second.stop();
    rmSync(dataDir);
    const third = await startPostgres({ dataDir });
    expect(await ask(third, "select from pg_tables where tablename = 'kept'")).toHaveLength(0);
    expect(existsSync(first.dataDir)).toBe(false);
    await third.stop();
    rmSync(path.dirname(third.dataDir), { recursive: true });
  });
});
