import { afterAll, expect, test } from "vitest";
import { eraseAccount } from "#app/domain/accounts/personal-data/erase-account.server.ts";
import { endRole } from "#app/domain/accounts/roles/end-role.server.ts";
import { findPeopleOf } from "#app/domain/accounts/roles/find-people.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import { as, makeAccount } from "#test/factories/accounts.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { connection, NOW } from "#test/setup/context.ts";

afterAll(async () => {
  await connection().sql`truncate organisations, people, mails cascade`;
});

async function twoOwners(ctx: Ctx) {
  const { id, slug } = await makeOrganisation(ctx);
  const owner = () => makeAccount(ctx, { roles: [["organisation-owner", id]] });
  const [first, second] = [as(ctx, await owner()), as(ctx, await owner())];
  const { keepers } = await findPeopleOf(first, slug);
  const grantOf = ({ actor }: typeof first) => keepers.find((one) => one.id === actor.id)?.grantId ?? "";
  const left = async () =>
    (await findPeopleOf({ ...ctx, actor: { ...first.actor, ...owns(id) } }, slug)).keepers;
  return { first, second, grantOf, left };
}

const owns = (scopeId: string) => ({ roles: [{ role: "organisation-owner" as const, scopeId }] });

const refusals = (ends: PromiseSettledResult<unknown>[]) =>
  ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));

test("of the last two owners who end each other at the same moment one stays", async () => {
  const { first, second, grantOf, left } = await twoOwners({
    actor: { kind: "visitor" },
    db: connection().db,
    now: NOW,
  });
  const ends = await Promise.allSettled([endRole(first, grantOf(second)), endRole(second, grantOf(first))]);
  expect(refusals(ends)).toMatchObject([expect.any(Conflict)]);
  expect(await left()).toHaveLength(1);
});

test("of the last two owners who erase their accounts at the same moment one stays", async () => {
  const { first, second, left } = await twoOwners({
    actor: { kind: "visitor" },
    db: connection().db,
    now: NOW,
  });
  const ends = await Promise.allSettled([eraseAccount(first), eraseAccount(second)]);
  expect(refusals(ends)).toMatchObject([expect.any(Conflict)]);
  expect(await left()).toHaveLength(1);
});
