import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { counterpart } from "./counterparts.ts";

export const account = "secretary";
export const password = "wherry-and-reed-bed";
const authorization = `Basic ${Buffer.from(`${account}:${password}`).toString("base64")}`;

/** A real CalDAV server on a port of its own, with one account and a folder that goes when it stops. */
export interface Radicale {
  /** `127.0.0.1:5232`, for `allow`. */
  host: string;
  address: string;
  /** Makes a calendar of the account; its address. */
  makeCalendar(name: string, component?: "VEVENT" | "VTODO"): Promise<string>;
  /** Keeps a resource in a calendar, or takes another text for it. */
  put(calendar: string, resource: string, body: string): Promise<void>;
  remove(address: string): Promise<void>;
  /** Another name for a resource: the same event at another place. */
  rename(from: string, to: string): Promise<void>;
  /** Kills it, as a power cut would. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export async function startRadicale(): Promise<Radicale> {
  const folder = mkdtempSync(path.join(tmpdir(), "assembly-radicale-"));
  const host = `127.0.0.1:${await freePort()}`;
  const config = path.join(folder, "config");
  writeFileSync(path.join(folder, "users"), `${account}:${password}\n`);
  writeFileSync(config, configuration(folder, host));
  let child: ChildProcess | undefined;
  const address = `http://${host}/`;
  const start = async () => {
    child = spawn(counterpart("radicale"), ["--config", config], { stdio: "ignore" });
    await answering(address);
  };
  const kill = async () => {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once("exit", resolve));
    running.kill("SIGKILL");
    await ended;
  };
  await start();
  return {
    host,
    address,
    makeCalendar: async (name, component = "VEVENT") => {
      const made = `${address}${account}/${encodeURIComponent(name.toLowerCase().replace(/\W+/g, "-"))}/`;
      await tell("MKCALENDAR", made, mkcalendar(name, component), "application/xml");
      return made;
    },
    put: (calendar, resource, body) => tell("PUT", `${calendar}${resource}`, body, "text/calendar"),
    remove: (at) => tell("DELETE", at),
    rename: (from, to) => tell("MOVE", from, undefined, undefined, { Destination: to }),
    kill,
    start,
    stop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function tell(
  method: string,
  address: string,
  body?: string,
  type?: string,
  more: Record<string, string> = {},
): Promise<void> {
  const headers = { Authorization: authorization, ...(type && { "Content-Type": type }), ...more };
  const answer = await fetch(address, { method, headers, ...(body !== undefined && { body }) });
  if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${await answer.text()}`);
}

const configuration = (folder: string, host: string) => `[server]
hosts = ${host}
[auth]
type = htpasswd
htpasswd_filename = ${folder}/users
htpasswd_encryption = plain
delay = 0
[storage]
filesystem_folder = ${folder}/collections
[logging]
level = critical
`;

const mkcalendar = (name: string, component: string) => `<?xml version="1.0" encoding="utf-8"?>
<c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop>
<d:displayname>${name}</d:displayname>
<c:supported-calendar-component-set><c:comp name="${component}"/></c:supported-calendar-component-set>
</d:prop></d:set></c:mkcalendar>`;

async function answering(address: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const isThere = await fetch(`${address}.well-known/caldav`, { redirect: "manual" }).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("Radicale did not start within 20 seconds");
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
