import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/**
 * Waits for our end of the pipe to close, which even SIGKILL does, then crosses us off and stops Postgres if nobody
 * is left. Arguments: $1 folder of holders, $2 our entry, $3 postmaster, $4 folder to delete at the end, or nothing;
 * what will be deleted need not be written down first, so that Postgres stops at once.
 */
const WATCHER = `
while read -r _; do :; done
rm -f "$1/$2"
for entry in "$1"/*; do
  name=\${entry##*/}
  [ -e "$entry" ] && kill -0 "\${name%%-*}" 2>/dev/null && exit 0
done
if [ -n "$4" ]; then kill -QUIT "$3" 2>/dev/null; else kill -INT "$3" 2>/dev/null; fi
tries=0
while kill -0 "$3" 2>/dev/null && [ $tries -lt 300 ]; do sleep 0.1; tries=$((tries+1)); done
[ -n "$4" ] && rm -rf "$4"
exit 0
`;

/** Longer than the watcher's own patience with Postgres. */
const PATIENCE_MS = 35_000;

let entries = 0;

/** Notes this process among those who use the postmaster. Returns how to let go, which waits until that is done. */
export function hold(folder: string, postmaster: number, folderToDelete: string): () => Promise<void> {
  const entry = `${process.pid}-${++entries}`;
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, entry), "");
  const watcher = spawn("sh", ["-c", WATCHER, "watcher", folder, entry, String(postmaster), folderToDelete], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
    cwd: "/",
  });
  const gone = new Promise<void>((resolve) => watcher.once("exit", () => resolve()));
  watcher.unref();
  // @types/node does not say that a child's pipe is a socket, which can be unreferenced.
  (watcher.stdin as unknown as { unref: () => void }).unref();
  return () => {
    watcher.ref();
    watcher.stdin.end();
    const timer = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
    return Promise.race([gone, timer]);
  };
}
