import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { InferOutput } from "valibot";
import type { SecondStepCode } from "#app/domain/accounts/inputs.ts";
import { secondStepOff, secondStepOn } from "#app/domain/accounts/letters.ts";
import { mayRunRoles } from "#app/domain/accounts/policy.ts";
import { endSessionsOf } from "#app/domain/accounts/sessions/end-sessions.server.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/ids.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { record } from "#app/domain/record.server.ts";
import { people, recoveryCodes } from "#db/schema/accounts.ts";
import { renewRecoveryCodes } from "./recovery-codes.server.ts";
import { takeCode } from "./take-code.server.ts";
import { keyOf, newSealedSecret, type SetUpKey, stepOf } from "./totp.server.ts";

type Self = Ctx & { actor: Person };
type Code = InferOutput<typeof SecondStepCode>;

export interface SecondStep {
  /** When it was set up; null while it is off. */
  since: string | null;
  codesLeft: number;
}

export async function findSecondStep({ db, actor }: Self): Promise<SecondStep> {
  const [row] = await db
    .select({ since: people.totpSince, codesLeft: sql<number>`count(${recoveryCodes.id})::int` })
    .from(people)
    .leftJoin(recoveryCodes, and(eq(recoveryCodes.personId, people.id), isNull(recoveryCodes.usedAt)))
    .where(eq(people.id, actor.id))
    .groupBy(people.id);
  return { since: row?.since?.toISOString() ?? null, codesLeft: row?.codesLeft ?? 0 };
}

/** Makes a secret to be confirmed with a first code; one that waited is replaced. Throws Conflict while the step is on. */
export function beginSecondStep(ctx: Self): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const [begun] = await db
      .update(people)
      .set({ totpSecret: newSealedSecret(), totpStep: null, updatedAt: ctx.now })
      .where(and(eq(people.id, ctx.actor.id), isNull(people.totpSince)))
      .returning({ id: people.id });
    if (!begun) throw new Conflict("Your second step is on already.");
    await record({ ...ctx, db }, { deed: "begin second step", noun: "person", nounId: begun.id });
  });
}

/** The key to show while the secret waits for its first code; null once it is confirmed, or before it is begun. */
export async function findKeyToConfirm({ db, actor }: Self): Promise<SetUpKey | null> {
  const [row] = await db
    .select({ secret: people.totpSecret })
    .from(people)
    .where(and(eq(people.id, actor.id), isNull(people.totpSince)));
  return row?.secret ? keyOf(row.secret, actor.email) : null;
}

/**
 * Turns the second step on with its first code, signs out all other devices and answers with the recovery codes,
 * which can be read here and never again. Throws Invalid for a wrong code, Conflict where nothing waits for one.
 */
export function confirmSecondStep(ctx: Self, { code }: Code): Promise<string[]> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const waiting = and(eq(people.id, ctx.actor.id), isNull(people.totpSince), isNotNull(people.totpSecret));
    const [row] = await db.select({ secret: people.totpSecret }).from(people).where(waiting).for("update");
    if (!row?.secret) throw new Conflict("Your second step is on already, or was not begun.");
    const totpStep = stepOf(row.secret, code, ctx.now);
    if (totpStep === null) {
      const words = "That code is not right. Check that your phone’s clock is right, and try the next code";
      throw new Invalid(words, { code: words });
    }
    await db.update(people).set({ totpSince: ctx.now, totpStep, updatedAt: ctx.now }).where(waiting);
    const codes = await renewRecoveryCodes(inside, ctx.actor.id);
    await endSessionsOf(inside, ctx.actor.id);
    await post(inside, { email: ctx.actor.email, personId: ctx.actor.id }, secondStepOn());
    await record(inside, { deed: "set up second step", noun: "person", nounId: ctx.actor.id });
    return codes;
  });
}

/** A new set of recovery codes; the old ones stop working. Throws Invalid for a wrong code. */
export function renewCodes(ctx: Self, { code }: Code): Promise<string[]> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    await takeCode(inside, ctx.actor.id, code);
    const codes = await renewRecoveryCodes(inside, ctx.actor.id);
    await record(inside, { deed: "renew recovery codes", noun: "person", nounId: ctx.actor.id });
    return codes;
  });
}

/** Turns the second step off with a last code, and signs out all devices. Throws Invalid for a wrong code. */
export function removeSecondStep(ctx: Self, { code }: Code): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    await takeCode(inside, ctx.actor.id, code);
    await switchOff(inside, ctx.actor.id, false);
  });
}

/** For somebody who lost phone and codes: the team, sure of who asks, turns their second step off. Throws NotFound. */
export function resetSecondStep(ctx: Ctx, personId: string): Promise<void> {
  return ctx.db.transaction(async (db) => {
    if (!mayRunRoles(ctx.actor) || !isId(personId)) throw new NotFound("that person");
    await switchOff({ ...ctx, db }, personId, true);
  });
}

async function switchOff(ctx: Ctx, personId: string, byTeam: boolean): Promise<void> {
  const [person] = await ctx.db
    .update(people)
    .set({ totpSecret: null, totpSince: null, totpStep: null, updatedAt: ctx.now })
    .where(and(eq(people.id, personId), isNotNull(people.totpSince)))
    .returning({ email: people.email });
  if (!person) throw new NotFound("a second step to switch off");
  await ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  await endSessionsOf(ctx, personId);
  await post(ctx, { email: person.email, personId }, secondStepOff(byTeam));
  await record(ctx, { deed: "switch off second step", noun: "person", nounId: personId });
}
