import { randomUUID } from "node:crypto";
import type { Ctx } from "#app/domain/context.ts";
import { servicePlaces, services } from "#db/schema/services.ts";
import { serviceTerms, taxonomies, taxonomyTerms } from "#db/schema/taxonomies.ts";
import { makeOrganisation } from "./organisations.ts";

type ServiceOver = Partial<typeof services.$inferInsert> & { placeIds?: string[]; termIds?: string[] };

export async function makeService(ctx: Ctx, { placeIds = [], termIds = [], ...over }: ServiceOver = {}) {
  const organisationId = over.organisationId ?? (await makeOrganisation(ctx)).id;
  const slug = over.slug ?? `community-lunch-${randomUUID().slice(0, 8)}`;
  const [made] = await ctx.db
    .insert(services)
    .values({ name: "Community lunch", ...over, organisationId, slug })
    .returning();
  if (!made) throw new Error("The service was not made");
  const serviceId = made.id;
  for (const placeId of placeIds) await ctx.db.insert(servicePlaces).values({ serviceId, placeId });
  for (const termId of termIds) await ctx.db.insert(serviceTerms).values({ serviceId, termId });
  return made;
}

/** A term of the taxonomy of topics, which is made if need be. */
export async function makeTopic(ctx: Ctx, over: Partial<typeof taxonomyTerms.$inferInsert> = {}) {
  await ctx.db
    .insert(taxonomies)
    .values({ slug: "topics", name: "Topics", description: "What people need help with." })
    .onConflictDoNothing();
  const { id: taxonomyId } = await topics(ctx);
  const values = { slug: "food", name: "Food and meals", description: "Not enough to eat.", ...over };
  const [made] = await ctx.db
    .insert(taxonomyTerms)
    .values({ ...values, taxonomyId })
    .returning();
  if (!made) throw new Error("The topic was not made");
  return made;
}

async function topics(ctx: Ctx) {
  const all = await ctx.db.select().from(taxonomies);
  const found = all.find(({ slug }) => slug === "topics");
  if (!found) throw new Error("There are no topics");
  return found;
}
