import { randomUUID } from "node:crypto";
import type { Ctx } from "#app/domain/context.ts";
import type { organisations } from "#db/schema/organisations.ts";
import { costOptions, schedules, servicePlaces, services } from "#db/schema/services.ts";
import { serviceTerms, taxonomies, taxonomyTerms } from "#db/schema/taxonomies.ts";
import { makeOrganisation } from "./organisations.ts";

type ServiceOver = Partial<typeof services.$inferInsert> & { placeIds?: string[]; termIds?: string[] };

export async function makeService(ctx: Ctx, { placeIds = [], termIds = [], ...over }: ServiceOver = {}) {
  const organisationId = over.organisationId ?? (await makeOrganisation(ctx)).id;
  const slug = over.slug ?? `community-lunch-${randomUUID().slice(0, 8)}`;
  const archivedAt = over.state === "archived" ? ctx.now : null;
  const [made] = await ctx.db
    .insert(services)
    .values({ name: "Community lunch", archivedAt, ...over, organisationId, slug })
    .returning();
  if (!made) throw new Error("The service was not made");
  const serviceId = made.id;
  for (const placeId of placeIds) await ctx.db.insert(servicePlaces).values({ serviceId, placeId });
  for (const termId of termIds) await ctx.db.insert(serviceTerms).values({ serviceId, termId });
  return made;
}

/** A draft with all that a publication needs, its topic and area among it, and the organisation that keeps it. */
export async function makeReadyDraft(
  ctx: Ctx,
  {
    organisation: ofOrganisation,
    ...over
  }: ServiceOver & { organisation?: Partial<typeof organisations.$inferInsert> } = {},
) {
  const organisation = await makeOrganisation(ctx, ofOrganisation);
  return { organisation, ...(await makeReadyDraftOf(ctx, organisation.id, over)) };
}

/** The same, of an organisation that is there. */
export async function makeReadyDraftOf(ctx: Ctx, organisationId: string, over: ServiceOver = {}) {
  const topic = await makeTopic(ctx, { slug: `food-${randomUUID().slice(0, 8)}` });
  const service = await makeService(ctx, {
    ...{ state: "draft", summary: "A hot lunch.", isOnline: true, email: "hello@example.org" },
    ...over,
    ...{ organisationId, termIds: [topic.id] },
  });
  const serviceId = service.id;
  await ctx.db.insert(costOptions).values({ serviceId, option: "Free", amount: "0" });
  await ctx.db
    .insert(schedules)
    .values({ serviceId, freq: "WEEKLY", byday: "TU", opensAt: "10:00", closesAt: "12:00" });
  return { service, topic };
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
