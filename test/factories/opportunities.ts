import { randomUUID } from "node:crypto";
import type { Ctx } from "#app/domain/context.ts";
import { opportunities, opportunityPlaces } from "#db/schema/opportunities.ts";
import { makeOrganisation } from "./organisations.ts";

type Over = Partial<typeof opportunities.$inferInsert> & { placeIds?: string[] };

/** Open since a month before the test's clock, and with no closing date, unless told otherwise. */
export async function makeOpportunity(ctx: Ctx, { placeIds = [], ...over }: Over = {}) {
  const organisationId = over.organisationId ?? (await makeOrganisation(ctx)).id;
  const slug = over.slug ?? `lunch-club-driver-${randomUUID().slice(0, 8)}`;
  const opensAt = new Date(ctx.now.getTime() - 30 * 86_400_000);
  const [made] = await ctx.db
    .insert(opportunities)
    .values({ title: "Lunch club driver", kind: "volunteering", opensAt, ...over, organisationId, slug })
    .returning();
  if (!made) throw new Error("The opportunity was not made");
  for (const placeId of placeIds) {
    await ctx.db.insert(opportunityPlaces).values({ opportunityId: made.id, placeId });
  }
  return made;
}
