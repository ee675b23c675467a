import { readFileSync } from "node:fs";
import type { Server } from "node:http";

/** Requests in flight get this long to finish. */
const PATIENCE_MS = 10_000;

/** Takes no new connections, lets requests in flight finish, and then cuts off who is still there. */
export async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection kept alive only becomes idle once its last answer is sent: look again and again.
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  const patience = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
  server.closeIdleConnections();
  await closed;
  clearInterval(sweep);
  clearTimeout(patience);
}

/**
 * Calls `stop` once: on Ctrl-C, on SIGTERM, and when npm goes. npm starts us through a shell that passes no signal
 * on, so without watching both ancestors a stopped npm would leave the server and its port behind.
 */
export function onEnd(stop: (reason: string) => void) {
  let ending = false;
  const once = (reason: string) => {
    if (ending) return;
    ending = true;
    stop(reason);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => once(signal));
  if (process.platform !== "linux" || !process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watched = isShell(parent) ? parentOf(parent) : undefined;
  const watch = () => {
    if (process.ppid !== parent || (watched && parentOf(parent) !== watched)) once("npm has gone");
  };
  setInterval(watch, 500).unref();
}

/** Some shells stand between npm and us; others make room for the command they were given. */
function isShell(pid: number): boolean {
  try {
    return /^(sh|dash|bash|ash|zsh|busybox)$/.test(readFileSync(`/proc/${pid}/comm`, "utf8").trim());
  } catch {
    return false;
  }
}

function parentOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(/\) (?=[^)]*$)/)[1];
    return Number(fields?.split(" ")[1]);
  } catch {
    return 0;
  }
}
