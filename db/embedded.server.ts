import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import {
  type Account,
  borrowedAccount,
  isOpenToAll,
  newOutsideFolder,
  postgresBinaries,
} from "#db/embedded-binaries.server.ts";
import { hold } from "#db/embedded-holders.server.ts";
import { type Cluster, environment, findRunning, launch } from "#db/embedded-postmaster.server.ts";
import { withFileLock } from "#db/file-lock.mjs";

export interface EmbeddedOptions {
  /** The cluster's folder; made when missing. Its neighbours `.lock`, `.holders`, `sock` and `postgres.log` are ours too. */
  dataDir: string;
  /** For tests: nothing is synced to disk, and the parent folder goes when the last user leaves, however it leaves. */
  ephemeral?: boolean;
  log?: (message: string) => void;
  /** More arguments for `postgres`. */
  flags?: string[];
}

export interface EmbeddedPostgres {
  pid: number;
  dataDir: string;
  /** Address of one database, over the unix socket. */
  url: (database: string) => string;
  /** Lets go. Postgres stops when its last user has let go or died, so the web server and a command may share it. */
  stop: () => Promise<void>;
}

/**
 * PostgreSQL from npm's binaries: started, or shared when it runs already; recovered after a crash of either side.
 * Needs no root, no TCP port and no password: a unix socket in a folder that only one account may enter.
 */
export async function startPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const asked = path.resolve(options.dataDir);
  return withFileLock(`${asked}.lock`, async () => {
    const cluster = prepare(asked, options);
    if (!fs.existsSync(path.join(cluster.dataDir, "PG_VERSION"))) initialise(cluster);
    const holders = `${asked}.holders`;
    const running = await findRunning(cluster);
    if (!running) fs.rmSync(holders, { recursive: true, force: true });
    const postmaster = running ?? (await launch(cluster));
    const release = hold(holders, postmaster.pid, cluster.ephemeral ? path.dirname(cluster.dataDir) : "");
    const host = encodeURIComponent(postmaster.sockets);
    return {
      pid: postmaster.pid,
      dataDir: cluster.dataDir,
      url: (database) => `postgres://postgres@localhost:${postmaster.port}/${database}?host=${host}`,
      stop: release,
    };
  });
}

function prepare(asked: string, { ephemeral = false, flags = [], log = () => {} }: EmbeddedOptions): Cluster {
  const account = borrowedAccount();
  const binaries = postgresBinaries(account);
  const dataDir = reachable(asked, account, log);
  refuseForeignFolder(dataDir);
  // A unix socket's whole path has at most 107 bytes.
  const near = path.join(path.dirname(dataDir), "sock");
  const key = createHash("sha1").update(dataDir).digest("hex").slice(0, 10);
  const sockets = Buffer.byteLength(near) <= 85 ? near : path.join(os.tmpdir(), `assembly-${key}`);
  makePrivate(sockets, account);
  return { dataDir, binaries, sockets, account, ephemeral, flags };
}

/** Under root's closed home the borrowed account reaches nothing: there a link leads to the data outside. */
function reachable(asked: string, account: Account | undefined, log: (message: string) => void): string {
  const link = fs.lstatSync(asked, { throwIfNoEntry: false });
  if (link?.isSymbolicLink()) return path.resolve(path.dirname(asked), fs.readlinkSync(asked));
  if (!account || isOpenToAll(path.dirname(asked))) return asked;
  const outside = path.join(newOutsideFolder(asked), "data");
  fs.symlinkSync(outside, asked);
  log(`The database is kept in ${outside}, because PostgreSQL may not enter ${path.dirname(asked)}`);
  return outside;
}

function refuseForeignFolder(dataDir: string) {
  const folder = fs.statSync(dataDir, { throwIfNoEntry: false });
  const me = process.getuid?.() ?? 0;
  if (folder && me !== 0 && folder.uid !== me) {
    throw new Error(
      `The database folder ${dataDir} belongs to another user. Start as that user, or choose another folder with DATA_DIR.`,
    );
  }
}

/** Built aside and renamed, so that half a cluster is never taken for a whole one. */
function initialise({ dataDir, binaries, account, ephemeral }: Cluster) {
  if (fs.existsSync(dataDir) && fs.readdirSync(dataDir).length > 0) {
    throw new Error(
      `${dataDir} is not empty and holds no PostgreSQL database. Choose another folder with DATA_DIR.`,
    );
  }
  const fresh = `${dataDir}.init`;
  fs.rmSync(fresh, { recursive: true, force: true });
  makePrivate(fresh, account);
  const locale = ["-E", "UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"];
  const access = ["-U", "postgres", "-A", "trust", "--no-instructions"];
  const made = spawnSync(
    path.join(binaries, "bin/initdb"),
    ["-D", fresh, ...access, ...locale, ...(ephemeral ? ["--no-sync"] : [])],
    { ...account, cwd: "/", encoding: "utf8", env: environment() },
  );
  if (made.status !== 0) {
    const reason =
      made.stderr?.trim() || made.error?.message || `initdb ended with ${made.signal ?? made.status}`;
    throw new Error(
      `The built-in PostgreSQL cannot run here. Set DATABASE_URL to a PostgreSQL server.\n${reason}`,
    );
  }
  fs.rmSync(dataDir, { recursive: true, force: true });
  fs.renameSync(fresh, dataDir);
}

function makePrivate(folder: string, account: Account | undefined) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) fs.chownSync(folder, account.uid, account.gid);
  fs.chmodSync(folder, 0o700);
}
