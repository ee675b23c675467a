import { inArray } from "drizzle-orm";
import type { Ctx, Person } from "#app/domain/context.ts";
import { organisations } from "#db/schema/organisations.ts";

/** Organisations whose record one keeps, by name. */
export async function findMyOrganisations({ db, actor }: Ctx & { actor: Person }) {
  const kept = actor.roles.filter(
    ({ role }) => role === "organisation-owner" || role === "organisation-editor",
  );
  const ids = kept.flatMap(({ scopeId }) => scopeId ?? []);
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      id: organisations.id,
      slug: organisations.slug,
      name: organisations.name,
      state: organisations.state,
    })
    .from(organisations)
    .where(inArray(organisations.id, ids))
    .orderBy(organisations.name);
  const isOwner = (id: string) =>
    kept.some(({ role, scopeId }) => role === "organisation-owner" && scopeId === id);
  return rows.map(({ id, ...row }) => ({ ...row, isOwner: isOwner(id) }));
}
