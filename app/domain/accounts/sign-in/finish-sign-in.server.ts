import type { InferOutput } from "valibot";
import type { SecondStepCode } from "#app/domain/accounts/inputs.ts";
import { takeCode } from "#app/domain/accounts/second-step/take-code.server.ts";
import { findToken, useToken } from "#app/domain/accounts/tokens.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid } from "#app/domain/errors.ts";

/** Whose second step a token waits for; null for one that is used or old. */
export async function findWhoFinishes(ctx: Ctx, token: string): Promise<string | null> {
  return (await findToken(ctx, "second-factor", token))?.personId ?? null;
}

/** The second step of signing in. A wrong code leaves the token to be tried again. Throws Invalid. */
export function finishSignIn(
  ctx: Ctx,
  token: string,
  { code }: InferOutput<typeof SecondStepCode>,
): Promise<{ personId: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { personId } = await useToken(inside, "second-factor", token);
    if (!personId) throw new Invalid("Sign in from the start.");
    await takeCode(inside, personId, code);
    return { personId };
  });
}
