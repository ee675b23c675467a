import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid, NotFound } from "#app/domain/errors.ts";
import { confirmRecord, confirmRecords } from "#app/domain/upkeep/confirming/confirm-records.server.ts";
import { findConfirmations } from "#app/domain/upkeep/confirming/find-confirmations.server.ts";
import { changes } from "#db/schema/accounts.ts";
import { services } from "#db/schema/services.ts";
import { as, makeAccount } from "#test/factories/accounts.ts";
import { deedsOf, makeAdministrator, makeOwner } from "#test/factories/cases.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { makeService } from "#test/factories/services.ts";
import { test } from "#test/setup/context.ts";

async function makeKept(ctx: Ctx) {
  const organisation = await makeOrganisation(ctx, { confirmedOn: "2025-10-01" });
  const service = await makeService(ctx, { organisationId: organisation.id, confirmedOn: "2025-10-10" });
  return { organisation, service, owner: await makeOwner(ctx, organisation.id) };
}

describe("confirming", () => {
  test("sets today's date, moves the due date, and is on record", async ({ ctx }) => {
    const { service, owner } = await makeKept(ctx);
    await confirmRecord(as(ctx, owner), "service", service.id);
    const [row] = await ctx.db.select().from(services).where(eq(services.id, service.id));
    expect(row).toMatchObject({ confirmedOn: "2026-04-14", reviewDueOn: "2026-10-14" });
    const [change] = await ctx.db.select().from(changes).where(eq(changes.nounId, service.id));
    expect(change).toMatchObject({
      ...{ deed: "confirm record", noun: "service", personId: owner.id },
      before: { confirmation: { confirmedOn: "2025-10-10" } },
      after: { confirmation: { confirmedOn: "2026-04-14" } },
    });
    const jobs = await ctx.db.execute(
      sql`select payload from graphile_worker._private_jobs where payload::text like ${`%${service.id}%`}`,
    );
    expect(jobs).toHaveLength(1);
  });

  test("the same again changes nothing", async ({ ctx }) => {
    const { organisation, owner } = await makeKept(ctx);
    await confirmRecord(as(ctx, owner), "organisation", organisation.id);
    await confirmRecord(as(ctx, owner), "organisation", organisation.id);
    expect(await deedsOf(ctx, organisation.id)).toEqual(["confirm record"]);
  });

  test("is for those who keep it: of many, one that is another's stops all", async ({ ctx }) => {
    const { organisation, service, owner } = await makeKept(ctx);
    const other = await makeOrganisation(ctx);
    const ids = [organisation.id, service.id, other.id];
    await expect(confirmRecords(as(ctx, owner), ids)).rejects.toThrow(NotFound);
    expect(await deedsOf(ctx, organisation.id)).toEqual([]);
    for (const actor of [await makeAccount(ctx), { kind: "visitor" } as const]) {
      await expect(confirmRecord({ ...ctx, actor }, "service", service.id)).rejects.toThrow(NotFound);
    }
    const team = as(ctx, await makeAdministrator(ctx));
    await expect(confirmRecords(team, ids)).resolves.toHaveLength(3);
  });

  test("of nothing, of nonsense and of a draft is refused", async ({ ctx }) => {
    const { owner, organisation } = await makeKept(ctx);
    const draft = await makeService(ctx, { organisationId: organisation.id, state: "draft" });
    const mine = as(ctx, owner);
    await expect(confirmRecords(mine, [])).rejects.toThrow(Invalid);
    await expect(confirmRecords(mine, ["nonsense"])).rejects.toThrow(NotFound);
    await expect(confirmRecords(mine, [draft.id])).rejects.toThrow(NotFound);
  });
});

test("a keeper's list has what is due and due soon first, of all that they keep", async ({ ctx }) => {
  const { owner, organisation, service } = await makeKept(ctx);
  const soon = await makeService(ctx, { organisationId: organisation.id, confirmedOn: "2025-10-28" });
  const later = await makeService(ctx, { organisationId: organisation.id, confirmedOn: "2025-10-29" });
  await makeOrganisation(ctx, { confirmedOn: "2025-01-01" });
  const found = await findConfirmations(as(ctx, owner));
  expect(found.due.map(({ id }) => id).toSorted()).toEqual([organisation.id, service.id, soon.id].toSorted());
  expect(found.later.map(({ id }) => id)).toEqual([later.id]);
  expect(await findConfirmations(as(ctx, await makeAccount(ctx)))).toEqual({ due: [], later: [] });
});
