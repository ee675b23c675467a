import { type ChildProcess, fork } from "node:child_process";
import type { Logger } from "pino";

/** Longer than a worker waits for its own jobs. */
const PATIENCE_MS = 12_000;
const mostPauseMs = 30_000;

/**
 * Keeps a worker running in a process of its own until the answer is called, so that a long reading of a calendar
 * keeps no page waiting. One that dies is begun anew, after a pause that grows while it keeps dying.
 */
export function keepWorker(program: string, settings: Record<string, string>, log: Logger) {
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let pauseMs = 1_000;

  const begin = () => {
    child = fork(program, [], { env: { ...process.env, ...settings }, stdio: "inherit" });
    child.on("message", () => {
      pauseMs = 1_000;
    });
    child.once("error", (error) => log.error({ err: error }, "the worker could not be started"));
    child.once("exit", (code, signal) => {
      if (isStopped) return;
      log.error({ code, signal, againInMs: pauseMs }, "the worker ended; another begins");
      timer = setTimeout(begin, pauseMs);
      pauseMs = Math.min(2 * pauseMs, mostPauseMs);
    });
  };
  begin();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    const last = child;
    if (!last || last.exitCode !== null || last.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => last.once("exit", () => resolve()));
    last.kill("SIGTERM");
    const patience = setTimeout(() => last.kill("SIGKILL"), PATIENCE_MS);
    await ended;
    clearTimeout(patience);
  };
}
