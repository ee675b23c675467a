import { expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { loader as root } from "#app/root.tsx";
import { loader } from "#app/routes/accounts/account.tsx";
import { roleGrants } from "#db/schema/accounts.ts";
import type { Role } from "#db/vocabulary.ts";
import { makeAccount } from "#test/factories/accounts.ts";
import { makeGroup, makeMeeting, makePerson } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";
import { knock } from "#test/setup/door.ts";

async function groupsOf(ctx: Ctx, ...held: [Role, string | null][]) {
  const { id: personId } = await makePerson(ctx);
  const grants = held.map(([role, scopeId]) => ({ personId, role, scopeId, grantedAt: ctx.now }));
  await ctx.db.insert(roleGrants).values(grants);
  return (await loader(await knock(ctx, "/account", { as: personId }))).groups;
}

test("a lead and a secretary have the next meeting of each group that is to be held", async ({ ctx }) => {
  const network = await makeGroup(ctx, { slug: "network" });
  const board = await makeGroup(ctx, { slug: "board" });
  await makeMeeting(ctx, [network.id], { heldOn: "2026-04-01" });
  await makeMeeting(ctx, [network.id], { heldOn: "2026-05-01", status: "cancelled" });
  const next = await makeMeeting(ctx, [network.id], { heldOn: "2026-06-01" });
  await makeMeeting(ctx, [network.id], { heldOn: "2026-07-01" });
  const groups = await groupsOf(
    ctx,
    ["group-lead", network.id],
    ["secretariat", network.id],
    ["secretariat", board.id],
  );
  expect(groups.toSorted((a, b) => b.slug.localeCompare(a.slug))).toMatchObject([
    { slug: "network", leads: true, serves: true, next: { id: next.id } },
    { slug: "board", leads: false, serves: true, next: null },
  ]);
});

test("who leads and serves no group has no meetings of theirs", async ({ ctx }) => {
  const { id } = await makeGroup(ctx);
  await makeMeeting(ctx, [id]);
  expect(await groupsOf(ctx, ["icb-staff", null])).toEqual([]);
});

test("roles that wait for the second step are named, and do nothing until it is on", async ({ ctx }) => {
  const { id } = await makeGroup(ctx, { slug: "network" });
  await makeMeeting(ctx, [id]);
  const person = await makeAccount(ctx, { roles: [["group-lead", id]] });
  const shown = await loader(await knock(ctx, "/account", { as: person.id }));
  expect(shown).toMatchObject({
    groups: [],
    held: [],
    heldBack: [{ role: "group-lead", scope: { slug: "network" } }],
  });
  expect(
    (await root(await knock(ctx, "/account", { as: person.id })).then((reply) => reply.json())).person,
  ).toEqual({
    name: person.name,
    needsSecondStep: true,
  });
});

test("who keeps organisations finds them, and their people if they own them", async ({ ctx }) => {
  const [owned, edited] = [
    await makeOrganisation(ctx, { name: "Anglia Rowers" }),
    await makeOrganisation(ctx),
  ];
  const person = await makeAccount(ctx, {
    roles: [
      ["organisation-owner", owned.id],
      ["organisation-editor", edited.id],
    ],
  });
  const shown = await loader(await knock(ctx, "/account", { as: person.id }));
  expect(shown).toMatchObject({
    organisations: [
      { name: "Anglia Rowers", isOwner: true },
      { name: "The Long Table", isOwner: false },
    ],
    hasCases: true,
    hasConfirmations: true,
    isTeam: false,
  });
});
