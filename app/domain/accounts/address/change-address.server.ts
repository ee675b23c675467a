import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { InferOutput } from "valibot";
import { comparable } from "#app/domain/accounts/email-address.ts";
import type { ChangeEmail } from "#app/domain/accounts/inputs.ts";
import {
  addressChanged,
  addressTaken,
  changeAddressNew,
  changeAddressOld,
} from "#app/domain/accounts/letters.ts";
import { findByAddress } from "#app/domain/accounts/people/find-by-address.server.ts";
import { findToken, issueToken, useToken } from "#app/domain/accounts/tokens.server.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { Conflict, Invalid } from "#app/domain/errors.ts";
import { post } from "#app/domain/mail/post.server.ts";
import { record } from "#app/domain/record.server.ts";
import { people, tokens } from "#db/schema/accounts.ts";
import type { TokenPurpose } from "#db/vocabulary-keeping.ts";

const MINUTES = 24 * 60;
const ends = ["change-email-old", "change-email-new"] as const satisfies TokenPurpose[];
/** Links that may lie in the mailbox of the old address, which may be somebody else's by then. */
const mailed = ["sign-in", "reset-password", "verify-email", "invitation"] as const satisfies TokenPurpose[];
export type End = (typeof ends)[number];

/**
 * Asks to change one's address. A link goes to each end, and a change that was asked for before is forgotten.
 * Whether the new address is somebody else's is said to its owner alone, by mail. Throws Invalid for one's own address.
 */
export function askToChangeAddress(
  ctx: Ctx & { actor: Person },
  input: InferOutput<typeof ChangeEmail>,
): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { id: personId, email: old } = ctx.actor;
    const email = comparable(input.email);
    if (email === comparable(old)) {
      throw new Invalid("That is your address already.", { email: "That is your address already" });
    }
    await db.delete(tokens).where(and(eq(tokens.personId, personId), inArray(tokens.purpose, ends)));
    const bound = { personId, email, recordId: randomUUID(), minutes: MINUTES };
    const toOld = await issueToken(inside, { ...bound, purpose: "change-email-old" });
    await post(inside, { email: old, personId }, changeAddressOld(toOld, email));
    const taken = await findByAddress(inside, email);
    const letter = taken
      ? addressTaken()
      : changeAddressNew(await issueToken(inside, { ...bound, purpose: "change-email-new" }));
    await post(inside, { email, personId: taken?.id ?? personId }, letter);
    await record(inside, { deed: "ask to change address", noun: "person", nounId: personId });
  });
}

export interface AskedChange {
  end: End;
  personId: string;
  /** The address to be. */
  email: string;
  changeId: string;
}

/** The change that a link is about, and which end it stands at; null for a link that is used, refused or old. */
export async function findAskedChange(ctx: Ctx, token: string): Promise<AskedChange | null> {
  for (const end of ends) {
    const open = await findToken(ctx, end, token);
    if (open?.personId && open.email && open.recordId)
      return { end, personId: open.personId, email: open.email, changeId: open.recordId };
  }
  return null;
}

/** Confirms a change at one end; once both have, it is made, and the old address told. Throws Invalid or Conflict. */
export function confirmChange(ctx: Ctx, token: string): Promise<{ isDone: boolean }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const change = await findOrRefuse(inside, token);
    const [person] = await db.select().from(people).where(eq(people.id, change.personId)).for("update");
    await useToken(inside, change.end, token);
    const used = await db
      .select({ purpose: tokens.purpose })
      .from(tokens)
      .where(
        and(eq(tokens.recordId, change.changeId), inArray(tokens.purpose, ends), isNotNull(tokens.usedAt)),
      );
    const isDone = new Set(used.map(({ purpose }) => purpose)).size === ends.length;
    if (isDone && person) await make(inside, person, change.email);
    await record(inside, {
      deed: isDone ? "change address" : "confirm change of address",
      noun: "person",
      nounId: change.personId,
    });
    return { isDone };
  });
}

async function make(ctx: Ctx, person: typeof people.$inferSelect, email: string): Promise<void> {
  if (await findByAddress(ctx, email)) {
    throw new Conflict("That address has an account of its own by now. Nothing was changed.");
  }
  await ctx.db
    .update(people)
    .set({ email, emailVerifiedAt: ctx.now, updatedAt: ctx.now })
    .where(eq(people.id, person.id));
  await ctx.db
    .delete(tokens)
    .where(and(eq(tokens.personId, person.id), inArray(tokens.purpose, [...ends, ...mailed])));
  await post(ctx, { email: person.email, personId: person.id }, addressChanged(email));
}

/** Refuses a change at either end: the links of both stop working. Throws Invalid for a used or old link. */
export function refuseChange(ctx: Ctx, token: string): Promise<AskedChange> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const change = await findOrRefuse(inside, token);
    await db.delete(tokens).where(and(eq(tokens.recordId, change.changeId), inArray(tokens.purpose, ends)));
    await record(inside, { deed: "refuse change of address", noun: "person", nounId: change.personId });
    return change;
  });
}

async function findOrRefuse(ctx: Ctx, token: string): Promise<AskedChange> {
  const change = await findAskedChange(ctx, token);
  if (!change) throw new Invalid("This link has been used already, or it is too old. Ask for a new one.");
  return change;
}
