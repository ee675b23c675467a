import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, isNotNull, isNull, lte, or } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid } from "#app/domain/errors.ts";
import { tokens } from "#db/schema/accounts.ts";
import type { TokenPurpose } from "#db/vocabulary-keeping.ts";

/** What a token is bound to; at least one of the three. */
export interface OpenToken {
  purpose: TokenPurpose;
  personId: string | null;
  recordId: string | null;
  email: string | null;
}

export type NewToken = Pick<OpenToken, "purpose"> & Partial<OpenToken> & { minutes: number };

/** A secret of 256 bits for a link or a cookie. Only its hash is kept. */
export async function issueToken(ctx: Ctx, { minutes, ...bound }: NewToken): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(ctx.now.getTime() + minutes * 60_000);
  await ctx.db.insert(tokens).values({ ...bound, hash: hashOf(token), createdAt: ctx.now, expiresAt });
  return token;
}

/** What an unused token of this purpose opens, without using it up; null for any other. */
export async function findToken(ctx: Ctx, purpose: TokenPurpose, token: string): Promise<OpenToken | null> {
  const [row] = await ctx.db
    .select(opened)
    .from(tokens)
    .where(isOpen(ctx, purpose, token));
  return row ?? null;
}

/** What a used or old token was bound to, so that its page can send a new one to the same address; null for any other. */
export async function findSpentToken(
  ctx: Ctx,
  purpose: TokenPurpose,
  token: string,
): Promise<OpenToken | null> {
  const isSpent = or(isNotNull(tokens.usedAt), lte(tokens.expiresAt, ctx.now));
  const [row] = await ctx.db
    .select(opened)
    .from(tokens)
    .where(and(eq(tokens.hash, hashOf(token)), eq(tokens.purpose, purpose), isSpent));
  return row ?? null;
}

/** Uses a token up: of two who come with it at once, one gets in. Throws Invalid for one that is used, old or not ours. */
export async function useToken(ctx: Ctx, purpose: TokenPurpose, token: string): Promise<OpenToken> {
  const [row] = await ctx.db
    .update(tokens)
    .set({ usedAt: ctx.now })
    .where(isOpen(ctx, purpose, token))
    .returning(opened);
  if (!row) throw new Invalid("This link has been used already, or it is too old. Ask for a new one.");
  return row;
}

const opened = {
  purpose: tokens.purpose,
  personId: tokens.personId,
  recordId: tokens.recordId,
  email: tokens.email,
};

function isOpen(ctx: Ctx, purpose: TokenPurpose, token: string) {
  return and(
    eq(tokens.hash, hashOf(token)),
    eq(tokens.purpose, purpose),
    isNull(tokens.usedAt),
    gt(tokens.expiresAt, ctx.now),
  );
}

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");
