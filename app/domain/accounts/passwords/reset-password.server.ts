import { and, eq, inArray, isNull } from "drizzle-orm";
import type { InferOutput } from "valibot";
import type { NewPassword } from "#app/domain/accounts/inputs.ts";
import { passwordChanged, passwordChosen, passwordReset } from "#app/domain/accounts/letters.ts";
import { findByAddress } from "#app/domain/accounts/people/find-by-address.server.ts";
import { endSessionsOf } from "#app/domain/accounts/sessions/end-sessions.server.ts";
import { type Admission, admit } from "#app/domain/accounts/sign-in/admission.server.ts";
import { issueToken, useToken } from "#app/domain/accounts/tokens.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid } from "#app/domain/errors.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { queueJob } from "#app/domain/queue.server.ts";
import { record } from "#app/domain/record.server.ts";
import { people, tokens } from "#db/schema/accounts.ts";
import { hashPassword } from "./password.server.ts";
import { problemWith } from "./password-rules.ts";

const MINUTES = 60;

/** Asks for a link to a new password. As with links to sign in, a job looks up whether anybody has the address. */
export async function askForReset(ctx: Ctx, { email }: { email: string }): Promise<void> {
  await queueJob(ctx, "mail-password-reset", { email });
}

/** The job: mails the link where somebody has the address. */
export async function mailPasswordReset(ctx: Ctx, { email }: { email: string }): Promise<void> {
  await ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const person = await findByAddress(inside, email);
    if (!person) return;
    const token = await issueToken(inside, {
      purpose: "reset-password",
      personId: person.id,
      minutes: MINUTES,
    });
    await post(inside, { email: person.email, personId: person.id }, passwordReset(token));
  });
}

/**
 * Sets a new password by a mailed link: every session ends, other links stop working, and a notice is mailed.
 * A second step is still to come after it. Throws Invalid for a used or old link, or a password that is too weak.
 */
export function resetPassword(
  ctx: Ctx,
  token: string,
  { password }: InferOutput<typeof NewPassword>,
): Promise<Admission> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { personId } = await useToken(inside, "reset-password", token);
    const [person] = await db
      .select({
        ...{ name: people.name, email: people.email },
        ...{ hash: people.passwordHash, verifiedAt: people.emailVerifiedAt },
      })
      .from(people)
      .where(eq(people.id, personId ?? ""));
    if (!personId || !person) throw new Invalid("This link is not for a password.");
    refuseIfWeak(password, person);
    const passwordHash = await hashPassword(password);
    await db
      .update(people)
      .set({ passwordHash, emailVerifiedAt: person.verifiedAt ?? ctx.now, updatedAt: ctx.now })
      .where(eq(people.id, personId));
    await forgetLinksIn(inside, personId);
    await endSessionsOf(inside, personId);
    const admission = await admit(inside, personId);
    const notice = person.hash ? passwordChanged() : passwordChosen();
    await post(inside, { email: person.email, personId }, notice);
    await record(inside, { deed: "reset password", noun: "person", nounId: personId });
    return admission;
  });
}

/** Throws Invalid, naming the field `password`. */
export function refuseIfWeak(password: string, person: { name: string; email: string }): void {
  const problem = problemWith(password, person);
  if (problem) throw new Invalid(problem, { password: problem });
}

/** Links that open an account by themselves stop working once its password is new. */
export async function forgetLinksIn({ db }: Ctx, personId: string): Promise<void> {
  await db
    .delete(tokens)
    .where(
      and(
        eq(tokens.personId, personId),
        inArray(tokens.purpose, ["sign-in", "reset-password", "second-factor", "invitation"]),
        isNull(tokens.usedAt),
      ),
    );
}
