import { and, eq, ne } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { sessions } from "#db/schema/accounts.ts";

/** Signs somebody out everywhere, save for the one session that `keep` names. Call it inside a verb's transaction. */
export async function endSessionsOf(ctx: Ctx, personId: string, keep: string | null = null): Promise<void> {
  const theirs = eq(sessions.userId, personId);
  await ctx.db.delete(sessions).where(keep === null ? theirs : and(theirs, ne(sessions.id, keep)));
}
