import { and, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { Person } from "#app/domain/context.ts";
import type { Database } from "#db/client.server.ts";
import { people, roleGrants } from "#db/schema/accounts.ts";

/** A person with the roles they hold at `now`; null for an unknown id. */
export async function findPersonActor(db: Database, personId: string, now: Date): Promise<Person | null> {
  const current = and(
    eq(roleGrants.personId, people.id),
    lte(roleGrants.grantedAt, now),
    or(isNull(roleGrants.endedAt), gt(roleGrants.endedAt, now)),
  );
  const rows = await db
    .select({ name: people.name, email: people.email, role: roleGrants.role, scopeId: roleGrants.scopeId })
    .from(people)
    .leftJoin(roleGrants, current)
    .where(eq(people.id, personId));
  const [first] = rows;
  if (!first) return null;
  const roles = rows.flatMap(({ role, scopeId }) => (role ? [{ role, scopeId }] : []));
  return { kind: "person", id: personId, name: first.name, email: first.email, roles };
}
