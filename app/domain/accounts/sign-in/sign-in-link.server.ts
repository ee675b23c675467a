import { and, eq, isNull } from "drizzle-orm";
import type { InferOutput } from "valibot";
import type { AskForLink } from "#app/domain/accounts/inputs.ts";
import { signInLink } from "#app/domain/accounts/letters.ts";
import { findByAddress } from "#app/domain/accounts/people/find-by-address.server.ts";
import { noteAddressWorks } from "#app/domain/accounts/people/note-address-works.server.ts";
import { issueToken, useToken } from "#app/domain/accounts/tokens.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid } from "#app/domain/errors.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { queueJob } from "#app/domain/queue.server.ts";
import { tokens } from "#db/schema/accounts.ts";
import { type Admission, admit } from "./admission.server.ts";

const MINUTES = 15;

/**
 * Asks for a link. Whether anybody has the address is looked up later, by a job: the asker waits as long for
 * a known address as for an unknown one.
 */
export async function askForSignInLink(
  ctx: Ctx,
  { email, next }: InferOutput<typeof AskForLink>,
): Promise<void> {
  await queueJob(ctx, "mail-sign-in-link", { email, next });
}

/** The job: mails the link where somebody has the address. `next` is a path of ours, or nothing. */
export async function mailSignInLink(ctx: Ctx, input: { email: string; next: string | null }): Promise<void> {
  await ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const person = await findByAddress(inside, input.email);
    if (!person) return;
    const token = await issueToken(inside, { purpose: "sign-in", personId: person.id, minutes: MINUTES });
    await post(inside, { email: person.email, personId: person.id }, signInLink(token, input.next));
  });
}

/** Uses a link up; other links to sign in that the person asked for stop working. Throws Invalid for a used or old one. */
export function signInByLink(ctx: Ctx, token: string): Promise<Admission> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { personId } = await useToken(inside, "sign-in", token);
    if (!personId) throw new Invalid("This link is not for signing in.");
    await db
      .delete(tokens)
      .where(and(eq(tokens.personId, personId), eq(tokens.purpose, "sign-in"), isNull(tokens.usedAt)));
    const admission = await admit(inside, personId);
    await noteAddressWorks(inside, personId);
    return admission;
  });
}
