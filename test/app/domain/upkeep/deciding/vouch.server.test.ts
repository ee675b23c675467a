import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import { findToVouchFor, vouchForRecords } from "#app/domain/upkeep/deciding/vouch.server.ts";
import { changes } from "#db/schema/accounts.ts";
import { organisations } from "#db/schema/organisations.ts";
import { as, makeAccount } from "#test/factories/accounts.ts";
import { findCaseRow, makeAdministrator, makeCase, makeNetwork, worksIn } from "#test/factories/cases.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { makeService } from "#test/factories/services.ts";
import { test } from "#test/setup/context.ts";

/** An organisation that nobody confirmed, with a service of the same age, before the lead of its network. */
async function makeStale(ctx: Ctx) {
  const { place, group, lead } = await makeNetwork(ctx);
  const organisation = await makeOrganisation(ctx, { confirmedOn: "2025-08-01" });
  await worksIn(ctx, organisation.id, place.id);
  const service = await makeService(ctx, { organisationId: organisation.id, confirmedOn: "2025-08-01" });
  const { id } = await makeCase(ctx, {
    ...{ kind: "stale", level: "lead", groupId: group.id, organisationId: organisation.id },
    details: { dueOn: "2026-02-01" },
  });
  if (!lead) throw new Error("The network has no lead");
  return { organisation, service, lead, id };
}

describe("a lead who has asked", () => {
  test("confirms what is due, which settles the case, and the record says who it was", async ({ ctx }) => {
    const { organisation, service, lead, id } = await makeStale(ctx);
    const inside = as(ctx, lead);
    const { records } = await findToVouchFor(inside, id);
    expect(records.map((one) => one.id)).toEqual([organisation.id, service.id]);
    await vouchForRecords(inside, id, [organisation.id]);
    expect((await findCaseRow(ctx, id)).state).toBe("open");
    await vouchForRecords(inside, id, [service.id]);
    expect(await findCaseRow(ctx, id)).toMatchObject({ state: "resolved", decidedById: lead.id });
    const [row] = await ctx.db.select().from(organisations).where(eq(organisations.id, organisation.id));
    expect(row?.confirmedOn).toBe("2026-04-14");
    const [change] = await ctx.db.select().from(changes).where(eq(changes.nounId, organisation.id));
    expect(change).toMatchObject({ deed: "confirm record", personId: lead.id });
  });

  test("confirms nothing of others, nothing at all, and nothing by a case about something else", async ({
    ctx,
  }) => {
    const { organisation, lead, id } = await makeStale(ctx);
    const other = await makeOrganisation(ctx);
    const inside = as(ctx, lead);
    await expect(vouchForRecords(inside, id, [other.id])).rejects.toThrow(NotFound);
    await expect(vouchForRecords(inside, id, [])).rejects.toThrow(Invalid);
    const { id: report } = await makeCase(ctx, { organisationId: organisation.id });
    const team = as(ctx, await makeAdministrator(ctx));
    await expect(vouchForRecords(team, report, [organisation.id])).rejects.toThrow(Conflict);
  });

  test("is the one whose turn it is: nobody else finds the case", async ({ ctx }) => {
    const { organisation, id } = await makeStale(ctx);
    const somebody = as(ctx, await makeAccount(ctx));
    await expect(vouchForRecords(somebody, id, [organisation.id])).rejects.toThrow(NotFound);
    await expect(findToVouchFor(somebody, id)).rejects.toThrow(NotFound);
  });
});
