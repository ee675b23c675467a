import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { demoAccounts } from "#db/demo/accounts.server.ts";
import { loadDemo, loadPlaces } from "#db/demo/load.server.ts";
import { people } from "#db/schema/accounts.ts";
import { makeAccount } from "#test/factories/accounts.ts";
import { NOW, test } from "#test/setup/context.ts";

describe("loading the demo data", () => {
  test("fills an empty database once and leaves it alone afterwards", async ({ ctx }) => {
    const first = await loadDemo(ctx.db, NOW);
    const second = await loadDemo(ctx.db, NOW);

    expect(first.loaded).toBe(true);
    expect(second).toEqual({ loaded: false, accounts: first.accounts });
    expect(first.accounts.map(({ role, email }) => [role, email])).toEqual([
      ["Organisation owner", "owner@example.org"],
      ["Organisation editor", "editor@example.org"],
      ["Group lead", "lead@example.org"],
      ["Secretariat", "secretariat@example.org"],
      ["ICB staff", "icb@example.org"],
      ["Administrator", "admin@example.org"],
    ]);
  });

  test("no account of a database without the demonstration is one of its accounts, whatever its address", async ({
    ctx,
  }) => {
    expect(await demoAccounts(ctx.db)).toEqual([]);
    await makeAccount(ctx, { email: "admin@example.org", roles: [["administrator", null]] });
    expect(await demoAccounts(ctx.db)).toEqual([]);
    expect(await ctx.db.select().from(people).where(eq(people.isDemo, true))).toEqual([]);
  });

  test("leaves a database alone that people have begun to use", async ({ ctx }) => {
    await ctx.db.execute(sql`insert into people (name, email) values ('Somebody', 'somebody@example.org')`);

    expect(await loadDemo(ctx.db, NOW)).toEqual({ loaded: false, accounts: [] });
    expect([...(await ctx.db.execute(sql`select id from organisations`))]).toEqual([]);
  });

  test("a real site begins with places, bodies and topics, and with nobody and nothing invented", async ({
    ctx,
  }) => {
    const countOf = async (table: string) => {
      const rows = await ctx.db.execute(sql`select from ${sql.identifier(table)}`);
      return rows.length;
    };
    expect(await loadPlaces(ctx.db)).toBe(true);
    expect(await loadPlaces(ctx.db)).toBe(false);

    expect([await countOf("places"), await countOf("districts")]).toEqual([5, 8]);
    for (const table of ["groups", "taxonomy_terms"]) expect(await countOf(table)).toBeGreaterThan(15);
    for (const table of ["organisations", "people", "seats"]) expect(await countOf(table)).toBe(0);
    expect(await loadDemo(ctx.db, NOW)).toEqual({ loaded: false, accounts: [] });
  });
});
