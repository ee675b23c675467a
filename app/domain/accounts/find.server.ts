import { and, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { HeldRole, Person } from "#app/domain/context.ts";
import type { Database } from "#db/client.server.ts";
import { people, roleGrants } from "#db/schema/accounts.ts";
import { needsSecondStep } from "./policy.ts";

/**
 * A person with the roles they may use at `now`; null for an unknown id or an erased person. Roles that need a
 * second step are held back until it is set up, save for demonstration accounts, which protect nothing.
 */
export async function findPersonActor(db: Database, personId: string, now: Date): Promise<Person | null> {
  const current = and(
    eq(roleGrants.personId, people.id),
    lte(roleGrants.grantedAt, now),
    or(isNull(roleGrants.endedAt), gt(roleGrants.endedAt, now)),
  );
  const rows = await db
    .select({
      name: people.name,
      email: people.email,
      isProven: people.totpSince,
      isDemo: people.isDemo,
      role: roleGrants.role,
      scopeId: roleGrants.scopeId,
    })
    .from(people)
    .leftJoin(roleGrants, current)
    .where(and(eq(people.id, personId), isNull(people.erasedAt)));
  const [first] = rows;
  if (!first) return null;
  const held: HeldRole[] = rows.flatMap(({ role, scopeId }) => (role ? [{ role, scopeId }] : []));
  const isHeldBack = ({ role }: HeldRole) => needsSecondStep(role) && !first.isProven && !first.isDemo;
  const heldBack = held.filter(isHeldBack);
  return {
    kind: "person",
    id: personId,
    name: first.name,
    email: first.email,
    roles: held.filter((role) => !isHeldBack(role)),
    ...(heldBack.length > 0 && { heldBack }),
  };
}
