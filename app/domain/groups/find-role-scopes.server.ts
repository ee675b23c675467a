import { inArray, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Ctx, HeldRole } from "#app/domain/context.ts";
import { groups } from "#db/schema/groups.ts";
import { organisations } from "#db/schema/organisations.ts";
import type { Role } from "#db/vocabulary.ts";

export interface ScopedRole {
  role: Role;
  /** The organisation or group it is limited to; null where it holds everywhere, or the record is gone. */
  scope: { noun: "organisation" | "group"; slug: string; name: string } | null;
}

/** A person's roles with the names of what each is limited to. */
export async function findRoleScopes(ctx: Ctx, roles: readonly HeldRole[]): Promise<ScopedRole[]> {
  const ids = roles.flatMap(({ scopeId }) => scopeId ?? []);
  const scopes = ids.length > 0 ? await findNames(ctx, ids) : [];
  const byId = new Map(scopes.map(({ id, ...scope }) => [id, scope]));
  return roles.map(({ role, scopeId }) => ({ role, scope: (scopeId && byId.get(scopeId)) || null }));
}

function findNames(ctx: Ctx, ids: string[]) {
  return unionAll(
    ctx.db
      .select({
        id: organisations.id,
        noun: sql<"organisation" | "group">`'organisation'`.as("noun"),
        slug: organisations.slug,
        name: organisations.name,
      })
      .from(organisations)
      .where(inArray(organisations.id, ids)),
    ctx.db
      .select({
        id: groups.id,
        noun: sql<"organisation" | "group">`'group'`.as("noun"),
        slug: groups.slug,
        name: groups.name,
      })
      .from(groups)
      .where(inArray(groups.id, ids)),
  );
}
