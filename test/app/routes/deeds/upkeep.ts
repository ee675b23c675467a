import { findKeepers } from "#app/domain/cases/find-handlers.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { issueConfirmLink } from "#app/domain/upkeep/confirming/confirm-link.server.ts";
import { mayConfirm, mayRunUpkeep } from "#app/domain/upkeep/policy.ts";
import { makeOpportunity } from "#test/factories/opportunities.ts";
import { makeService } from "#test/factories/services.ts";
import type { Deed } from "#test/setup/matrix/deed.ts";
import type { World } from "#test/setup/matrix/world.ts";

/** The link of one who keeps the record: whoever holds it may do what it says, and nothing else. */
async function linkOf(ctx: Ctx, { organisation }: World): Promise<string> {
  const [keeper] = await findKeepers(ctx, organisation.id);
  if (!keeper) throw new Error("Nobody keeps the organisation");
  return issueConfirmLink(ctx, { recordId: organisation.id, personId: keeper.id, email: keeper.email });
}

const report = { choice: "closed", words: "The hall is boarded up." };

export const upkeepDeeds: Deed[] = [
  {
    file: "routes/upkeep/confirm.tsx",
    scene: async (ctx, world) => ({
      params: { token: await linkOf(ctx, world) },
      form: { records: world.organisation.id },
    }),
    may: () => true,
  },
  {
    file: "routes/upkeep/fresh-link.ts",
    scene: async (ctx, world) => ({ params: { token: await linkOf(ctx, world) } }),
    may: () => true,
  },
  {
    file: "routes/upkeep/confirmations.tsx",
    scene: async (_ctx, { organisation }) => ({ form: { records: organisation.id } }),
    may: (actor, { organisation }) => mayConfirm(actor, organisation.id),
  },
  {
    file: "routes/upkeep/settings.tsx",
    scene: async () => ({
      form: {
        ...{ reviewMonths: "6", warnDaysBefore: "14", leadAfterDays: "30", teamAfterDays: "60" },
        ...{ leavesResultsAfterDays: "180", reportClimbsAfterDays: "7" },
      },
    }),
    may: mayRunUpkeep,
  },
  {
    file: "routes/reports/on-organisation.tsx",
    scene: async (_ctx, { organisation }) => ({ params: { slug: organisation.slug }, form: report }),
    may: () => true,
  },
  {
    file: "routes/reports/on-service.tsx",
    scene: async (ctx, { organisation }) => ({
      params: { slug: (await makeService(ctx, { organisationId: organisation.id })).slug },
      form: report,
    }),
    may: () => true,
  },
  {
    file: "routes/reports/on-opportunity.tsx",
    scene: async (ctx, { organisation }) => ({
      params: { slug: (await makeOpportunity(ctx, { organisationId: organisation.id })).slug },
      form: report,
    }),
    may: () => true,
  },
];
