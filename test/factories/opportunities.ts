import { randomUUID } from "node:crypto";
import type { Ctx } from "#app/domain/context.ts";
import type { OpportunityFields } from "#app/domain/opportunities/opportunity.ts";
import { opportunities, opportunityPlaces } from "#db/schema/opportunities.ts";
import { makeOrganisation } from "./organisations.ts";

type Over = Partial<typeof opportunities.$inferInsert> & { placeIds?: string[] };

/** Open since a month before the test's clock, and with no closing date, unless told otherwise. */
export async function makeOpportunity(ctx: Ctx, { placeIds = [], ...over }: Over = {}) {
  const organisationId = over.organisationId ?? (await makeOrganisation(ctx)).id;
  const slug = over.slug ?? `lunch-club-driver-${randomUUID().slice(0, 8)}`;
  const archivedAt = over.state === "archived" ? ctx.now : null;
  const opensAt = new Date(ctx.now.getTime() - 30 * 86_400_000);
  const [made] = await ctx.db
    .insert(opportunities)
    .values({
      title: "Lunch club driver",
      kind: "volunteering",
      opensAt,
      archivedAt,
      ...over,
      organisationId,
      slug,
    })
    .returning();
  if (!made) throw new Error("The opportunity was not made");
  for (const placeId of placeIds) {
    await ctx.db.insert(opportunityPlaces).values({ opportunityId: made.id, placeId });
  }
  return made;
}

/** What a keeper fills in, as the domain keeps it. */
export function opportunityFields(over: Partial<OpportunityFields> = {}): OpportunityFields {
  return {
    title: "Bench builder",
    summary: "Help to build benches for the riverside.",
    description: "We have the wood and the tea.",
    places: [],
    isOnline: false,
    commitment: "Two hours on Tuesdays",
    howToApply: "Come and see us.",
    url: null,
    email: "shed@example.org",
    opensOn: null,
    closesOn: null,
    closesTime: null,
    ...over,
  };
}
