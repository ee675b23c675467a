import { type ChildProcess, fork } from "node:child_process";
import { rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { sql } from "drizzle-orm";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { groupFeed } from "#app/domain/meetings/calendar/feeds/meeting-feed.server.ts";
import { env } from "#app/env.server.ts";
import { createFront } from "#app/http/front/front.server.ts";
import { bundle } from "#db/bootstrap/build.mjs";
import { calendarGroups } from "#db/schema/calendars.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { makeCalendar } from "#test/factories/connected-calendars.ts";
import { makeGroup } from "#test/factories/meetings.ts";
import { connection } from "#test/setup/context.ts";

/** Beside the build, as it finds its migrations from there. */
const program = path.resolve(".cache/worker-under-test.js");
const CALENDARS = 8;
const EVENTS = 60;
const KILLS = 20;

/** Each answer is another version of its calendar, until the last, which stays. */
let version = 0;
let isLast = false;
/** Milliseconds that an answer takes: at most so many, or always so many where they are many. */
let slow = 60;
let server: Server;
let host: string;

beforeAll(async () => {
  await bundle([["worker.ts", program]]);
  server = createServer((request, response) => {
    if (!isLast) version += 1;
    const body = diary(request.url ?? "", version);
    response.writeHead(200, { "Content-Type": "text/calendar" }).write(body.slice(0, body.length / 2));
    setTimeout(() => response.end(body.slice(body.length / 2)), slow > 100 ? slow : Math.random() * slow);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(program, { force: true });
});

const address = {
  self: "http://x.example/calendars/g.ics",
  links: {
    meeting: (id: string) => id,
    agenda: (id: string) => id,
    event: (id: string) => id,
    group: (id: string) => id,
  },
};

/** Every version moves every event, and gives each the number of the version as its title. */
function diary(name: string, number: number): string {
  const first = Math.floor(Date.now() / 86_400_000) + 10;
  const events = Array.from({ length: EVENTS }, (_, index) => {
    const start = new Date((first + index) * 86_400_000 + (number % 20) * 1_800_000).toISOString();
    return vevent(
      `UID:${index}${name}`,
      `DTSTART:${start.slice(0, 19).replace(/[-:]/g, "")}Z`,
      `SUMMARY:Version ${number}`,
      `SEQUENCE:${number}`,
    );
  });
  return calendar(...events.flat());
}

async function startWorker(): Promise<ChildProcess> {
  const { PATH, HOME, DATABASE_URL, NODE_ENV } = process.env;
  const settings = {
    PATH,
    HOME,
    DATABASE_URL,
    NODE_ENV,
    CALENDAR_HOSTS: host,
    LOG_LEVEL: "fatal",
    DATA_DIR: env.DATA_DIR,
  };
  const child = fork(program, [], { env: settings, stdio: "inherit" });
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`The worker ended with ${code}`)));
  });
  return child;
}

const ended = (child: ChildProcess) => new Promise<void>((resolve) => child.once("exit", () => resolve()));

/** As if the leases of the dead had run out, and every calendar's time had come. */
const windOn = () =>
  connection().db.execute(sql`update calendar_clocks set next_run_at = now() - interval '1 second',
    lease_id = null, leased_until = null`);

const numberOf = async (query: ReturnType<typeof sql>): Promise<number> => {
  const [row] = await connection().db.execute<{ n: number }>(query);
  return Number(row?.n);
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(isTrue: () => Promise<boolean>, ms = 60_000) {
  for (const end = Date.now() + ms; Date.now() < end; await pause(50)) if (await isTrue()) return;
  throw new Error("It did not come about");
}

/** What stands of each calendar is one whole version of it, or nothing. */
async function expectWholeVersions() {
  const rows = await connection().db.execute<{ titles: string; n: number }>(sql`
    select string_agg(distinct o.summary, ', ') as titles, count(*)::int as n
    from events e join occurrences o on o.event_id = e.id where o.status = 'confirmed' group by e.calendar_id`);
  for (const { titles, n } of rows) {
    expect(titles).toMatch(/^Version \d+$/);
    expect(n).toBe(EVENTS);
  }
}

test("a worker killed twenty times during syncs loses nothing and does nothing twice", {
  timeout: 240_000,
}, async () => {
  const { db } = connection();
  const group = await makeGroup({ db, now: new Date(), actor: { kind: "visitor" } });
  for (let made = 0; made < CALENDARS; made += 1) {
    const { id } = await makeCalendar(db, {
      of: { source: `http://${host}/${made}.ics`, mayBePrivate: true },
    });
    await db.insert(calendarGroups).values({ calendarId: id, groupId: group.id });
  }
  let duringSync = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    await windOn();
    const seen = version;
    const worker = await startWorker();
    await until(async () => version > seen);
    await pause(Math.random() * 400);
    duringSync += Math.sign(
      await numberOf(sql`select count(*) as n from calendar_clocks where lease_id is not null`),
    );
    const gone = ended(worker);
    worker.kill("SIGKILL");
    await gone;
    await expectWholeVersions();
  }
  // Most kills met a sync under way, or this would show nothing
  expect(duringSync).toBeGreaterThan(KILLS / 4);

  isLast = true;
  await windOn();
  const worker = await startWorker();
  const last = `Version ${version}`;
  const atLast = sql`select count(*) as n from occurrences where summary = ${last} and status = 'confirmed'`;
  await until(async () => (await numberOf(atLast)) === CALENDARS * EVENTS);
  const leases = sql`select count(*) as n from calendar_clocks where lease_id is not null`;
  await until(async () => (await numberOf(leases)) === 0);
  const gone = ended(worker);
  worker.kill("SIGTERM");
  await gone;

  const all = CALENDARS * EVENTS;
  expect(await numberOf(sql`select count(*) as n from events`)).toBe(all);
  expect(await numberOf(sql`select count(*) as n from occurrences`)).toBe(all);
  expect(await numberOf(sql`select count(*) as n from meetings where title = ${last}`)).toBe(all);
  expect(await numberOf(sql`select count(*) as n from meetings`)).toBe(all);
  expect(
    await numberOf(
      sql`select count(distinct noun_id) as n from changes where deed = 'add meeting from calendar'`,
    ),
  ).toBe(all);
  expect(
    await numberOf(sql`select count(*) as n from changes where deed = 'add meeting from calendar'`),
  ).toBe(all);
  expect(await numberOf(sql`select count(*) as n from calendar_texts`)).toBe(CALENDARS);
  // What the last sync saw is in the feed that goes out, and nothing older
  const feed = await groupFeed({ db, now: new Date(), actor: { kind: "visitor" } }, group.slug, address);
  expect(feed.text.match(/^SUMMARY:.*$/gm)).toEqual(Array.from({ length: all }, () => `SUMMARY:${last}`));
});

test("two workers share what is due: each calendar is asked once, more at a time than one worker would", {
  timeout: 120_000,
}, async () => {
  await windOn();
  const asked = new Map<string, number>();
  let [under, most] = [0, 0];
  const count = (
    request: { url?: string | undefined },
    response: { once: (name: "close", done: () => void) => void },
  ) => {
    asked.set(request.url ?? "", (asked.get(request.url ?? "") ?? 0) + 1);
    under += 1;
    most = Math.max(most, under);
    response.once("close", () => {
      under -= 1;
    });
  };
  server.on("request", count);
  slow = 400;
  const workers = await Promise.all([startWorker(), startWorker()]);
  const due = sql`select count(*) as n from calendar_clocks where next_run_at <= now() or lease_id is not null`;
  await until(async () => (await numberOf(due)) === 0);
  server.off("request", count);
  const gone = workers.map(ended);
  for (const worker of workers) worker.kill("SIGTERM");
  await Promise.all(gone);
  expect([...asked.values()]).toEqual(Array.from({ length: CALENDARS }, () => 1));
  // One worker has two jobs at a time
  expect(most).toBeGreaterThan(2);
});

test("what a worker reads is in the feed that another process keeps, within a minute", {
  timeout: 120_000,
}, async () => {
  isLast = false;
  slow = 60;
  const { db } = connection();
  const [group] = await db.execute<{ slug: string }>(
    sql`select slug from groups where id in (select group_id from calendar_groups) limit 1`,
  );
  const front = createFront({
    ...{ db, isMigrated: async () => true, log: pino({ level: "silent" }), clientFolder: "public" },
    ...{ publicUrl: "http://localhost:3000", bodyLimit: 1_000 },
    render: async () => new Response("Remix", { status: 404 }),
  });
  const ask = async () => (await front.request(`/calendars/${group?.slug}.ics`)).text();
  const before = await ask();
  expect(before).toContain("SUMMARY:Version ");
  // Asked again it is the very text that is kept
  expect(await ask()).toBe(before);
  const seen = version;
  await windOn();
  const worker = await startWorker();
  await until(async () => new RegExp(`SUMMARY:Version ${seen + CALENDARS}\\b`).test(await ask()));
  const gone = ended(worker);
  worker.kill("SIGTERM");
  await gone;
});
