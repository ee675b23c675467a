import { and, eq, isNull } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import { record } from "#app/domain/record.server.ts";
import { cases } from "#db/schema/keeping/cases.ts";
import type { CaseState } from "#db/vocabulary-keeping.ts";

/**
 * Puts a case away with its answer. It asks for no permission and mails nobody: the verb that calls it does,
 * in its own transaction. Throws Conflict when somebody has decided it already.
 */
export function closeCase(
  ctx: Ctx,
  { id, state: before }: { id: string; state: CaseState },
  state: "approved" | "declined" | "resolved" | "withdrawn",
  reason = "",
): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const decidedById = ctx.actor.kind === "person" ? ctx.actor.id : null;
    const closed = await db
      .update(cases)
      .set({ state, reason, decidedById, decidedAt: ctx.now, climbsAt: null, updatedAt: ctx.now })
      .where(and(eq(cases.id, id), isNull(cases.decidedAt)))
      .returning({ id: cases.id });
    if (closed.length === 0) throw new Conflict("Somebody has seen to this already. Nothing was changed.");
    await record(
      { ...ctx, db },
      {
        ...{ deed: `close case: ${state}`, noun: "case", nounId: id },
        before: { state: before },
        after: { state, reason },
      },
    );
  });
}
