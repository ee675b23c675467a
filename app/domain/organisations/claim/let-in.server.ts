import { eq } from "drizzle-orm";
import { ensurePerson } from "#app/domain/accounts/people/ensure-person.server.ts";
import { grantRoleTo } from "#app/domain/accounts/roles/grant-role-to.server.ts";
import { issueToken } from "#app/domain/accounts/tokens.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { people } from "#db/schema/accounts.ts";

/** The link of a letter that lets somebody in: long enough for people who read mail on Fridays. */
const MINUTES = 3 * 24 * 60;

/**
 * Makes somebody an owner and answers with a link's secret that signs them in. Whoever was signed in when they
 * asked keeps that account; the letter goes to its address, so that the link reaches nobody else.
 */
export async function letInAsOwner(
  ctx: Ctx,
  organisationId: string,
  asked: { name: string; email: string; personId: string | null },
): Promise<{ personId: string; email: string; token: string }> {
  const own = asked.personId ? await findAddress(ctx, asked.personId) : undefined;
  const personId = own && asked.personId ? asked.personId : (await ensurePerson(ctx, asked)).id;
  const email = own ?? asked.email;
  await grantRoleTo(ctx, { personId, role: "organisation-owner", scopeId: organisationId });
  const token = await issueToken(ctx, { purpose: "sign-in", personId, email, minutes: MINUTES });
  return { personId, email, token };
}

async function findAddress({ db }: Ctx, personId: string): Promise<string | undefined> {
  const [person] = await db.select({ email: people.email }).from(people).where(eq(people.id, personId));
  return person?.email;
}
