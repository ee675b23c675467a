import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { action as archive } from "#app/routes/organisations/keeping/archive.tsx";
import { loader as hub } from "#app/routes/organisations/keeping/edit.tsx";
import { action as save, loader as show } from "#app/routes/organisations/keeping/edit-section.tsx";
import { loader as history } from "#app/routes/organisations/keeping/history.tsx";
import { action as trust } from "#app/routes/organisations/keeping/state-trust.tsx";
import { makeAccount } from "#test/factories/accounts.ts";
import { makeOrganisation, makeOwner } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

async function setting(ctx: Ctx) {
  const { id, slug } = await makeOrganisation(ctx, { description: "We eat." });
  const owner = await makeOwner(ctx, id);
  const params = { slug, section: "about" };
  return { slug, params, owner, address: `/organisations/${slug}/edit/about` };
}

describe("the pages of keeping a record", () => {
  test("are there for its keepers", async ({ ctx }) => {
    const { params, owner } = await setting(ctx);
    for (const loader of [hub, show, history]) {
      expect(await loader(await knock(ctx, "/x", { params, as: owner.id }))).toMatchObject({
        organisation: { slug: params.slug },
      });
    }
  });

  test("are not there for those of another", async ({ ctx }) => {
    const { params } = await setting(ctx);
    const { owner: outsider } = await setting(ctx);
    const lead = await makeAccount(ctx, { roles: [["icb-staff", null]] });
    for (const as of [outsider.id, lead.id]) {
      for (const loader of [hub, show, history]) {
        expect((await answerOf(loader(await knock(ctx, "/x", { params, as })))).status).toBe(404);
      }
      for (const action of [save, archive, trust]) {
        expect((await answerOf(action(await knock(ctx, "/x", { params, as, form: {} })))).status).toBe(404);
      }
    }
  });

  test("are those of its sections, and no others", async ({ ctx }) => {
    const { params, owner } = await setting(ctx);
    for (const section of ["money", "constructor"]) {
      const door = { params: { ...params, section }, as: owner.id };
      expect((await answerOf(show(await knock(ctx, "/x", door)))).status).toBe(404);
      expect((await answerOf(save(await knock(ctx, "/x", { ...door, form: {} })))).status).toBe(404);
    }
  });

  test("ask whoever is signed out to sign in", async ({ ctx }) => {
    const { params } = await setting(ctx);
    expect((await answerOf(hub(await knock(ctx, "/x", { params })))).status).toBe(302);
    expect((await answerOf(save(await knock(ctx, "/x", { params, form: {} })))).status).toBe(401);
  });
});

describe("two editors", () => {
  test("the second sees both versions, loses nothing, and saves with the next press", async ({ ctx }) => {
    const { params, owner, address } = await setting(ctx);
    const { seen } = await show(await knock(ctx, address, { params, as: owner.id }));
    const send = async (form: Record<string, string>) =>
      answerOf(save(await knock(ctx, address, { params, as: owner.id, form })));
    expect((await send({ seen, description: "First." })).status).toBe(302);
    const crossing = await send({ seen, description: "Second." });
    expect(crossing.status).toBe(409);
    const reply = await crossing.json();
    expect(reply).toMatchObject({ values: { description: "Second." }, theirs: { description: "First." } });
    const again = await send({ ...reply.values, seen: reply.seen });
    expect([again.status, again.headers.get("location")]).toEqual([
      302,
      `/organisations/${params.slug}/edit?did=saved`,
    ]);
  });
});
