import { eq } from "drizzle-orm";
import type { OwnerNamed } from "#app/domain/calendars/doctor/inputs.ts";
import { mayKeepCalendar } from "#app/domain/calendars/policy.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotAllowed, NotFound } from "#app/domain/errors.ts";
import { groups } from "#db/schema/groups.ts";
import { organisations } from "#db/schema/organisations.ts";

/** Whose a calendar is: a group's (its happenings are meetings) or an organisation's (they are events). */
export interface Owner extends OwnerNamed {
  id: string;
  name: string;
}

/** The group or organisation that a calendar is to be connected with. Throws NotFound, NotAllowed. */
export async function findOwner(ctx: Ctx, { noun, slug }: OwnerNamed): Promise<Owner> {
  const table = noun === "group" ? groups : organisations;
  const [row] = await ctx.db
    .select({ id: table.id, name: table.name })
    .from(table)
    .where(eq(table.slug, slug));
  const isGroup = noun === "group";
  if (!row) throw new NotFound(`${isGroup ? "a group" : "an organisation"} called “${slug}”`);
  const keptBy = { groupIds: isGroup ? [row.id] : [], organisationId: isGroup ? null : row.id };
  if (!mayKeepCalendar(ctx.actor, keptBy)) throw new NotAllowed(`connect a calendar with ${row.name}`);
  return { noun, slug, ...row };
}

/** As the address of the form says it: "groups/norwich-place-network". */
export const ownerName = ({ noun, slug }: OwnerNamed): string => `${noun}s/${slug}`;
