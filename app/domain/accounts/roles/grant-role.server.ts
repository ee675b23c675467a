import { and, eq, isNull } from "drizzle-orm";
import type { InferOutput } from "valibot";
import type { AddPerson, GrantRole, InvitePerson } from "#app/domain/accounts/inputs.ts";
import { ensurePerson } from "#app/domain/accounts/people/ensure-person.server.ts";
import { mayRunPeopleOf, mayRunRoles } from "#app/domain/accounts/policy.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import { people } from "#db/schema/accounts.ts";
import { groups } from "#db/schema/groups.ts";
import { organisations } from "#db/schema/organisations.ts";
import { letIn } from "./let-in.server.ts";

/** Adds somebody whom roles can be granted to, or finds who has the address. Throws NotFound for outsiders. */
export function addPerson(
  ctx: Ctx,
  input: InferOutput<typeof AddPerson>,
): Promise<{ id: string; isNew: boolean }> {
  return ctx.db.transaction(async (db) => {
    if (!mayRunRoles(ctx.actor)) throw new NotFound("that page");
    return ensurePerson({ ...ctx, db }, input);
  });
}

/**
 * Grants any role, from now on, and mails its person. Throws NotFound for outsiders and unknown people,
 * Invalid where the role's group or organisation is missing, Conflict where it is held already.
 */
export function grantRole(ctx: Ctx, personId: string, input: InferOutput<typeof GrantRole>): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    if (!mayRunRoles(ctx.actor)) throw new NotFound("that person");
    const [person] = await db
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.erasedAt)));
    if (!person) throw new NotFound("that person");
    const scopeId = await findScope(inside, input);
    const { isNew } = await letIn(inside, { personId, role: input.role, scopeId });
    if (!isNew) throw new Conflict("They hold that role already.");
  });
}

async function findScope({ db }: Ctx, input: InferOutput<typeof GrantRole>): Promise<string | null> {
  const { role, group, organisation } = input;
  if (role === "group-lead" || role === "secretariat") {
    const [found] = await db.select({ id: groups.id }).from(groups).where(eq(groups.slug, group));
    if (!found) throw new Invalid("Choose a group.", { group: "Choose the group that the role is for" });
    return found.id;
  }
  if (role === "organisation-owner" || role === "organisation-editor") {
    const slug = /([^/\s]+)\/*$/.exec(organisation.replace(/[?#].*$/, ""))?.[1] ?? "";
    const [found] = await db
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.slug, slug));
    const words = "Enter the address of the organisation’s page, such as /organisations/the-long-table";
    if (!found) throw new Invalid(words, { organisation: words });
    return found.id;
  }
  return null;
}

/**
 * Makes somebody owner or editor of an organisation, and mails them. Who is unknown is added by name and address.
 * Throws NotFound for whoever may not, Conflict where they hold it already.
 */
export function inviteToOrganisation(
  ctx: Ctx,
  slug: string,
  { role, ...who }: InferOutput<typeof InvitePerson>,
): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const [organisation] = await db
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .where(eq(organisations.slug, slug));
    if (!organisation || !mayRunPeopleOf(ctx.actor, organisation.id)) throw new NotFound("that organisation");
    const { id: personId } = await ensurePerson(inside, who);
    const { isNew } = await letIn(inside, { personId, role, scopeId: organisation.id });
    if (!isNew) throw new Conflict(`They hold that role at ${organisation.name} already.`);
  });
}
