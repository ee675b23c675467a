import { and, eq, isNull } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { record } from "#app/domain/record.server.ts";
import { roleGrants } from "#db/schema/accounts.ts";
import type { Role } from "#db/vocabulary.ts";

export interface Grant {
  personId: string;
  role: Role;
  /** The organisation or group that a scoped role is limited to. */
  scopeId: string | null;
}

/**
 * Gives a person a role from now on, with its record; nothing happens where they hold it already.
 * It asks for no permission: call it inside the transaction of a verb that did.
 */
export async function grantRoleTo(ctx: Ctx, { personId, role, scopeId }: Grant): Promise<{ isNew: boolean }> {
  const current = and(
    eq(roleGrants.personId, personId),
    eq(roleGrants.role, role),
    scopeId === null ? isNull(roleGrants.scopeId) : eq(roleGrants.scopeId, scopeId),
    isNull(roleGrants.endedAt),
  );
  const [held] = await ctx.db.select({ id: roleGrants.id }).from(roleGrants).where(current);
  if (held) return { isNew: false };
  const grantedById = ctx.actor.kind === "person" ? ctx.actor.id : null;
  const [made] = await ctx.db
    .insert(roleGrants)
    .values({ personId, role, scopeId, grantedAt: ctx.now, grantedById })
    .onConflictDoNothing()
    .returning({ id: roleGrants.id });
  if (!made) return { isNew: false };
  await record(ctx, {
    deed: "grant role",
    noun: "role",
    nounId: made.id,
    after: { personId, role, scopeId },
  });
  return { isNew: true };
}
