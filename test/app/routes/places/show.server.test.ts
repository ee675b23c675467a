import { expect } from "vitest";
import { loader } from "#app/routes/places/show.tsx";
import { districts, placeDistricts } from "#db/schema/places.ts";
import { makeTimed } from "#test/factories/events.ts";
import { makeGroup, makeMeeting, makePlace } from "#test/factories/meetings.ts";
import { makeOpportunity } from "#test/factories/opportunities.ts";
import { makeService, makeTopic } from "#test/factories/services.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

test("a place gathers its groups, meetings, events, opportunities and services by topic", async ({ ctx }) => {
  const place = await makePlace(ctx, { slug: "west" });
  const [district] = await ctx.db
    .insert(districts)
    .values({ slug: "breckland-x", name: "Breckland", county: "Norfolk" })
    .returning();
  await ctx.db.insert(placeDistricts).values({ placeId: place.id, districtId: district?.id ?? "" });
  const network = await makeGroup(ctx, { kind: "place-network", placeId: place.id });
  await makeMeeting(ctx, [network.id], { title: "Network meeting" });
  await makeTimed(ctx, "2026-04-20T10:00:00Z", null, { event: { placeId: place.id } });
  await makeOpportunity(ctx, { placeIds: [place.id] });
  const food = await makeTopic(ctx);
  const lunch = await makeTopic(ctx, { slug: "shared-meals", name: "Meals", parentId: food.id });
  await makeService(ctx, { placeIds: [place.id], termIds: [food.id, lunch.id] });
  await makeService(ctx, { placeIds: [place.id], termIds: [lunch.id] });
  await makeService(ctx, { placeIds: [place.id], termIds: [food.id], state: "archived" });
  const page = await loader(await knock(ctx, "/places/west", { params: { slug: "west" } }));
  expect(page).toMatchObject({
    place: { districts: [{ name: "Breckland" }] },
    groups: [{ kind: "place-network" }],
    topics: [{ slug: "food", services: 2 }],
    meetings: [{ title: "Network meeting" }],
    events: [{ title: "Friday café" }],
    opportunities: [{ title: "Lunch club driver" }],
  });
});

test("what is over today is not what’s on next", async ({ ctx }) => {
  const { id: placeId, slug } = await makePlace(ctx);
  await makeTimed(ctx, "2026-04-14T07:00:00Z", "2026-04-14T08:30:00Z", {
    summary: "Early",
    event: { placeId },
  });
  await makeTimed(ctx, "2026-04-14T08:00:00Z", "2026-04-14T10:00:00Z", {
    summary: "Now",
    event: { placeId },
  });
  const { events } = await loader(await knock(ctx, `/places/${slug}`, { params: { slug } }));
  expect(events.map(({ title }) => title)).toEqual(["Now"]);
});

test.for(["nowhere", "", "a b", "%00", "x".repeat(5000)])("no place is called %j", async (slug, { ctx }) => {
  const answer = await answerOf(loader(await knock(ctx, "/places/x", { params: { slug } })));
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ message: "We could not find that place." });
});
