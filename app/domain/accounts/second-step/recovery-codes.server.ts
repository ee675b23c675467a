import { createHash, randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { recoveryCodes } from "#db/schema/accounts.ts";

const HOW_MANY = 10;

/** No letter that looks like another on paper. 32 of them, 16 times: 80 bits. */
const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** A new set of codes, "ABCD-EFGH-JKLM-NPQR": the old ones stop working. They can be read here and never again. */
export async function renewRecoveryCodes(ctx: Ctx, personId: string): Promise<string[]> {
  await ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  const codes = Array.from({ length: HOW_MANY }, newCode);
  await ctx.db
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ personId, hash: hashOfCode(personId, code) })));
  return codes.map((code) => code.replace(/(.{4})(?=.)/g, "$1-"));
}

/** What is kept of a code; its letters are random enough to need no slow hash. */
export function hashOfCode(personId: string, code: string): string {
  return createHash("sha256").update(`${personId} ${code}`).digest("hex");
}

const newCode = () => Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join("");
