import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { connection, NOW, test, testContext, withContext } from "#test/setup/context.ts";

const count = async (db: Parameters<Parameters<typeof withContext>[0]>[0]["db"]) => {
  const [row] = await db.execute(sql`select count(*)::int as rows from harness`);
  return row?.rows;
};

describe("a test's context", () => {
  test.beforeAll(async () => {
    await connection().sql`create table harness (id int primary key)`;
  });

  test("belongs to a visitor at a fixed moment", async ({ ctx }) => {
    expect(ctx.actor).toEqual({ kind: "visitor" });
    expect(ctx.now).toEqual(NOW);
  });

  test("is undone afterwards", async () => {
    const seen = await withContext(async ({ db }) => {
      await db.execute(sql`insert into harness values (1)`);
      return count(db);
    });
    expect(seen).toBe(1);
    expect(await withContext(({ db }) => count(db))).toBe(0);
  });

  test("survives a failure inside a nested transaction", async ({ ctx }) => {
    await ctx.db.execute(sql`insert into harness values (1)`);
    const twice = ctx.db.transaction((inner) => inner.execute(sql`insert into harness values (2), (2)`));
    await expect(twice).rejects.toThrow();
    expect(await count(ctx.db)).toBe(1);
  });

  test("passes a failure on", async () => {
    const failing = withContext(() => Promise.reject(new Error("as it should")));
    await expect(failing).rejects.toThrow("as it should");
  });
});

const asJob = testContext({ actor: { kind: "job", name: "tidy" } });

asJob("may have another actor", async ({ ctx }) => {
  expect(ctx.actor).toEqual({ kind: "job", name: "tidy" });
});
