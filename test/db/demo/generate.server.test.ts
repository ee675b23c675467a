import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { generateDemo } from "#db/demo/generate.server.ts";
import { loadDemo } from "#db/demo/load.server.ts";
import { connection, NOW, test, withContext } from "#test/setup/context.ts";

const tables = [
  "organisations",
  "services",
  "locations",
  "addresses",
  "schedules",
  "cost_options",
  "phones",
  "service_terms",
  "occurrences",
];

// What is generated is undone after each test; the demo stays, in this file's own database.
beforeAll(async () => {
  await loadDemo(connection().db, NOW);
});

async function generated(ctx: Ctx, seed: number, organisations = 60) {
  return generateDemo(ctx.db, { organisations, seed, now: NOW });
}

/** A fingerprint of every row, but for when it was written. */
async function fingerprint(ctx: Ctx): Promise<string> {
  const hash = createHash("sha256");
  for (const table of tables) {
    const rows = await ctx.db.execute<{ row: string }>(
      sql`select (to_jsonb(t) - 'created_at' - 'updated_at')::text as row from ${sql.identifier(table)} t order by id`,
    );
    for (const { row } of rows) hash.update(row);
  }
  return hash.digest("hex");
}

describe("generating organisations", () => {
  test("gives the same rows for the same seed, and others for another", async () => {
    const print = (seed: number) =>
      withContext(async (ctx) => [await generated(ctx, seed), await fingerprint(ctx)]);

    const first = await print(1);

    expect(await print(1)).toEqual(first);
    expect((await print(2))[1]).not.toEqual(first[1]);
  });

  test("makes about 1.7 services and 4 happenings an organisation", async ({ ctx }) => {
    const made = await generated(ctx, 7, 300);

    expect(made.organisations).toBe(300);
    expect(made.services / 300).toBeGreaterThan(1.5);
    expect(made.services / 300).toBeLessThan(1.9);
    expect(made.occurrences / 300).toBe(4);
  });

  test("adds nothing when the seed is there already", async ({ ctx }) => {
    await generated(ctx, 3);
    const before = await fingerprint(ctx);

    const again = await generateDemo(ctx.db, { organisations: 80, seed: 3, now: NOW });

    expect(again).toEqual({ wasThere: true, organisations: 0, services: 0, occurrences: 0 });
    expect(await fingerprint(ctx)).toBe(before);
  });

  test("invents nothing that could be taken for a real telephone, address or register number", async ({
    ctx,
  }) => {
    await generated(ctx, 5, 200);
    const count = async (query: ReturnType<typeof sql>) => (await ctx.db.execute<{ n: number }>(query))[0]?.n;

    expect(await count(sql`select count(*)::int n from phones where number !~ '^01632 960[0-9]{3}$'`)).toBe(
      0,
    );
    expect(await count(sql`select count(*)::int n from organisations where email !~ '@example\\.org$'`)).toBe(
      0,
    );
    expect(
      await count(
        sql`select count(*)::int n from organisation_identifiers where identifier !~ '^(9[0-9]{6}|99[0-9]{6})$'`,
      ),
    ).toBe(0);
  });
});
