import { expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { searchServices } from "#app/domain/search/find.server.ts";
import { indexServices } from "#app/domain/search/index-services.server.ts";
import { findTopicsOfPlace } from "#app/domain/services/find-topics-of-place.server.ts";
import { makePlace } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { makeService, makeTopic } from "#test/factories/services.ts";
import { test } from "#test/setup/context.ts";

const found = async (ctx: Ctx, place: string, topic: string) =>
  (await searchServices(ctx, { q: "", near: "", place, topic, page: 1 })).total;

test("each topic counts what a search for it in the place finds", async ({ ctx }) => {
  const here = await makePlace(ctx);
  const elsewhere = await makePlace(ctx);
  const food = await makeTopic(ctx);
  const meals = await makeTopic(ctx, { slug: "meals", name: "Meals", parentId: food.id });
  const lunch = await makeTopic(ctx, { slug: "lunch", name: "Lunch clubs", parentId: meals.id });
  const money = await makeTopic(ctx, { slug: "money", name: "Money" });
  const archived = await makeOrganisation(ctx, { state: "archived", archivedAt: ctx.now });
  const placeIds = [here.id];
  await makeService(ctx, { placeIds, termIds: [lunch.id] });
  await makeService(ctx, { placeIds, termIds: [food.id, meals.id, money.id] });
  await makeService(ctx, { placeIds: [elsewhere.id], termIds: [food.id] });
  await makeService(ctx, { placeIds, termIds: [food.id], state: "draft" });
  await makeService(ctx, { placeIds, termIds: [money.id], organisationId: archived.id });
  await indexServices(ctx);
  const topics = await findTopicsOfPlace(ctx, here.id);
  expect(topics.map(({ slug, services }) => [slug, services])).toEqual([
    ["food", 2],
    ["money", 1],
  ]);
  for (const { slug, services } of topics) expect(await found(ctx, here.slug, slug)).toBe(services);
});
