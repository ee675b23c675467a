import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Account } from "#db/embedded-binaries.server.ts";
import { isAlive } from "#db/file-lock.mjs";

/** A folder of data and what it takes to serve it. */
export interface Cluster {
  dataDir: string;
  binaries: string;
  sockets: string;
  account: Account | undefined;
  ephemeral: boolean;
  flags: string[];
}

export interface Postmaster {
  pid: number;
  port: number;
  sockets: string;
  status: string;
}

/** The postmaster that serves this folder already, after giving it time to recover; none if it is dead or past help. */
export async function findRunning({ dataDir, sockets }: Cluster): Promise<Postmaster | undefined> {
  const found = readPidFile(dataDir, sockets);
  if (!found) return undefined;
  const socket = path.join(found.sockets, `.s.PGSQL.${found.port}`);
  if (!isPostmasterOf(found.pid, dataDir)) {
    if (await answers(socket)) {
      throw new Error(
        `Another container or machine uses the database in ${dataDir}. Stop it first, or choose another DATA_DIR.`,
      );
    }
    fs.rmSync(path.join(dataDir, "postmaster.pid"), { force: true });
    return undefined;
  }
  for (let tries = 0; tries < 60 && isAlive(found.pid); tries++) {
    if (await answers(socket)) return found;
    await sleep(50);
  }
  await end(found.pid);
  return undefined;
}

async function end(pid: number) {
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    if (isAlive(pid)) process.kill(pid, signal);
    for (let tries = 0; tries < 300 && isAlive(pid); tries++) await sleep(10);
  }
}

/** A killed postmaster's last children hold its shared memory for some seconds more, so one failure is not the end. */
export async function launch(cluster: Cluster): Promise<Postmaster> {
  const logFile = path.join(path.dirname(cluster.dataDir), "postgres.log");
  startAfresh(logFile);
  for (let tries = 0; tries < 20; tries++) {
    const postmaster = await untilReady(spawnPostgres(cluster, logFile), cluster);
    if (postmaster) return postmaster;
    await sleep(250);
  }
  const lastLines = fs.readFileSync(logFile, "utf8").trim().split("\n").slice(-3).join("\n");
  throw new Error(`The built-in PostgreSQL did not start; ${logFile} ends with:\n${lastLines}`);
}

function spawnPostgres(
  { dataDir, binaries, sockets, account, ephemeral, flags }: Cluster,
  logFile: string,
): ChildProcess {
  const settings = [
    "listen_addresses=",
    `unix_socket_directories=${sockets}`,
    "unix_socket_permissions=0700",
  ];
  if (ephemeral) settings.push("fsync=off", "synchronous_commit=off", "full_page_writes=off");
  const output = fs.openSync(logFile, "a");
  const child = spawn(
    path.join(binaries, "bin/postgres"),
    ["-D", dataDir, ...settings.flatMap((setting) => ["-c", setting]), ...flags],
    // Detached: Ctrl-C in the terminal must reach us alone, so that requests in flight keep their database.
    { ...account, cwd: "/", detached: true, stdio: ["ignore", output, output], env: environment() },
  );
  fs.closeSync(output);
  child.on("error", () => {});
  child.unref();
  return child;
}

async function untilReady(
  child: ChildProcess,
  { dataDir, sockets }: Cluster,
): Promise<Postmaster | undefined> {
  // Recovery after a crash may take long on much data: a minute, then give up.
  for (let tries = 0; tries < 6000; tries++) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return undefined;
    const postmaster = readPidFile(dataDir, sockets);
    if (postmaster?.pid === child.pid && postmaster.status === "ready") return postmaster;
    await sleep(10);
  }
  return undefined;
}

function readPidFile(dataDir: string, sockets: string): Postmaster | undefined {
  try {
    const lines = fs.readFileSync(path.join(dataDir, "postmaster.pid"), "utf8").split("\n");
    const [pid = "", , , port = "", folder = "", , , status = ""] = lines;
    return {
      pid: Number(pid),
      port: Number(port) || 5432,
      sockets: folder || sockets,
      status: status.trim(),
    };
  } catch {
    return undefined;
  }
}

/** A living process id proves nothing, they repeat: a postmaster's working folder is its data folder. */
function isPostmasterOf(pid: number, dataDir: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") {
    return spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout.includes(
      dataDir,
    );
  }
  try {
    return fs.realpathSync(`/proc/${pid}/cwd`) === fs.realpathSync(dataDir);
  } catch {
    return false;
  }
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const attempt = net.connect(socket);
    attempt.once("connect", () => resolve(true)).once("error", () => resolve(false));
    attempt.once("connect", () => attempt.destroy());
  });
}

function startAfresh(logFile: string) {
  const size = fs.statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 10_000_000) fs.renameSync(logFile, `${logFile}.old`);
}

/** Nothing of ours leaks into Postgres, least of all a locale or a time zone. */
export function environment(): NodeJS.ProcessEnv {
  const { PATH = "/usr/bin:/bin", NODE_ENV } = process.env;
  return { PATH, NODE_ENV, TZ: "UTC", LC_ALL: "C" };
}
