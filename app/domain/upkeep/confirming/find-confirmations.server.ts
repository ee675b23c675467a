import type { Ctx, Person } from "#app/domain/context.ts";
import { findLastDayToAsk, findReviewed, type ReviewedRecord } from "./find-due.server.ts";
import { type RecordInShort, withFacts } from "./find-facts.server.ts";

export interface Confirmations {
  /** Due, or due soon. */
  due: RecordInShort[];
  /** Fine for now. */
  later: ReviewedRecord[];
}

/** All that a person keeps, with what waits to be confirmed first. */
export async function findConfirmations(ctx: Ctx & { actor: Person }): Promise<Confirmations> {
  const organisationIds = ctx.actor.roles.flatMap(({ role, scopeId }) =>
    scopeId && (role === "organisation-owner" || role === "organisation-editor") ? [scopeId] : [],
  );
  if (organisationIds.length === 0) return { due: [], later: [] };
  const [all, lastDay] = [await findReviewed(ctx, { organisationIds }), await findLastDayToAsk(ctx)];
  const due = await withFacts(
    ctx,
    all.filter(({ dueOn }) => dueOn <= lastDay),
  );
  return { due, later: all.filter(({ dueOn }) => dueOn > lastDay) };
}
