import { and, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import { recoveryCodeUsed } from "#app/domain/accounts/letters.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid } from "#app/domain/errors.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { record } from "#app/domain/record.server.ts";
import { people, recoveryCodes } from "#db/schema/accounts.ts";
import { hashOfCode } from "./recovery-codes.server.ts";
import { stepOf } from "./totp.server.ts";

/**
 * Takes a code of somebody's second step, or a recovery code: each works once, also for two who come with it at
 * once. Call it inside a transaction. Throws Invalid, naming the field `code`.
 */
export async function takeCode(ctx: Ctx, personId: string, code: string): Promise<void> {
  const taken = /^\d{6}$/.test(code)
    ? await takeTotp(ctx, personId, code)
    : await takeRecovery(ctx, personId, code);
  if (!taken) {
    throw new Invalid("That code is not right.", {
      code: "That code is not right, or it was used already. Wait for the next one and try again",
    });
  }
}

async function takeTotp({ db, now }: Ctx, personId: string, code: string): Promise<boolean> {
  const isOn = and(eq(people.id, personId), isNotNull(people.totpSince));
  const [person] = await db.select({ secret: people.totpSecret }).from(people).where(isOn);
  const step = person?.secret ? stepOf(person.secret, code, now) : null;
  if (step === null) return false;
  const [taken] = await db
    .update(people)
    .set({ totpStep: step })
    .where(and(isOn, or(isNull(people.totpStep), lt(people.totpStep, step))))
    .returning({ id: people.id });
  return taken !== undefined;
}

async function takeRecovery(ctx: Ctx, personId: string, code: string): Promise<boolean> {
  const mine = eq(recoveryCodes.personId, personId);
  const [used] = await ctx.db
    .update(recoveryCodes)
    .set({ usedAt: ctx.now })
    .where(and(mine, eq(recoveryCodes.hash, hashOfCode(personId, code)), isNull(recoveryCodes.usedAt)))
    .returning({ id: recoveryCodes.id });
  if (!used) return false;
  const [left] = await ctx.db
    .select({ email: people.email, codes: sql<number>`count(${recoveryCodes.id})::int` })
    .from(people)
    .leftJoin(recoveryCodes, and(eq(recoveryCodes.personId, people.id), isNull(recoveryCodes.usedAt)))
    .where(eq(people.id, personId))
    .groupBy(people.id);
  if (left) await post(ctx, { email: left.email, personId }, recoveryCodeUsed(left.codes));
  await record(ctx, { deed: "use recovery code", noun: "person", nounId: personId });
  return true;
}
