import { and, eq, gt, isNull, ne, or, sql } from "drizzle-orm";
import { roleEnded } from "#app/domain/accounts/letters.ts";
import { mayRunPeopleOf, mayRunRoles, needsSecondStep } from "#app/domain/accounts/policy.ts";
import { endSessionsOf } from "#app/domain/accounts/sessions/end-sessions.server.ts";
import type { Ctx, HeldRole } from "#app/domain/context.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/ids.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { record } from "#app/domain/record.server.ts";
import { people, roleGrants } from "#db/schema/accounts.ts";
import type { Role } from "#db/vocabulary.ts";
import { byWhom, roleInWords } from "./role-words.server.ts";

interface HeldGrant {
  id: string;
  personId: string;
  role: Role;
  scopeId: string | null;
}

/**
 * Ends a role from now on, and tells its person. Throws NotFound for whoever may not, and for a role that is not
 * held; Conflict where the last owner of an organisation would end themselves, or the last administrator would go.
 */
export function endRole(ctx: Ctx, grantId: string): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const seen = await findGrant(inside, grantId);
    if (!seen || !mayEnd(ctx, seen)) throw new NotFound("that role");
    await takeTurns(inside, [seen]);
    const grant = await findGrant(inside, grantId);
    if (!grant) throw new NotFound("that role");
    await refuseToLeaveNobody(inside, grant);
    const endedById = ctx.actor.kind === "person" ? ctx.actor.id : null;
    await db.update(roleGrants).set({ endedAt: ctx.now, endedById }).where(eq(roleGrants.id, grant.id));
    const isSelf = endedById === grant.personId;
    if (needsSecondStep(grant.role) && !isSelf) await endSessionsOf(inside, grant.personId);
    const [person] = await db
      .select({ email: people.email })
      .from(people)
      .where(eq(people.id, grant.personId));
    const words = { role: await roleInWords(inside, grant.role, grant.scopeId), by: byWhom(ctx) };
    if (person && !isSelf)
      await post(inside, { email: person.email, personId: grant.personId }, roleEnded(words));
    const { id: nounId, ...before } = grant;
    await record(inside, { deed: "end role", noun: "role", nounId, before });
  });
}

function mayEnd({ actor }: Ctx, { role, scopeId }: HeldGrant): boolean {
  if (mayRunRoles(actor)) return true;
  const isOfOrganisation = role === "organisation-owner" || role === "organisation-editor";
  return isOfOrganisation && scopeId !== null && mayRunPeopleOf(actor, scopeId);
}

async function findGrant({ db, now }: Ctx, id: string): Promise<HeldGrant | null> {
  if (!isId(id)) return null;
  const isHeld = or(isNull(roleGrants.endedAt), gt(roleGrants.endedAt, now));
  const [grant] = await db
    .select({
      id: roleGrants.id,
      personId: roleGrants.personId,
      role: roleGrants.role,
      scopeId: roleGrants.scopeId,
    })
    .from(roleGrants)
    .where(and(eq(roleGrants.id, id), isHeld));
  return grant ?? null;
}

async function refuseToLeaveNobody(ctx: Ctx, grant: HeldGrant): Promise<void> {
  const isLastOwner = grant.role === "organisation-owner" && !mayRunRoles(ctx.actor);
  if (!isLastOwner && grant.role !== "administrator") return;
  if ((await countOthers(ctx, grant)) > 0) return;
  throw new Conflict(
    grant.role === "administrator"
      ? "This is the last administrator. Make somebody else administrator first."
      : "This is the last owner. Invite another owner first; then this one can go.",
  );
}

/** Whoever ends roles of one kind and place does so in turn: of two who would go at once, the second is the last. */
export async function takeTurns({ db }: Ctx, held: readonly HeldRole[]): Promise<void> {
  const keys = [...new Set(held.map(({ role, scopeId }) => `end role ${role} ${scopeId ?? ""}`))];
  for (const key of keys.toSorted()) await db.execute(sql`select pg_advisory_xact_lock(hashtext(${key}))`);
}

/** How many others hold the same role in the same place. */
export async function countOthers(
  { db, now }: Ctx,
  { personId, role, scopeId }: Omit<HeldGrant, "id">,
): Promise<number> {
  const [count] = await db
    .select({ others: sql<number>`count(*)::int` })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.role, role),
        scopeId === null ? isNull(roleGrants.scopeId) : eq(roleGrants.scopeId, scopeId),
        ne(roleGrants.personId, personId),
        or(isNull(roleGrants.endedAt), gt(roleGrants.endedAt, now)),
      ),
    );
  return count?.others ?? 0;
}
