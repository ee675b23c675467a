import { and, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import type { HeldRole, Person } from "#app/domain/context.ts";
import type { Database } from "#db/client.server.ts";
import { people, roleGrants } from "#db/schema/accounts.ts";
import type { Role } from "#db/vocabulary.ts";
import { needsSecondStep } from "./policy.ts";

/** One person with the roles they may use at `now`; null for an unknown id or an erased person. */
export async function findPersonActor(db: Database, personId: string, now: Date): Promise<Person | null> {
  return (await findPersonActors(db, [personId], now)).get(personId) ?? null;
}

/**
 * People with the roles they may use at `now`, by id; unknown and erased ones are left out. Roles that need a
 * second step are held back until it is set up, save for demonstration accounts, which protect nothing.
 */
export async function findPersonActors(
  db: Database,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, Person>> {
  const current = and(
    eq(roleGrants.personId, people.id),
    lte(roleGrants.grantedAt, now),
    or(isNull(roleGrants.endedAt), gt(roleGrants.endedAt, now)),
  );
  const rows = await db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      isProven: people.totpSince,
      isDemo: people.isDemo,
      role: roleGrants.role,
      scopeId: roleGrants.scopeId,
    })
    .from(people)
    .leftJoin(roleGrants, current)
    .where(and(inArray(people.id, [...ids]), isNull(people.erasedAt)));
  const found = new Map<string, typeof rows>();
  for (const row of rows) found.set(row.id, [...(found.get(row.id) ?? []), row]);
  return new Map([...found].map(([id, ofPerson]) => [id, actorOf(id, ofPerson)]));
}

interface Row {
  name: string;
  email: string;
  isProven: Date | null;
  isDemo: boolean;
  role: Role | null;
  scopeId: string | null;
}

function actorOf(id: string, rows: Row[]): Person {
  const { name = "", email = "", isProven = null, isDemo = false } = rows[0] ?? {};
  const held: HeldRole[] = rows.flatMap(({ role, scopeId }) => (role ? [{ role, scopeId }] : []));
  const isHeldBack = ({ role }: HeldRole) => needsSecondStep(role) && !isProven && !isDemo;
  const heldBack = held.filter(isHeldBack);
  return {
    ...{ kind: "person", id, name, email },
    roles: held.filter((role) => !isHeldBack(role)),
    ...(heldBack.length > 0 && { heldBack }),
  };
}
