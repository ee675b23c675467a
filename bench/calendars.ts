import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { sealSource } from "#app/domain/calendars/sources/sealed-source.server.ts";
import { syncCalendar } from "#app/domain/meetings/calendar/sync-calendars.server.ts";
import { queueJob } from "#app/domain/queue.server.ts";
import { sourceReader } from "#app/gateways/calendar-source.server.ts";
import { openDatabase } from "#db/open.server.ts";
import { calendars } from "#db/schema/calendars.ts";
import { calendarClocks } from "#db/schema/diary/syncs.ts";
import { largeFeed } from "./feed.ts";
import { type RunningServer, startProgram } from "./servers.ts";

/** What the second reading of a large feed that did not change costs. */
export interface UnchangedFigures {
  bytes: number;
  requests: number;
  /** Rows written, by table; the calendar's own clock is to be the only one. */
  written: Record<string, number>;
  firstSeconds: number;
  againMs: number;
}

/** Pages asked while a worker reads a thousand calendars an hour, and while none runs. */
export interface WorkerFigures {
  quietP95: number;
  busyP95: number;
  /** Readings in the busy time, and how many an hour that is. */
  readings: number;
  anHour: number;
  /** As fast as it can: calendars an hour with nothing else to do. */
  mostAnHour: number;
}

type Opened = Awaited<ReturnType<typeof openDatabase>>;

const SMALL_EVENTS = 60;

/** Feeds of a thousand groups: at every tenth look one event of a diary has changed. */
export async function startFeeds() {
  const large = largeFeed();
  const looks = new Map<string, number>();
  let asked = 0;
  const server: Server = createServer((request, response) => {
    asked += 1;
    const name = request.url ?? "";
    const isLarge = name === "/large.ics";
    const seen = looks.get(name) ?? Number(/\d+/.exec(name)?.[0] ?? 0) % 10;
    looks.set(name, seen + 1);
    const version = isLarge ? 0 : Math.floor(seen / 10);
    const etag = `"${version}"`;
    if (request.headers["if-none-match"] === etag) return response.writeHead(304, { ETag: etag }).end();
    const body = isLarge ? large : smallFeed(name, version);
    response.writeHead(200, { "Content-Type": "text/calendar", ETag: etag }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { host, bytes: Buffer.byteLength(large), asked: () => asked, stop };
}

function smallFeed(name: string, number: number): string {
  const day = Math.floor(Date.now() / 86_400_000) + 3;
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Bench//EN"];
  for (let index = 0; index < SMALL_EVENTS; index += 1) {
    const start = new Date((day + index * 4) * 86_400_000 + 36_000_000).toISOString();
    lines.push("BEGIN:VEVENT", `UID:${index}${name}@bench`, `DTSTAMP:20260101T000000Z`);
    lines.push(`DTSTART:${start.slice(0, 19).replace(/[-:]/g, "")}Z`, "DURATION:PT1H");
    const changes = index === number % SMALL_EVENTS ? `, now for the ${number}th time` : "";
    lines.push(`SUMMARY:Coffee morning ${index}${changes}`, "LOCATION:Community Hub", "END:VEVENT");
  }
  return [...lines, "END:VCALENDAR", ""].join("\r\n");
}

async function connect({ db }: Opened, address: string, organisationId: string): Promise<string> {
  const source = { kind: "address" as const, source: address, mayBePrivate: true };
  const row = { name: "Bench", organisationId, ...sealSource(source) };
  const [made] = await db.insert(calendars).values(row).returning({ id: calendars.id });
  if (!made) throw new Error("The calendar was not made");
  await db.insert(calendarClocks).values({ calendarId: made.id, nextRunAt: new Date() });
  return made.id;
}

/** Reads 5 MB twice: what the second reading asks and writes. */
export async function measureUnchanged(url: string): Promise<UnchangedFigures> {
  const opened = await openDatabase({ databaseUrl: url, dataDir: "", pool: 2, name: "assembly bench" });
  const feeds = await startFeeds();
  try {
    const id = await connect(opened, `http://${feeds.host}/large.ics`, await anOrganisation(opened));
    const read = sourceReader([feeds.host]);
    const run = async () => {
      const began = performance.now();
      const ctx = { db: opened.db, now: new Date(), actor: { kind: "job" as const, name: "bench" } };
      const report = await syncCalendar(ctx, id, { trigger: "clock" }, read);
      if ("busy" in report) throw new Error("The calendar was not due.");
      if (report.problem) throw new Error(report.problem);
      return performance.now() - began;
    };
    const firstMs = await run();
    await opened.sql`update calendar_clocks set next_run_at = now() where calendar_id = ${id}`;
    const before = { asked: feeds.asked(), rows: await writtenRows(opened) };
    const againMs = await run();
    const rows = await writtenRows(opened);
    const written = Object.fromEntries(
      Object.entries(rows)
        .map(([table, count]) => [table, count - (before.rows[table] ?? 0)] as const)
        .filter(([, count]) => count > 0),
    );
    await opened.sql`delete from calendars where id = ${id}`;
    return {
      bytes: feeds.bytes,
      requests: feeds.asked() - before.asked,
      written,
      firstSeconds: firstMs / 1000,
      againMs,
    };
  } finally {
    feeds.stop();
    await opened.end();
  }
}

async function anOrganisation({ sql }: Opened): Promise<string> {
  const [row] = await sql<
    { id: string }[]
  >`select id from organisations where state = 'live' order by slug limit 1`;
  if (!row) throw new Error("There is no organisation");
  return row.id;
}

/** Rows inserted, updated and deleted so far, by table, as PostgreSQL counts them. */
async function writtenRows({ sql }: Opened): Promise<Record<string, number>> {
  // Each connection tells its counts when it is idle for a moment
  await sql`select pg_stat_force_next_flush()`;
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await sql`select pg_stat_clear_snapshot()`;
  const rows = await sql<{ name: string; written: string }[]>`
    select relname as name, n_tup_ins + n_tup_upd + n_tup_del as written from pg_stat_user_tables`;
  return Object.fromEntries(rows.map(({ name, written }) => [name, Number(written)]));
}

/** Pages are asked at a steady pace, far below what the site could do: a machine at its limit would measure itself. */
export async function measureWorker(
  url: string,
  site: RunningServer,
  next: () => string,
  { seconds, rounds }: { seconds: number; rounds: number },
): Promise<WorkerFigures> {
  const opened = await openDatabase({ databaseUrl: url, dataDir: "", pool: 2, name: "assembly bench" });
  const feeds = await startFeeds();
  const settings = { DATABASE_URL: url, CALENDAR_HOSTS: feeds.host };
  try {
    const organisationId = await anOrganisation(opened);
    const ids: string[] = [];
    for (let n = 0; n < 1_000; n += 1)
      ids.push(await connect(opened, `http://${feeds.host}/${n}.ics`, organisationId));
    // All are read once, as fast as one worker can: what is measured after it is every day's work
    for (const id of ids) await queueJob(opened, "sync-calendar", { id }, { key: `sync ${id}` });
    const first = startProgram("build/worker.js", settings);
    const began = performance.now();
    await until(async () => (await unread(opened, ids)) === 0);
    const mostAnHour = (1_000 / (performance.now() - began)) * 3_600_000;
    await first.stop();

    const quiet: number[] = [];
    const busy: number[] = [];
    let readings = 0;
    let busySeconds = 0;
    for (let round = 0; round < rounds; round += 1) {
      quiet.push(...(await askSteadily(site.origin, next, seconds)));
      // Due one after the other, a thousand in an hour
      await opened.sql`update calendar_clocks c set lease_id = null, leased_until = null,
          next_run_at = now() + (o.n - 1 - ${Math.ceil((60 / 3_600) * 1_000)}) * interval '3.6 seconds'
        from unnest(${ids}::uuid[]) with ordinality as o (id, n) where o.id = c.calendar_id`;
      const worker = startProgram("build/worker.js", settings);
      await worker.ready;
      const asked = feeds.asked();
      const start = performance.now();
      busy.push(...(await askSteadily(site.origin, next, seconds)));
      readings += feeds.asked() - asked;
      busySeconds += (performance.now() - start) / 1000;
      await worker.stop();
    }
    await opened.sql`delete from calendars where id in ${opened.sql(ids)}`;
    return {
      quietP95: p95(quiet),
      busyP95: p95(busy),
      readings,
      anHour: (readings / busySeconds) * 3_600,
      mostAnHour,
    };
  } finally {
    feeds.stop();
    await opened.end();
  }
}

async function unread({ sql }: Opened, ids: string[]): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from calendar_clocks where calendar_id in ${sql(ids)} and last_outcome is null`;
  return row?.n ?? 0;
}

async function until(isTrue: () => Promise<boolean>) {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 100));
}

const PACE_MS = 100;

/** One request every tenth of a second, whether or not the one before has its answer; the milliseconds of each. */
async function askSteadily(origin: string, next: () => string, seconds: number): Promise<number[]> {
  const took: Promise<number>[] = [];
  for (const end = performance.now() + seconds * 1000; performance.now() < end; ) {
    const began = performance.now();
    took.push(
      fetch(origin + next()).then(async (answer) => {
        await answer.arrayBuffer();
        if (answer.status !== 200) throw new Error(`${answer.url} answered ${answer.status}`);
        return performance.now() - began;
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, PACE_MS));
  }
  return Promise.all(took);
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;
}
