import { expect } from "vitest";
import { loader } from "#app/routes/organisations/people/end.tsx";
import { roleGrants } from "#db/schema/accounts.ts";
import { makeAccount } from "#test/factories/accounts.ts";
import { makeOrganisation, makeOwner } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";
import { knock } from "#test/setup/door.ts";

test("the last owner is told to invite another before any button; the team is not", async ({ ctx }) => {
  const { id, slug } = await makeOrganisation(ctx);
  const owner = await makeOwner(ctx, id);
  const [grant] = await ctx.db.select().from(roleGrants);
  const params = { slug, grant: grant?.id ?? "" };
  const look = async (as: string) => loader(await knock(ctx, "/x", { params, as }));
  expect(await look(owner.id)).toMatchObject({ waits: true });
  const admin = await makeAccount(ctx, { roles: [["administrator", null]], isDemo: true });
  expect(await look(admin.id)).toMatchObject({ waits: false });
  await makeOwner(ctx, id, "Amina Okafor");
  expect(await look(owner.id)).toMatchObject({ waits: false });
});
