import { ensurePerson } from "#app/domain/accounts/people/ensure-person.server.ts";
import { grantRoleTo } from "#app/domain/accounts/roles/grant-role-to.server.ts";
import { issueToken } from "#app/domain/accounts/tokens.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";

/** The link of a letter that lets somebody in: long enough for people who read mail on Fridays. */
const MINUTES = 3 * 24 * 60;

/**
 * Makes the person of an address an owner, and answers with a link's secret that signs them in. It is the address
 * that whoever approved had before them: never another account that was signed in when it was typed.
 * Throws Conflict where it was erased meanwhile.
 */
export async function letInAsOwner(
  ctx: Ctx,
  organisationId: string,
  asked: { name: string; email: string },
): Promise<{ personId: string; email: string; token: string }> {
  if (!asked.email) throw new Conflict("Whoever asked has left no e-mail address, so nobody can be let in.");
  const { id: personId } = await ensurePerson(ctx, asked);
  const { email } = asked;
  await grantRoleTo(ctx, { personId, role: "organisation-owner", scopeId: organisationId });
  const token = await issueToken(ctx, { purpose: "sign-in", personId, email, minutes: MINUTES });
  return { personId, email, token };
}
