import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { loader } from "#app/routes/organisations/index.tsx";
import { formerNames, organisationPlaces } from "#db/schema/organisations.ts";
import { makePlace } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { makeService, makeTopic } from "#test/factories/services.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

const list = async (ctx: Ctx, query = "") =>
  (await loader(await knock(ctx, `/organisations${query}`))).directory;
const namesOf = ({ organisations }: { organisations: { name: string }[] }) =>
  organisations.map(({ name }) => name);

describe("the directory", () => {
  test("goes on and back by name, without repeats or gaps, even among equal names", async ({ ctx }) => {
    for (let number = 0; number < 60; number++) {
      await makeOrganisation(ctx, { name: number < 30 ? "Village Hall" : `Club ${number}` });
    }
    const first = await list(ctx);
    const second = await list(ctx, `?after=${first.after}`);
    const third = await list(ctx, `?after=${second.after}`);
    const slugs = [first, second, third].flatMap(({ organisations }) =>
      organisations.map(({ slug }) => slug),
    );
    expect([first.before, third.after]).toEqual([null, null]);
    expect(new Set(slugs).size).toBe(60);
    expect(first.total).toBe(60);
    const back = await list(ctx, `?before=${third.before}`);
    expect(back.organisations).toEqual(second.organisations);
    expect((await list(ctx, `?before=${back.before}`)).before).toBeNull();
  });

  test("shows only live ones", async ({ ctx }) => {
    await makeOrganisation(ctx, { name: "Live" });
    await makeOrganisation(ctx, { name: "Draft", state: "draft" });
    expect(namesOf(await list(ctx))).toEqual(["Live"]);
  });

  test("narrows by kind, place and theme", async ({ ctx }) => {
    const place = await makePlace(ctx, { slug: "norwich" });
    const topic = await makeTopic(ctx, { slug: "food" });
    const below = await makeTopic(ctx, { slug: "food-banks", name: "Food banks", parentId: topic.id });
    const local = await makeOrganisation(ctx, { name: "Local" });
    await ctx.db.insert(organisationPlaces).values({ organisationId: local.id, placeId: place.id });
    await makeOrganisation(ctx, { name: "Everywhere", isSystemWide: true, kind: "council" });
    const feeder = await makeOrganisation(ctx, { name: "Feeder" });
    await makeService(ctx, { organisationId: feeder.id, termIds: [below.id] });
    expect(namesOf(await list(ctx, "?kind=council"))).toEqual(["Everywhere"]);
    expect(namesOf(await list(ctx, "?place=norwich"))).toEqual(["Everywhere", "Local"]);
    expect(namesOf(await list(ctx, "?topic=food"))).toEqual(["Feeder"]);
  });

  test("knows a name by a part, a slip, and by what it once was", async ({ ctx }) => {
    const { id } = await makeOrganisation(ctx, { name: "Matthew Project" });
    await makeOrganisation(ctx, { name: "MAP" });
    await ctx.db.insert(formerNames).values({ organisationId: id, name: "Drug Help Norwich" });
    for (const q of ["matthew", "project matt", "Mathew Project", "drug help"]) {
      expect(namesOf(await list(ctx, `?q=${encodeURIComponent(q)}`))).toEqual(["Matthew Project"]);
    }
    expect(namesOf(await list(ctx, "?q=map"))).toEqual(["MAP"]);
    for (const q of ["100%25", "%25", "_", "%5C"]) expect(namesOf(await list(ctx, `?q=${q}`))).toEqual([]);
    expect(namesOf(await list(ctx, "?q=%00"))).toHaveLength(2);
  });

  test.for([
    ["?kind=wizards", 422],
    ["?place=atlantis", 404],
    ["?topic=alchemy", 404],
    ["?after=nobody", 404],
    ["?after=a&before=b", 422],
    ["?after=%27%3B--", 422],
    [`?q=${"x".repeat(5000)}`, 422],
  ] as const)("answers %s with %i", async ([query, status], { ctx }) => {
    expect((await answerOf(list(ctx, query))).status).toBe(status);
  });
});
