import { and, eq } from "drizzle-orm";
import { mayRunPeopleOf, mayRunRoles } from "#app/domain/accounts/policy.ts";
import type { Ctx } from "#app/domain/context.ts";
import { roleGrants } from "#db/schema/accounts.ts";
import { makeAccount } from "#test/factories/accounts.ts";
import type { Deed } from "#test/setup/matrix/deed.ts";
import type { World } from "#test/setup/matrix/world.ts";

const ada = { name: "Ada Byron", email: "ada@example.org" };

/** Somebody who edits the organisation here, with the grant that says so. */
async function makeEditor(ctx: Ctx, { organisation }: World) {
  const { id } = await makeAccount(ctx, { roles: [["organisation-editor", organisation.id]] });
  const held = and(eq(roleGrants.personId, id), eq(roleGrants.role, "organisation-editor"));
  const [grant] = await ctx.db.select({ id: roleGrants.id }).from(roleGrants).where(held);
  return { id, grant: grant?.id ?? "" };
}

export const peopleDeeds: Deed[] = [
  { file: "routes/team/people/new.tsx", scene: async () => ({ form: ada }), may: mayRunRoles },
  {
    file: "routes/team/people/grant.tsx",
    scene: async (ctx) => ({ params: { id: (await makeAccount(ctx)).id }, form: { role: "icb-staff" } }),
    may: mayRunRoles,
  },
  {
    file: "routes/team/people/end-role.tsx",
    scene: async (ctx, world) => ({ params: await makeEditor(ctx, world) }),
    may: mayRunRoles,
  },
  {
    file: "routes/team/people/second-step.tsx",
    scene: async (ctx) => ({
      params: { id: (await makeAccount(ctx, { totpSecret: "set up", totpSince: ctx.now })).id },
    }),
    may: mayRunRoles,
  },
  {
    file: "routes/organisations/people/new.tsx",
    scene: async (_ctx, { organisation }) => ({
      params: { slug: organisation.slug },
      form: { ...ada, role: "organisation-editor" },
    }),
    may: (actor, { organisation }) => mayRunPeopleOf(actor, organisation.id),
  },
  {
    file: "routes/organisations/people/end.tsx",
    scene: async (ctx, world) => {
      const { grant } = await makeEditor(ctx, world);
      return { params: { slug: world.organisation.slug, grant } };
    },
    may: (actor, { organisation }) => mayRunPeopleOf(actor, organisation.id),
  },
];
