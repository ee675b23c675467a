import { and, eq, isNull } from "drizzle-orm";
import { describe, expect } from "vitest";
import { findPersonActor } from "#app/domain/accounts/find.server.ts";
import { ensurePerson } from "#app/domain/accounts/people/ensure-person.server.ts";
import { acceptInvitation, findInvited } from "#app/domain/accounts/roles/accept-invitation.server.ts";
import { endRole } from "#app/domain/accounts/roles/end-role.server.ts";
import { findPeople, findPeopleOf, findPerson } from "#app/domain/accounts/roles/find-people.server.ts";
import { addPerson, grantRole, inviteToOrganisation } from "#app/domain/accounts/roles/grant-role.server.ts";
import { grantRoleTo } from "#app/domain/accounts/roles/grant-role-to.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import { beginSession } from "#app/http/session.server.ts";
import { people, roleGrants, sessions } from "#db/schema/accounts.ts";
import { as, makeAccount } from "#test/factories/accounts.ts";
import { deedsOf, mailsTo, tokenIn } from "#test/factories/accounts-traces.ts";
import { makeGroup } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";

const tom = { name: "Tom Ridley", email: "tom@example.org" };
const administrator = async (ctx: Ctx) =>
  as(ctx, await makeAccount(ctx, { roles: [["administrator", null]], totpSince: ctx.now }));

async function heldBy({ db }: Ctx, personId: string) {
  return db
    .select()
    .from(roleGrants)
    .where(and(eq(roleGrants.personId, personId), isNull(roleGrants.endedAt)));
}

async function ownedOrganisation(ctx: Ctx) {
  const organisation = await makeOrganisation(ctx);
  const owner = await makeAccount(ctx, { roles: [["organisation-owner", organisation.id]] });
  return { organisation, owner: as(ctx, owner) };
}

describe("a person", () => {
  test("is added once, whatever the case of the address", async ({ ctx }) => {
    const first = await ensurePerson(ctx, { ...tom, email: " Tom@Example.ORG " });
    const again = await ensurePerson(ctx, tom);
    expect([first.isNew, again]).toEqual([true, { id: first.id, isNew: false }]);
    const [row] = await ctx.db.select().from(people).where(eq(people.id, first.id));
    expect(row).toMatchObject({ ...tom, passwordHash: null, emailVerifiedAt: null, isDemo: false });
    expect(await deedsOf(ctx, first.id)).toEqual(["add person"]);
  });

  test("is given a role once", async ({ ctx }) => {
    const { id: personId } = await ensurePerson(ctx, tom);
    const grant = { personId, role: "icb-staff", scopeId: null } as const;
    expect(await grantRoleTo(ctx, grant)).toEqual({ isNew: true });
    expect(await grantRoleTo(ctx, grant)).toEqual({ isNew: false });
    const [held] = await heldBy(ctx, personId);
    expect(held?.grantedAt).toEqual(ctx.now);
    expect(await deedsOf(ctx, held?.id ?? "")).toEqual(["grant role"]);
  });
});

describe("granting", () => {
  test("names the group of a lead, by a mail to who is here, and begins their sessions anew", async ({
    ctx,
  }) => {
    const team = await administrator(ctx);
    const person = await makeAccount(ctx);
    const group = await makeGroup(ctx, { slug: "norwich-network", name: "Norwich Network" });
    await beginSession(ctx.db, person.id);
    await grantRole(team, person.id, { role: "group-lead", group: "norwich-network", organisation: "" });
    expect(await heldBy(ctx, person.id)).toMatchObject([{ scopeId: group.id, grantedById: team.actor.id }]);
    expect(await mailsTo(ctx, person.email)).toMatchObject([
      { kind: "role granted", subject: "You are now group lead of Norwich Network" },
    ]);
    expect(await ctx.db.select().from(sessions)).toEqual([]);
    const again = grantRole(team, person.id, {
      role: "group-lead",
      group: "norwich-network",
      organisation: "",
    });
    await expect(again).rejects.toThrow(Conflict);
  });

  test("finds an organisation by the address of its page", async ({ ctx }) => {
    const team = await administrator(ctx);
    const { id, slug } = await makeOrganisation(ctx);
    const person = await makeAccount(ctx);
    const organisation = `https://assembly.example.org/organisations/${slug}/?from=mail`;
    await grantRole(team, person.id, { role: "organisation-owner", group: "", organisation });
    expect(await heldBy(ctx, person.id)).toMatchObject([{ scopeId: id }]);
    const nowhere = grantRole(team, person.id, { role: "organisation-editor", group: "", organisation: "" });
    await expect(nowhere).rejects.toThrow(Invalid);
  });

  test("invites who has never been here: accepting signs in, and shows that the address works", async ({
    ctx,
  }) => {
    const team = await administrator(ctx);
    const { id } = await addPerson(team, tom);
    await grantRole(team, id, { role: "administrator", group: "", organisation: "" });
    const [mail] = await mailsTo(ctx, tom.email);
    expect(mail).toMatchObject({ kind: "invitation", subject: "You are invited: administrator" });
    const token = tokenIn(mail);
    expect(await findInvited(ctx, token)).toEqual(tom);
    expect(await acceptInvitation(ctx, token)).toEqual({ personId: id, codeToken: null });
    expect(await deedsOf(ctx, id)).toEqual(["add person", "verify address"]);
    await expect(acceptInvitation(ctx, token)).rejects.toThrow(Invalid);
    expect((await findPersonActor(ctx.db, id, ctx.now))?.roles).toEqual([]);
  });

  test("is for administrators; nobody else learns who is known", async ({ ctx }) => {
    const { owner, organisation } = await ownedOrganisation(ctx);
    const person = await makeAccount(ctx);
    const asking = [
      () => addPerson(owner, tom),
      () => grantRole(owner, person.id, { role: "icb-staff", group: "", organisation: "" }),
      () => findPeople(owner, { q: "", page: 1 }),
      () => findPerson(owner, person.id),
      () => inviteToOrganisation(as(ctx, person), organisation.slug, { ...tom, role: "organisation-owner" }),
      () => findPeopleOf(as(ctx, person), organisation.slug),
    ];
    for (const deed of asking) await expect(deed()).rejects.toThrow(NotFound);
  });
});

describe("an owner", () => {
  test("invites an editor, who keeps this record and no other", async ({ ctx }) => {
    const { owner, organisation } = await ownedOrganisation(ctx);
    await inviteToOrganisation(owner, organisation.slug, { ...tom, role: "organisation-editor" });
    const { keepers } = await findPeopleOf(owner, organisation.slug);
    expect(keepers.map(({ email, role, hasBeenHere }) => [email, role, hasBeenHere])).toEqual([
      [owner.actor.email, "organisation-owner", true],
      [tom.email, "organisation-editor", false],
    ]);
    for (const keeper of keepers) expect(keeper).not.toHaveProperty("hasSecondStep");
    const [mail] = await mailsTo(ctx, tom.email);
    expect(mail?.subject).toBe("You are invited: organisation editor of The Long Table");
    const again = inviteToOrganisation(owner, organisation.slug, { ...tom, role: "organisation-editor" });
    await expect(again).rejects.toThrow(Conflict);
  });

  test("ends what an editor may do, with its record and a mail", async ({ ctx }) => {
    const { owner, organisation } = await ownedOrganisation(ctx);
    const editor = await makeAccount(ctx, { roles: [["organisation-editor", organisation.id]] });
    const [grant] = await heldBy(ctx, editor.id);
    await endRole(owner, grant?.id ?? "");
    expect(await heldBy(ctx, editor.id)).toEqual([]);
    expect(await deedsOf(ctx, grant?.id ?? "")).toEqual(["end role"]);
    expect(await mailsTo(ctx, editor.email)).toMatchObject([{ kind: "role ended" }]);
    await expect(endRole(owner, grant?.id ?? "")).rejects.toThrow(NotFound);
  });

  test("who is the last one goes when there is another", async ({ ctx }) => {
    const { owner, organisation } = await ownedOrganisation(ctx);
    const [grant] = await heldBy(ctx, owner.actor.id);
    await expect(endRole(owner, grant?.id ?? "")).rejects.toThrow(Conflict);
    await makeAccount(ctx, { roles: [["organisation-owner", organisation.id]] });
    await endRole(owner, grant?.id ?? "");
    expect(await heldBy(ctx, owner.actor.id)).toEqual([]);
  });

  test("ends nothing elsewhere", async ({ ctx }) => {
    const { owner } = await ownedOrganisation(ctx);
    const other = await ownedOrganisation(ctx);
    const lead = await makeAccount(ctx, { roles: [["group-lead", (await makeGroup(ctx)).id]] });
    for (const id of [other.owner.actor.id, lead.id]) {
      const [grant] = await heldBy(ctx, id);
      await expect(endRole(owner, grant?.id ?? "")).rejects.toThrow(NotFound);
    }
    await expect(endRole(owner, "not-an-id")).rejects.toThrow(NotFound);
  });
});

test("the last administrator stays", async ({ ctx }) => {
  const team = await administrator(ctx);
  const [grant] = await heldBy(ctx, team.actor.id);
  await expect(endRole(team, grant?.id ?? "")).rejects.toThrow(Conflict);
  await administrator(ctx);
  await endRole(team, grant?.id ?? "");
  expect(await heldBy(ctx, team.actor.id)).toEqual([]);
});

test("people are found by name and address, with what they hold and held; wild cards are letters", async ({
  ctx,
}) => {
  const team = await administrator(ctx);
  const person = await makeAccount(ctx, { name: "Žydrė 100% Sūnų", roles: [["icb-staff", null]] });
  await makeAccount(ctx, { name: "Someone who left", erasedAt: ctx.now });
  const names = async (q: string) => (await findPeople(team, { q, page: 1 })).people.map(({ name }) => name);
  expect(await names("žydrė")).toEqual([person.name]);
  expect(await names("100%")).toEqual([person.name]);
  expect(await names(person.email.toUpperCase())).toEqual([person.name]);
  expect(await names("left")).toEqual([]);
  const [grant] = await heldBy(ctx, person.id);
  await endRole(team, grant?.id ?? "");
  expect(await findPerson(team, person.id)).toMatchObject({ roles: [], past: [{ role: "icb-staff" }] });
});
