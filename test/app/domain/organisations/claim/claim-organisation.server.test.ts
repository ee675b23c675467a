import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { findByAddress } from "#app/domain/accounts/people/find-by-address.server.ts";
import type { CaseOf } from "#app/domain/cases/case.ts";
import { findCase } from "#app/domain/cases/find-case.server.ts";
import { findOpenCaseIds } from "#app/domain/cases/open-case.server.ts";
import type { Actor, Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { claimOrganisation } from "#app/domain/organisations/claim/claim-organisation.server.ts";
import { approveClaim, declineClaim } from "#app/domain/organisations/claim/decide-claim.server.ts";
import { approveCase } from "#app/domain/upkeep/deciding/decide-case.server.ts";
import { roleGrants } from "#db/schema/accounts.ts";
import { makeAccount } from "#test/factories/accounts.ts";
import { makeLead, makeNetwork, worksIn } from "#test/factories/cases.ts";
import { deedsOf, lettersTo, makeOrganisation, makeOwner } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";

const claim = {
  name: "Amina Okafor",
  email: "amina@example.net",
  role: "Chair",
  howToCheck: "Ring the hall.",
};
const team = (ctx: Ctx): Ctx => ({ ...ctx, actor: { kind: "job", name: "team" } });

async function claimed(ctx: Ctx, organisationId: string) {
  const ids = await findOpenCaseIds(ctx, organisationId, "claim");
  return { ids, at: (await findCase(team(ctx), ids[0] ?? "")) as CaseOf<"claim"> };
}

test("a claim goes to those who decide; whoever claims and whoever keeps it are told, once", async ({
  ctx,
}) => {
  const { id, slug } = await makeOrganisation(ctx);
  const owner = await makeOwner(ctx, id);
  await claimOrganisation(ctx, slug, claim);
  await claimOrganisation(ctx, slug, claim);
  const { ids, at } = await claimed(ctx, id);
  expect(ids).toHaveLength(1);
  expect(at).toMatchObject({ kind: "claim", level: "team", fromEmail: claim.email });
  expect(await lettersTo(ctx, claim.email)).toEqual(["claim received"]);
  expect(await lettersTo(ctx, owner.email)).toEqual(["claim told"]);
  expect(await deedsOf(ctx, id)).toContain("claim organisation");
});

test("approved, they become an owner beside those who are", async ({ ctx }) => {
  const { id, slug } = await makeOrganisation(ctx);
  await makeOwner(ctx, id);
  await claimOrganisation(ctx, slug, claim);
  const { at } = await claimed(ctx, id);
  await approveClaim(team(ctx), at);
  const owners = await ctx.db.select().from(roleGrants);
  expect(owners.filter(({ scopeId, role }) => scopeId === id && role === "organisation-owner")).toHaveLength(
    2,
  );
  expect(await lettersTo(ctx, claim.email)).toContain("claim approved");
  expect(await deedsOf(ctx, id)).toContain("approve claim");
});

test("approved, it is the address that was vouched for that is let in, not whoever typed it", async ({
  ctx,
}) => {
  const { id, slug } = await makeOrganisation(ctx);
  const stranger = await makeAccount(ctx);
  await claimOrganisation({ ...ctx, actor: stranger }, slug, claim);
  await claimOrganisation(ctx, slug, claim);
  await approveClaim(team(ctx), (await claimed(ctx, id)).at);
  const held = await ctx.db.select().from(roleGrants).where(eq(roleGrants.scopeId, id));
  const own = await findByAddress(ctx, claim.email);
  expect(held.map(({ personId }) => personId)).toEqual([own?.id]);
  expect(await lettersTo(ctx, stranger.email)).toEqual([]);
});

test("of a lead who is signed out, it goes past them", async ({ ctx }) => {
  const { place, group, lead } = await makeNetwork(ctx);
  const { id, slug } = await makeOrganisation(ctx);
  await worksIn(ctx, id, place.id);
  const email = lead?.email.toUpperCase() ?? "";
  await claimOrganisation(ctx, slug, { ...claim, email });
  const { at } = await claimed(ctx, id);
  expect(at).toMatchObject({ level: "team", groupId: null });
  await makeLead(ctx, group.id, "Second Lead");
  const other = await makeOrganisation(ctx, { name: "Supper club" });
  await worksIn(ctx, other.id, place.id);
  await claimOrganisation(ctx, other.slug, { ...claim, email });
  const again = (await claimed(ctx, other.id)).at;
  expect(again.level).toBe("lead");
  await expect(approveCase({ ...ctx, actor: lead as Actor }, again.id)).rejects.toThrow(NotFound);
  expect(await lettersTo(ctx, lead?.email ?? "")).toEqual([]);
});

test("declined, they are told why, and nothing changes", async ({ ctx }) => {
  const { id, slug } = await makeOrganisation(ctx);
  await claimOrganisation(ctx, slug, claim);
  await declineClaim(team(ctx), (await claimed(ctx, id)).at, "The hall does not know you.");
  expect(await lettersTo(ctx, claim.email)).toContain("claim declined");
  expect(await ctx.db.select().from(roleGrants)).toEqual([]);
});

test.for(["draft", "waiting", "archived"] as const)(
  "one that is %s cannot be claimed",
  async (state, { ctx }) => {
    const archivedAt = state === "archived" ? ctx.now : null;
    const { slug } = await makeOrganisation(ctx, { state, archivedAt });
    await expect(claimOrganisation(ctx, slug, claim)).rejects.toThrow(NotFound);
  },
);
