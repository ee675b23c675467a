import { test as base } from "vitest";
import type { Actor, Ctx } from "#app/domain/context.ts";
import { type Connection, connect } from "#db/client.server.ts";

export interface ContextOptions {
  /** Who acts; a visitor unless told. */
  actor?: Actor;
  /** What the clock says; a Tuesday morning in spring unless told. */
  now?: Date;
}

export const NOW = new Date("2026-04-14T09:00:00Z");

/** This worker's database outside any transaction, for the few tests that need two connections. They tidy up themselves. */
export function connection(): Connection {
  pool ??= connect(databaseUrl(), { pool: 4, name: "assembly test" });
  return pool;
}

let pool: Connection | undefined;

/**
 * Runs `body` with a context inside a transaction that is then undone, and returns what it returned.
 * A statement that fails aborts the transaction: expect it inside `ctx.db.transaction`, which is a savepoint here.
 */
export async function withContext<T>(
  body: (ctx: Ctx) => Promise<T>,
  options: ContextOptions = {},
): Promise<T> {
  const actor = options.actor ?? { kind: "visitor" };
  const now = options.now ?? NOW;
  const outcome = await undone(async (db) => body({ actor, now, db }));
  return outcome;
}

/**
 * A `test` whose `ctx` is undone after each test:
 * `const test = testContext({ actor }); test("…", async ({ ctx }) => { … })`.
 */
export function testContext(options: ContextOptions = {}) {
  return base.extend<{ ctx: Ctx }>({
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads a fixture's needs from its first parameter
    ctx: async ({}, use) => withContext(use, options),
  });
}

/** The plain case: a visitor at the usual moment. */
export const test = testContext();

/** Drizzle undoes a transaction when its body throws, so the body always throws this. */
const undo = Symbol("undo");

async function undone<T>(body: (db: Ctx["db"]) => Promise<T>): Promise<T> {
  let outcome: { value: T } | undefined;
  try {
    await connection().db.transaction(async (transaction) => {
      outcome = { value: await body(transaction) };
      throw undo;
    });
  } catch (error) {
    // Postgres also reports, on leaving, a failure that the test expected and caught: the body's own success counts.
    if (!outcome) throw error;
  }
  if (!outcome) throw new Error("The transaction ended before its body did");
  return outcome.value;
}

function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("No database: name this test *.server.test.ts so that it gets one");
  return url;
}
