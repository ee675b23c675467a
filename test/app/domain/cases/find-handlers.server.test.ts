import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { findHandlers, findKeepers } from "#app/domain/cases/find-handlers.server.ts";
import { roleGrants } from "#db/schema/accounts.ts";
import { makeAccount } from "#test/factories/accounts.ts";
import { makeAdministrator, makeLead, makeNetwork, makeOwner, worksIn } from "#test/factories/cases.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";

describe("who vouches for an organisation", () => {
  test("is the lead of the network of its place", async ({ ctx }) => {
    const { group, place } = await makeNetwork(ctx);
    await makeAdministrator(ctx);
    const { id } = await makeOrganisation(ctx);
    await worksIn(ctx, id, place.id);
    expect(await findHandlers(ctx, id)).toMatchObject({
      ...{ level: "lead", groupId: group.id },
      people: [{ name: "Norwich Lead" }],
    });
  });

  test("is, of several places, the first that has a lead", async ({ ctx }) => {
    const west = await makeNetwork(ctx, { name: "West", position: 1, hasLead: false });
    const south = await makeNetwork(ctx, { name: "South", position: 3 });
    const north = await makeNetwork(ctx, { name: "North", position: 2 });
    const { id } = await makeOrganisation(ctx);
    for (const { place } of [south, west, north]) await worksIn(ctx, id, place.id);
    expect(await findHandlers(ctx, id)).toMatchObject({ level: "lead", groupId: north.group.id });
  });

  test("is the team where it works everywhere, nowhere, or where no lead is left", async ({ ctx }) => {
    const { place, lead } = await makeNetwork(ctx);
    await makeAdministrator(ctx);
    const everywhere = await makeOrganisation(ctx, { isSystemWide: true });
    await worksIn(ctx, everywhere.id, place.id);
    const nowhere = await makeOrganisation(ctx);
    const team = { level: "team", groupId: null, people: [{ name: "Ada Ministrator" }] };
    expect(await findHandlers(ctx, everywhere.id)).toMatchObject(team);
    expect(await findHandlers(ctx, nowhere.id)).toMatchObject(team);

    const local = await makeOrganisation(ctx);
    await worksIn(ctx, local.id, place.id);
    expect(await findHandlers(ctx, local.id, lead?.id)).toMatchObject(team);
    await ctx.db.update(roleGrants).set({ endedAt: ctx.now }).where(eq(roleGrants.role, "group-lead"));
    expect(await findHandlers(ctx, local.id)).toMatchObject(team);
  });

  test("is each lead of a network that has two", async ({ ctx }) => {
    const { group, place } = await makeNetwork(ctx);
    await makeLead(ctx, group.id, "A Second Lead");
    const { id } = await makeOrganisation(ctx);
    await worksIn(ctx, id, place.id);
    const { people } = await findHandlers(ctx, id);
    expect(people.map(({ name }) => name)).toEqual(["A Second Lead", "Norwich Lead"]);
  });
});

test("keepers are owners and editors, each once, and nobody who was erased", async ({ ctx }) => {
  const { id } = await makeOrganisation(ctx);
  const both = await makeOwner(ctx, id);
  await ctx.db
    .insert(roleGrants)
    .values({ personId: both.id, role: "organisation-editor", scopeId: id, grantedAt: ctx.now });
  await makeAccount(ctx, { name: "Erased", erasedAt: ctx.now, roles: [["organisation-editor", id]] });
  await makeAccount(ctx, {
    name: "Elsewhere",
    roles: [["organisation-owner", (await makeOrganisation(ctx)).id]],
  });
  expect((await findKeepers(ctx, id)).map(({ name }) => name)).toEqual(["Olive Owner"]);
});
