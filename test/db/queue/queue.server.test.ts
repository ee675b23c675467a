import { sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { queueJob } from "#app/domain/queue.server.ts";
import { runQueue } from "#db/queue/queue.server.ts";
import { connection } from "#test/setup/context.ts";

const url = String(process.env.DATABASE_URL);
const running: { stop: () => Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map(({ stop }) => stop()));
  await connection().db.execute(
    sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`,
  );
});

async function work(name: string, task: (payload: unknown) => Promise<void>) {
  running.push(await runQueue({ url, concurrency: 2, tasks: { [name]: task }, clock: [], log: () => {} }));
}

async function until(isTrue: () => boolean) {
  for (let tries = 0; tries < 400 && !isTrue(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 25));
}

describe("a job that a verb leaves behind", () => {
  test("runs when the change is there, with what it was given", async () => {
    const seen: unknown[] = [];
    await work("index-services", async (payload) => void seen.push(payload));
    await connection().db.transaction(async (db) => {
      await queueJob({ db }, "index-services", { ids: ["a"] });
      expect(seen).toEqual([]);
    });
    await until(() => seen.length > 0);
    expect(seen).toEqual([{ ids: ["a"] }]);
  });

  test("never runs when the change is undone", async () => {
    const { db } = connection();
    const undone = db.transaction(async (inside) => {
      await queueJob({ db: inside }, "index-services");
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect([...(await db.execute(sql`select from graphile_worker.jobs`))]).toEqual([]);
  });

  test("is given back by a worker that has to stop before it is done", async () => {
    const begun: unknown[] = [];
    const tasks = {
      "index-services": async () => {
        begun.push(1);
        await new Promise(() => {});
      },
    };
    const worker = await runQueue({ url, concurrency: 1, tasks, clock: [], log: () => {}, patience: 50 });
    await queueJob(connection(), "index-services");
    await until(() => begun.length > 0);
    await worker.stop();
    const jobs = await connection().db.execute(sql`select locked_at as locked from graphile_worker.jobs`);
    expect([...jobs]).toEqual([{ locked: null }]);
  });

  test("is begun anew where its worker died, and left to one that lives", async () => {
    const { db } = connection();
    const seen: unknown[] = [];
    const living: unknown[] = [];
    const busy = async () => {
      living.push(1);
      await new Promise(() => {});
    };
    const tasks = { "review-records": busy };
    const alive = await runQueue({ url, concurrency: 1, tasks, clock: [], log: () => {}, patience: 50 });
    await queueJob({ db }, "review-records");
    await until(() => living.length > 0);
    await queueJob({ db }, "index-services", { ids: ["a"] });
    await db.execute(sql`update graphile_worker._private_jobs set locked_by = 'died', attempts = 1
      where task_id = (select id from graphile_worker._private_tasks where identifier = 'index-services')`);
    await db.execute(sql`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'`);
    await work("index-services", async (payload) => void seen.push(payload));
    await until(() => seen.length > 0);
    expect(seen).toEqual([{ ids: ["a"] }]);
    const locked = await db.execute(
      sql`select locked_by is not null as held from graphile_worker._private_jobs`,
    );
    expect([...locked]).toEqual([{ held: true }]);
    await alive.stop();
  });

  test("runs once, however many workers there are and however often it is left under one key", async () => {
    const seen: unknown[] = [];
    const { db } = connection();
    for (const _ of [1, 2, 3]) await queueJob({ db }, "index-services", {}, { key: "one" });
    for (const _ of [1, 2, 3]) await work("index-services", async (payload) => void seen.push(payload));
    await until(() => seen.length > 0);
    await Promise.all(running.splice(0).map(({ stop }) => stop()));
    expect(seen).toHaveLength(1);
  });
});

test("what is due by the clock is caught up with when a worker begins, once for all of them", async () => {
  const seen: string[] = [];
  const tasks = { early: async () => void seen.push("early"), later: async () => void seen.push("later") };
  const clock = [
    { task: "early", match: "0 0 1 1 *", isDue: true },
    { task: "later", match: "0 0 1 1 *", isDue: false },
  ];
  running.push(await runQueue({ url, concurrency: 1, tasks, clock, log: () => {} }));
  await until(() => seen.length > 0);
  await Promise.all(running.splice(0).map(({ stop }) => stop()));
  expect(seen).toEqual(["early"]);
});
