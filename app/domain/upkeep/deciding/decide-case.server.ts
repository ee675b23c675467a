import type { Case } from "#app/domain/cases/case.ts";
import { isForApproval } from "#app/domain/cases/case.ts";
import { closeCase } from "#app/domain/cases/close-case.server.ts";
import { holdCase } from "#app/domain/cases/find-case.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import { carryOut, tellOutcome, turnDown } from "./decisions.server.ts";

/*
 * A case is held first, so that of two handlers who decide at once the second is told who decided what. Finding it
 * asks the policy: what is not the actor's to handle is not found.
 */

/** Approves a registration, claim or change. Throws NotFound, or Conflict once it is decided or cannot be done. */
export function approveCase(ctx: Ctx, id: string): Promise<Case> {
  return decide(ctx, id, "approved", "", carryOut);
}

/** Declines with a reason, which is mailed. Throws NotFound, or Conflict once it is decided. */
export function declineCase(ctx: Ctx, id: string, { reason }: { reason: string }): Promise<Case> {
  return decide(ctx, id, "declined", reason, (inside, at) => turnDown(inside, at, reason));
}

/** Says what was done about a report or an unconfirmed record. Throws NotFound, or Conflict once it is decided. */
export function resolveCase(ctx: Ctx, id: string, { outcome }: { outcome: string }): Promise<Case> {
  return decide(ctx, id, "resolved", outcome, (inside, at) => {
    if (isForApproval(at)) throw new Conflict("This waits for a yes or a no: approve or decline it.");
    return tellOutcome(inside, at, outcome);
  });
}

function decide(
  ctx: Ctx,
  id: string,
  state: "approved" | "declined" | "resolved",
  words: string,
  carry: (inside: Ctx, at: Case) => Promise<void>,
): Promise<Case> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const held = await holdCase(inside, id);
    await carry(inside, held);
    await closeCase(inside, held, state, words);
    return { ...held, state };
  });
}
