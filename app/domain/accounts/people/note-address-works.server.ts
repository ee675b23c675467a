import { and, eq, isNull } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { record } from "#app/domain/record.server.ts";
import { people } from "#db/schema/accounts.ts";

/** Whoever opens a link that was mailed reads the mails of that address. Call it inside a verb's transaction, last. */
export async function noteAddressWorks(ctx: Ctx, personId: string): Promise<void> {
  const [first] = await ctx.db
    .update(people)
    .set({ emailVerifiedAt: ctx.now, updatedAt: ctx.now })
    .where(and(eq(people.id, personId), isNull(people.emailVerifiedAt)))
    .returning({ id: people.id });
  if (first) await record(ctx, { deed: "verify address", noun: "person", nounId: personId });
}
