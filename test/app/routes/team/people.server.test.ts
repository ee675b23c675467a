import { expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import * as organisationPeople from "#app/routes/organisations/people/index.tsx";
import * as invite from "#app/routes/organisations/people/new.tsx";
import * as team from "#app/routes/team/index.tsx";
import * as grant from "#app/routes/team/people/grant.tsx";
import * as people from "#app/routes/team/people/index.tsx";
import * as add from "#app/routes/team/people/new.tsx";
import * as person from "#app/routes/team/people/show.tsx";
import { makeAccount } from "#test/factories/accounts.ts";
import { mailsTo } from "#test/factories/accounts-traces.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

const administrator = (ctx: Ctx) =>
  makeAccount(ctx, { roles: [["administrator", null]], totpSince: ctx.now });

/** What a page answers: 200 for its data, else the status of what it threw. */
const statusOf = (answer: Promise<unknown>): Promise<number> =>
  answer.then(
    () => 200,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : Promise.reject(thrown)),
  );

test("the team's pages are there for administrators, and for nobody else", async ({ ctx }) => {
  const someone = await makeAccount(ctx);
  const heldBack = await makeAccount(ctx, { roles: [["administrator", null]] });
  const admin = await administrator(ctx);
  const statuses = async (as: string) => {
    const params = { id: someone.id };
    const all = [];
    for (const { loader } of [team, people, add, person, grant])
      all.push(await statusOf(loader(await knock(ctx, "/team", { params, as }))));
    return all;
  };
  expect(await statuses(someone.id)).toEqual([404, 404, 404, 404, 404]);
  expect(await statuses(heldBack.id)).toEqual([404, 404, 404, 404, 404]);
  expect(await statuses(admin.id)).toEqual([200, 200, 200, 200, 200]);
});

test("an administrator adds somebody and grants a role, which invites them", async ({ ctx }) => {
  const { id: as } = await administrator(ctx);
  const form = { name: "Tom Ridley", email: "tom@example.org" };
  const added = await answerOf(add.action(await knock(ctx, "/team/people/new", { form, as })));
  const [, , , id = ""] = (added.headers.get("Location") ?? "").split("/");
  const post = async (fields: Record<string, string>) =>
    answerOf(grant.action(await knock(ctx, "/", { params: { id }, form: fields, as })));
  const incomplete = await post({ role: "group-lead", group: "", organisation: "" });
  expect([incomplete.status, Object.keys((await incomplete.json()).errors)]).toEqual([422, ["group"]]);
  expect((await post({ role: "icb-staff" })).headers.get("Location")).toBe(`/team/people/${id}?did=grant`);
  expect(await mailsTo(ctx, form.email)).toMatchObject([{ kind: "invitation" }]);
});

test("an organisation's people are for its owners; an editor and an outsider find nothing", async ({
  ctx,
}) => {
  const { id, slug } = await makeOrganisation(ctx);
  const owner = await makeAccount(ctx, { roles: [["organisation-owner", id]] });
  const editor = await makeAccount(ctx, { roles: [["organisation-editor", id]] });
  const form = { name: "Tom Ridley", email: "tom@example.org", role: "organisation-editor" };
  const look = async (as: string) =>
    statusOf(organisationPeople.loader(await knock(ctx, "/", { params: { slug }, as })));
  const post = async (as: string) =>
    (await answerOf(invite.action(await knock(ctx, "/", { params: { slug }, form, as })))).status;
  expect([await look(owner.id), await look(editor.id)]).toEqual([200, 404]);
  expect([await post(editor.id), await post(owner.id)]).toEqual([404, 302]);
});
