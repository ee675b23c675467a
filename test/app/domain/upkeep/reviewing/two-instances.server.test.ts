import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { reviewRecords } from "#app/domain/upkeep/reviewing/review-records.server.ts";
import { makeNetwork, worksIn } from "#test/factories/cases.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { connection, NOW } from "#test/setup/context.ts";

const ctxOf = (now: Date): Ctx => ({
  actor: { kind: "job", name: "review records" },
  db: connection().db,
  now,
});

afterAll(async () => {
  await connection().sql`truncate organisations, people, places, mails, tokens, review_notices cascade`;
});

test("two instances at once send each mail once and open each case once", async () => {
  const ctx = ctxOf(NOW);
  const { place } = await makeNetwork(ctx);
  const MANY = 120;
  for (let n = 0; n < MANY; n += 1) {
    const email = n % 3 === 0 ? null : `group-${n}@example.org`;
    const { id } = await makeOrganisation(ctx, { name: `Group ${n}`, confirmedOn: "2025-10-14", email });
    await worksIn(ctx, id, place.id);
  }
  const runs = await Promise.all([reviewRecords(ctx), reviewRecords(ctx), reviewRecords(ctx)]);
  const [counted] = await ctx.db.execute(sql`
    select (select count(*)::int from mails where kind = 'review due') as mails,
      (select count(distinct to_email)::int from mails where kind = 'review due') as addresses,
      (select count(*)::int from cases) as cases,
      (select count(distinct organisation_id)::int from cases) as organisations`);
  expect(counted).toEqual({ mails: 80, addresses: 80, cases: 40, organisations: 40 });
  expect(runs.reduce((sum, { mails }) => sum + mails, 0)).toBe(80);

  const later = ctxOf(new Date("2026-05-14T09:00:00Z"));
  await Promise.all([reviewRecords(later), reviewRecords(later)]);
  const [stale] = await ctx.db.execute(sql`
    select count(*)::int as cases, count(distinct organisation_id)::int as organisations
    from cases where kind = 'stale'`);
  expect(stale).toEqual({ cases: MANY, organisations: MANY });
});
