import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotAllowed, NotFound } from "#app/domain/errors.ts";
import { findOrganisation } from "#app/domain/organisations/find.server.ts";
import {
  archiveOrganisation,
  closeTemporarily,
  reopen,
  restoreOrganisation,
  trustOrganisation,
} from "#app/domain/organisations/keeping/change-state.server.ts";
import { findServicesByOrganisation } from "#app/domain/services/find-cards.server.ts";
import { organisations } from "#db/schema/organisations.ts";
import { makeAccount } from "#test/factories/accounts.ts";
import { deedsOf, makeOrganisation, makeOwner } from "#test/factories/organisations.ts";
import { makeService } from "#test/factories/services.ts";
import { test } from "#test/setup/context.ts";

async function setting(ctx: Ctx) {
  const organisation = await makeOrganisation(ctx);
  await makeService(ctx, { organisationId: organisation.id, state: "live" });
  const owner = await makeOwner(ctx, organisation.id);
  return { organisation, slug: organisation.slug, as: { ...ctx, actor: owner } };
}

const later = (ctx: Ctx, days: number): Ctx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + days * 86_400_000),
});
const servicesOf = (ctx: Ctx, id: string) => findServicesByOrganisation(ctx, id);

describe("an organisation that closes for a while", () => {
  test("says so and why, and opens again", async ({ ctx }) => {
    const { organisation, slug, as } = await setting(ctx);
    await closeTemporarily(as, slug, { note: "The hall is being mended." });
    expect(await findOrganisation(ctx, slug)).toMatchObject({
      state: "temporarily-closed",
      stateNote: "The hall is being mended.",
    });
    expect(await servicesOf(ctx, organisation.id)).toEqual([]);
    await reopen(as, slug);
    expect(await findOrganisation(ctx, slug)).toMatchObject({ state: "live", stateNote: "" });
    await expect(reopen(as, slug)).rejects.toThrow(Conflict);
    const deeds = ["close organisation for now", "open organisation again"];
    expect((await deedsOf(ctx, organisation.id)).toSorted()).toEqual(deeds);
  });

  test("does that by its keepers alone", async ({ ctx }) => {
    const { slug } = await setting(ctx);
    await expect(closeTemporarily(ctx, slug, { note: "Ha" })).rejects.toThrow(NotFound);
  });
});

describe("an archived organisation", () => {
  test("leaves the site with its services, and both come back within 30 days", async ({ ctx }) => {
    const { organisation, slug, as } = await setting(ctx);
    await archiveOrganisation(as, slug);
    await expect(findOrganisation(ctx, slug)).rejects.toThrow(NotFound);
    expect(await servicesOf(ctx, organisation.id)).toEqual([]);
    await restoreOrganisation(later(as, 30), slug);
    expect(await findOrganisation(ctx, slug)).toMatchObject({ state: "live" });
    expect(await servicesOf(ctx, organisation.id)).toHaveLength(1);
    expect(await deedsOf(ctx, organisation.id)).toHaveLength(2);
  });

  test("comes back closed where it was closed", async ({ ctx }) => {
    const { slug, as } = await setting(ctx);
    await closeTemporarily(as, slug, { note: "Winter." });
    await archiveOrganisation(as, slug);
    await restoreOrganisation(as, slug);
    expect(await findOrganisation(ctx, slug)).toMatchObject({
      state: "temporarily-closed",
      stateNote: "Winter.",
    });
  });

  test("is restored by the team alone after that", async ({ ctx }) => {
    const { slug, as } = await setting(ctx);
    await archiveOrganisation(as, slug);
    await expect(restoreOrganisation(later(as, 31), slug)).rejects.toThrow(NotAllowed);
    const team = { ...later(ctx, 31), actor: await makeAccount(ctx, { roles: [["administrator", null]] }) };
    await restoreOrganisation(team, slug);
    expect(await findOrganisation(ctx, slug)).toMatchObject({ state: "live" });
  });

  test("that was merged with another comes back by undoing the merge alone", async ({ ctx }) => {
    const { organisation, slug, as } = await setting(ctx);
    const other = await makeOrganisation(ctx);
    const values = { state: "archived" as const, archivedAt: ctx.now, mergedIntoId: other.id };
    await ctx.db.update(organisations).set(values).where(eq(organisations.id, organisation.id));
    await expect(restoreOrganisation(as, slug)).rejects.toThrow(Conflict);
  });

  test("was archived by an owner, not by an editor", async ({ ctx }) => {
    const { organisation, slug } = await setting(ctx);
    const editor = await makeAccount(ctx, { roles: [["organisation-editor", organisation.id]] });
    await expect(archiveOrganisation({ ...ctx, actor: editor }, slug)).rejects.toThrow(NotAllowed);
  });
});

test("only the team says that an organisation is trusted", async ({ ctx }) => {
  const { organisation, slug, as } = await setting(ctx);
  await expect(trustOrganisation(as, slug, true)).rejects.toThrow(NotAllowed);
  await trustOrganisation({ ...ctx, actor: { kind: "job", name: "team" } }, slug, true);
  expect(await deedsOf(ctx, organisation.id)).toEqual(["trust organisation"]);
});
