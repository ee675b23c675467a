import { eq } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { groups } from "#db/schema/groups.ts";
import { organisations } from "#db/schema/organisations.ts";
import { type Role, roles } from "#db/vocabulary.ts";

/** A role as a letter says it: "organisation editor of The Long Table", "administrator". */
export async function roleInWords(ctx: Ctx, role: Role, scopeId: string | null): Promise<string> {
  const word = role === "icb-staff" ? roles[role] : roles[role].toLowerCase();
  const scope = scopeId && (await findScopeName(ctx, scopeId));
  return scope ? `${word} of ${scope}` : word;
}

async function findScopeName({ db }: Ctx, id: string): Promise<string | null> {
  const [organisation] = await db
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, id));
  if (organisation) return organisation.name;
  const [group] = await db.select({ name: groups.name }).from(groups).where(eq(groups.id, id));
  return group?.name ?? null;
}

/** Who stands behind a letter: a person by name, else the team. */
export function byWhom({ actor }: Ctx): string {
  return actor.kind === "person" ? actor.name : "The Assembly team";
}
