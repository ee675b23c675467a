import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs } from "@remix-run/node";
import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { findServiceRecord } from "#app/domain/services/record/find-record.server.ts";
import * as list from "#app/routes/organisations/services.tsx";
import * as begin from "#app/routes/organisations/services-new.tsx";
import * as capacity from "#app/routes/services/capacity.tsx";
import * as copy from "#app/routes/services/copy.ts";
import * as edit from "#app/routes/services/edit.tsx";
import * as history from "#app/routes/services/history.tsx";
import * as preview from "#app/routes/services/preview.tsx";
import * as section from "#app/routes/services/section.tsx";
import * as archive from "#app/routes/services/states/archive.tsx";
import * as publication from "#app/routes/services/states/publication.tsx";
import * as reopening from "#app/routes/services/states/reopening.ts";
import * as restoration from "#app/routes/services/states/restoration.tsx";
import * as state from "#app/routes/services/states/state.tsx";
import * as withdrawal from "#app/routes/services/states/withdrawal.ts";
import * as venue from "#app/routes/services/venue.tsx";
import * as venueNew from "#app/routes/services/venue-new.tsx";
import * as version from "#app/routes/services/version.tsx";
import { changes } from "#db/schema/accounts.ts";
import { makeAccount } from "#test/factories/accounts.ts";
import { makeReadyDraft } from "#test/factories/services.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

type Door = (args: ActionFunctionArgs) => Promise<unknown>;
interface Keeping {
  module: { loader?: Door; action?: Door };
  params: Record<string, string>;
  /** A form that would be taken. */
  form: Record<string, string>;
}

const [aChange, aVenue] = [randomUUID(), randomUUID()];
const address = { name: "Hall", addressLine: "Green Lane", town: "Diss" };

function doors(slug: string, organisation: string): Record<string, Keeping> {
  const of = { slug };
  return {
    list: { module: list, params: { slug: organisation }, form: {} },
    begin: { module: begin, params: { slug: organisation }, form: { name: "Lunch", summary: "Lunch." } },
    edit: { module: edit, params: of, form: {} },
    section: { module: section, params: { ...of, section: "cost" }, form: { kind: "free" } },
    capacity: { module: capacity, params: of, form: { capacity: "full" } },
    "a new place": { module: venueNew, params: of, form: address },
    "a place": { module: venue, params: { ...of, venue: aVenue }, form: address },
    preview: { module: preview, params: of, form: {} },
    publication: { module: publication, params: of, form: { checked: "yes" } },
    withdrawal: { module: withdrawal, params: of, form: {} },
    state: { module: state, params: of, form: { note: "Painting." } },
    reopening: { module: reopening, params: of, form: {} },
    copy: { module: copy, params: of, form: {} },
    archive: { module: archive, params: of, form: {} },
    restoration: { module: restoration, params: of, form: {} },
    history: { module: history, params: of, form: {} },
    version: { module: version, params: { ...of, change: aChange }, form: {} },
  };
}

async function aService(ctx: Ctx, over: Parameters<typeof makeReadyDraft>[1] = {}) {
  const { organisation, service } = await makeReadyDraft(ctx, over);
  const editor = await makeAccount(ctx, { roles: [["organisation-editor", organisation.id]] });
  return { organisation, slug: service.slug, editor, asEditor: { ...ctx, actor: editor } };
}

const ask = async (ctx: Ctx, { module, params }: Keeping, as?: string) =>
  answerOf(Promise.resolve(module.loader?.(await knock(ctx, "/", { params, ...(as && { as }) }))));
const send = async (ctx: Ctx, { module, params, form }: Keeping, as?: string) =>
  answerOf(Promise.resolve(module.action?.(await knock(ctx, "/", { params, form, ...(as && { as }) }))));

describe("the doors to keeping a service", () => {
  const names = Object.keys(doors("", ""));

  test.for(names)(
    "%s: strangers are asked to sign in, and nothing they post is taken",
    async (name, { ctx }) => {
      const { organisation, slug } = await aService(ctx);
      const door = doors(slug, organisation.slug)[name] as Keeping;
      expect((await ask(ctx, door)).headers.get("location")).toMatch(/^\/sign-in/);
      if (door.module.action) expect((await send(ctx, door)).status).toBe(401);
      expect(await ctx.db.select().from(changes)).toEqual([]);
    },
  );

  test.for(names)(
    "%s: not there for those who keep another organisation, nor for partners",
    async (name, { ctx }) => {
      const { organisation, slug } = await aService(ctx);
      const door = doors(slug, organisation.slug)[name] as Keeping;
      for (const roles of [[["organisation-owner", randomUUID()]], [["icb-staff", null]]] as const) {
        const outsider = await makeAccount(ctx, { roles: roles.map(([role, scope]) => [role, scope]) });
        expect((await ask(ctx, door, outsider.id)).status).toBe(404);
        if (door.module.action) expect((await send(ctx, door, outsider.id)).status).toBe(404);
      }
      expect(await ctx.db.select().from(changes)).toEqual([]);
    },
  );
});

describe("what a form is answered", () => {
  test("saves, and goes back to the task list; with another row, to the same page", async ({ ctx }) => {
    const { slug, editor, asEditor, organisation } = await aService(ctx);
    const door = doors(slug, organisation.slug).section as Keeping;
    const seen = async () => {
      const { seen } = (await section.loader(
        await knock(ctx, "/", { params: door.params, as: editor.id }),
      )) as { seen: string };
      return seen;
    };
    const form = { kind: "amounts", "costs-0-amount": "3", seen: await seen() };
    expect((await send(ctx, { ...door, form }, editor.id)).headers.get("location")).toBe(
      `/services/${slug}/edit?did=save`,
    );
    expect((await findServiceRecord(asEditor, slug)).record.cost.costs).toMatchObject([{ amount: 3 }]);
    const again = { kind: "free", more: "yes", seen: await seen() };
    expect((await send(ctx, { ...door, form: again }, editor.id)).headers.get("location")).toBe(
      `/services/${slug}/edit/cost?did=save`,
    );
  });

  test("refuses with 422, and keeps the words", async ({ ctx }) => {
    const { slug, editor, organisation } = await aService(ctx);
    const door = doors(slug, organisation.slug).section as Keeping;
    const answer = await send(
      ctx,
      { ...door, form: { kind: "amounts", "costs-2-amount": "three" } },
      editor.id,
    );
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      errors: { "costs-2-amount": "Enter an amount in pounds, like 3.50" },
      values: { "costs-2-amount": "three" },
    });
  });

  test("shows both versions with 409 where two cross, and takes the second then", async ({ ctx }) => {
    const { slug, editor, asEditor, organisation } = await aService(ctx);
    const door = doors(slug, organisation.slug).capacity as Keeping;
    const answer = await send(ctx, { ...door, form: { capacity: "full", seen: "before" } }, editor.id);
    expect(answer.status).toBe(409);
    const { theirs, seen, values } = await answer.json();
    expect([theirs.capacity, values.capacity]).toEqual(["open", "full"]);
    expect((await send(ctx, { ...door, form: { capacity: "full", seen } }, editor.id)).status).toBe(302);
    expect((await findServiceRecord(asEditor, slug)).record.capacity.capacity).toBe("full");
  });

  test("does not publish unless the box is ticked", async ({ ctx }) => {
    const { slug, editor, organisation } = await aService(ctx);
    const door = doors(slug, organisation.slug).publication as Keeping;
    const answer = await send(ctx, { ...door, form: {} }, editor.id);
    expect(await answer.json()).toMatchObject({
      errors: { checked: expect.stringMatching(/^Tick the box/) },
    });
    expect((await send(ctx, door, editor.id)).headers.get("location")).toMatch(/did=ask$/);
  });

  test("an unknown page of a service is not there", async ({ ctx }) => {
    const { slug, editor } = await aService(ctx);
    const door = { module: section, params: { slug, section: "constructor" }, form: {} };
    expect((await ask(ctx, door, editor.id)).status).toBe(404);
    expect((await send(ctx, door, editor.id)).status).toBe(404);
  });
});
