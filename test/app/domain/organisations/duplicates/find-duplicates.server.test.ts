import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import {
  findDuplicates,
  type Likeness,
} from "#app/domain/organisations/duplicates/find-duplicates.server.ts";
import { roleGrants } from "#db/schema/accounts.ts";
import {
  formerNames,
  organisationDistricts,
  organisationIdentifiers,
  organisationPlaces,
} from "#db/schema/organisations.ts";
import { districts, placeDistricts } from "#db/schema/places.ts";
import { makePerson, makePlace } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";

async function makeDistrict(ctx: Ctx, name: string) {
  const slug = name.toLowerCase();
  const [made] = await ctx.db.insert(districts).values({ name, slug, county: "Norfolk" }).returning();
  if (!made) throw new Error("The district was not made");
  return made;
}

/** Two districts, of which the first lies in a place. */
async function map(ctx: Ctx) {
  const [norwich, breckland] = [await makeDistrict(ctx, "Norwich"), await makeDistrict(ctx, "Breckland")];
  const place = await makePlace(ctx);
  await ctx.db.insert(placeDistricts).values({ placeId: place.id, districtId: norwich.id });
  return { norwich, breckland, place };
}

async function organisationIn(ctx: Ctx, name: string, districtId: string | null, over = {}) {
  const made = await makeOrganisation(ctx, { name, ...over });
  if (districtId) await ctx.db.insert(organisationDistricts).values({ organisationId: made.id, districtId });
  return made;
}

const found = async (ctx: Ctx, like: Likeness) =>
  (await findDuplicates(ctx, like)).map(({ name, why }) => `${name}: ${why}`);

describe("by number", () => {
  test("the same number counts anywhere, however it is typed", async ({ ctx }) => {
    const { breckland, norwich } = await map(ctx);
    const { id } = await organisationIn(ctx, "Breckland Cooks", breckland.id);
    await ctx.db
      .insert(organisationIdentifiers)
      .values({ organisationId: id, scheme: "GB-COH", identifier: "01234567" });
    const like = { name: "Something Else", districtIds: [norwich.id] };
    const number = { scheme: "GB-COH" as const, identifier: "1234567" };
    expect(await found(ctx, { ...like, identifiers: [number] })).toEqual(["Breckland Cooks: same number"]);
    const charity = { ...number, scheme: "GB-CHC" as const };
    expect(await found(ctx, { ...like, identifiers: [charity] })).toEqual([]);
  });
});

const likePairs = [
  ["The Magdalen Street Lunch Club", "Magdalen St. Lunch Group"],
  ["Côr Cymry Norwich", "COR CYMRY NORWICH CIC"],
  ["Norwich Men's Shed", "The Norwich Mens Shed Ltd"],
  ["Lietuvių bendruomenė", "Lietuviu bendruomene"],
  ["Lunch club", "Lunch Club"],
  ["MAP", "map"],
  ["The Club", "the club"],
] as const;

const unlikePairs = [
  ["MAP", "Maps for All"],
  ["YMCA", "YWCA"],
  ["The Chess Club", "The Rowing Club"],
  ["Norwich Foodbank", "Norwich Rowers"],
  ["Friends of Group", "Cycling Group"],
] as const;

describe("by name, in the same district", () => {
  test.for(likePairs)("“%s” is like “%s”", async ([ours, theirs], { ctx }) => {
    const { norwich } = await map(ctx);
    await organisationIn(ctx, theirs, norwich.id);
    expect(await found(ctx, { name: ours, districtIds: [norwich.id] })).toEqual([`${theirs}: similar name`]);
  });

  test.for(unlikePairs)("“%s” is not like “%s”", async ([ours, theirs], { ctx }) => {
    const { norwich } = await map(ctx);
    await organisationIn(ctx, theirs, norwich.id);
    expect(await found(ctx, { name: ours, districtIds: [norwich.id] })).toEqual([]);
  });

  test("a former name is said to be one, a present one comes before it", async ({ ctx }) => {
    const { norwich } = await map(ctx);
    const renamed = await organisationIn(ctx, "Wensum Kitchen", norwich.id);
    await ctx.db.insert(formerNames).values({ organisationId: renamed.id, name: "Riverside Suppers" });
    await organisationIn(ctx, "Riverside Supper Club", norwich.id);
    expect(await found(ctx, { name: "The Riverside Suppers", districtIds: [norwich.id] })).toEqual([
      "Riverside Supper Club: similar name",
      "Wensum Kitchen: former name",
    ]);
  });

  test("elsewhere it is another, unless no district is known yet", async ({ ctx }) => {
    const { norwich, breckland } = await map(ctx);
    await organisationIn(ctx, "Riverside Lunch Club", breckland.id);
    const name = "Riverside Lunch Club";
    expect(await found(ctx, { name, districtIds: [norwich.id] })).toEqual([]);
    expect(await found(ctx, { name })).toEqual(["Riverside Lunch Club: similar name"]);
  });

  test("a place holds its districts, and a district lies in its places", async ({ ctx }) => {
    const { norwich, place } = await map(ctx);
    const name = "Riverside Lunch Club";
    const byPlace = await organisationIn(ctx, name, null);
    await ctx.db.insert(organisationPlaces).values({ organisationId: byPlace.id, placeId: place.id });
    expect(await found(ctx, { name, districtIds: [norwich.id] })).toHaveLength(1);
    await organisationIn(ctx, name, norwich.id);
    expect(await found(ctx, { name, placeIds: [place.id] })).toHaveLength(2);
  });

  test("who works everywhere, or has not said where, is a neighbour of all", async ({ ctx }) => {
    const { norwich } = await map(ctx);
    await organisationIn(ctx, "Riverside Advice", null, { isSystemWide: true });
    await organisationIn(ctx, "Riverside Advisers", null);
    expect(await found(ctx, { name: "Riverside Advice", districtIds: [norwich.id] })).toHaveLength(2);
  });
});

describe("what is told", () => {
  test("where each works, and whether somebody keeps it", async ({ ctx }) => {
    const { norwich, breckland } = await map(ctx);
    const { id } = await organisationIn(ctx, "Riverside Lunch Club", norwich.id);
    await ctx.db.insert(organisationDistricts).values({ organisationId: id, districtId: breckland.id });
    const like = { name: "Riverside Lunch Club" };
    expect(await findDuplicates(ctx, like)).toMatchObject([{ where: "Breckland, Norwich", hasOwner: false }]);
    const owner = await makePerson(ctx, []);
    await ctx.db.insert(roleGrants).values({ personId: owner.id, role: "organisation-owner", scopeId: id });
    expect(await findDuplicates(ctx, like)).toMatchObject([{ hasOwner: true }]);
  });

  test("a draft never shows, nor what is archived, nor the record itself; one that waits does", async ({
    ctx,
  }) => {
    const name = "Riverside Lunch Club";
    await makeOrganisation(ctx, { name, state: "draft" });
    await makeOrganisation(ctx, { name, state: "archived", archivedAt: ctx.now });
    const own = await makeOrganisation(ctx, { name });
    await makeOrganisation(ctx, { name, state: "waiting" });
    const shown = await findDuplicates(ctx, { name, exceptId: own.id });
    expect(shown.map(({ state }) => state)).toEqual(["waiting"]);
  });

  test("each once, and no more than six", async ({ ctx }) => {
    const { id } = await makeOrganisation(ctx, { name: "Lunch Club" });
    await ctx.db.insert(formerNames).values({ organisationId: id, name: "The Lunch Club" });
    expect(await findDuplicates(ctx, { name: "Lunch Club" })).toHaveLength(1);
    for (let more = 0; more < 8; more += 1) await makeOrganisation(ctx, { name: "Lunch Club" });
    expect(await findDuplicates(ctx, { name: "Lunch Club" })).toHaveLength(6);
  });
});
