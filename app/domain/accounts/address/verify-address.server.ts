import { and, eq } from "drizzle-orm";
import { verifyAddress } from "#app/domain/accounts/letters.ts";
import { noteAddressWorks } from "#app/domain/accounts/people/note-address-works.server.ts";
import { issueToken, useToken } from "#app/domain/accounts/tokens.server.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { Conflict, Invalid } from "#app/domain/errors.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { record } from "#app/domain/record.server.ts";
import { people, tokens } from "#db/schema/accounts.ts";

const MINUTES = 24 * 60;

export async function isVerified({ db, actor }: Ctx & { actor: Person }): Promise<boolean> {
  const [row] = await db.select({ at: people.emailVerifiedAt }).from(people).where(eq(people.id, actor.id));
  return Boolean(row?.at);
}

/** Mails a link that shows one's address to be one's own; links before it stop working. Throws Conflict once it is shown. */
export function askToVerify(ctx: Ctx & { actor: Person }): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { id: personId, email } = ctx.actor;
    if (await isVerified({ ...inside, actor: ctx.actor }))
      throw new Conflict("Your address is confirmed already.");
    await db.delete(tokens).where(and(eq(tokens.personId, personId), eq(tokens.purpose, "verify-email")));
    const token = await issueToken(inside, { purpose: "verify-email", personId, email, minutes: MINUTES });
    await post(inside, { email, personId }, verifyAddress(token));
    await record(inside, { deed: "ask to verify address", noun: "person", nounId: personId });
  });
}

/** Throws Invalid for a used or old link, or one to an address that the person has left since. */
export function verifyByLink(ctx: Ctx, token: string): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { personId, email } = await useToken(inside, "verify-email", token);
    const [person] = await db
      .select({ email: people.email })
      .from(people)
      .where(eq(people.id, personId ?? ""));
    if (!personId || person?.email !== email) throw new Invalid("This link is for another address.");
    await noteAddressWorks(inside, personId);
  });
}
