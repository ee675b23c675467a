import { type ChildProcess, fork, spawn } from "node:child_process";
import { createServer } from "node:net";

export interface RunningServer {
  origin: string;
  stop: () => Promise<void>;
}

/** Starts one of our programs on a free port and waits until `ready` answers. */
export async function startServer(
  program: string,
  env: Record<string, string>,
  ready: string,
): Promise<RunningServer> {
  const port = await freePort();
  const child = spawn(process.execPath, [program], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      LOG_LEVEL: "error",
      PORT: String(port),
      HOST: "127.0.0.1",
      ...env,
    },
  });
  const origin = `http://127.0.0.1:${port}`;
  await answering(`${origin}${ready}`, child);
  return { origin, stop: () => stopped(child) };
}

/** Starts one of our programs that says when it is ready, and listens nowhere. */
export function startProgram(program: string, env: Record<string, string>) {
  const all = { ...process.env, NODE_ENV: "production" as const, LOG_LEVEL: "error", ...env };
  const child = fork(program, [], { stdio: ["ignore", "ignore", "inherit", "ipc"], env: all });
  const ready = new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`${program} ended with ${code}`)));
  });
  return { ready, stop: () => stopped(child) };
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 600 && child.exitCode === null; attempt += 1) {
    const answer = await fetch(url).catch(() => null);
    if (answer && answer.status < 500) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing answers at ${url}`);
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
