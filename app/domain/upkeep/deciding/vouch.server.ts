import { type Case, isAboutUpkeep } from "#app/domain/cases/case.ts";
import { findCase, holdCase } from "#app/domain/cases/find-case.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { findChosen, writeConfirmed } from "#app/domain/upkeep/confirming/confirm-records.server.ts";
import { findReviewed } from "#app/domain/upkeep/confirming/find-due.server.ts";
import { type RecordInShort, withFacts } from "#app/domain/upkeep/confirming/find-facts.server.ts";

/** What of an organisation is not confirmed, in short, for whoever handles its case. Throws NotFound. */
export async function findToVouchFor(ctx: Ctx, id: string): Promise<{ at: Case; records: RecordInShort[] }> {
  const at = await findCase(ctx, id);
  const due = await findReviewed(ctx, {
    organisationIds: [at.organisationId],
    dueBy: londonDay(ctx.now),
  });
  return { at, records: await withFacts(ctx, due) };
}

/**
 * Confirms records of an organisation that does not answer by itself, on the word of whoever handles its case and has
 * asked. The case closes once nothing is overdue any more. Throws NotFound, Invalid when none is chosen, or Conflict
 * once it is decided or where the case is about something else.
 */
export function vouchForRecords(ctx: Ctx, id: string, ids: readonly string[]): Promise<Case> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const at = await holdCase(inside, id);
    if (!isAboutUpkeep(at)) throw new Conflict("There is nothing to confirm here.");
    const chosen = await findChosen(inside, ids);
    if (chosen.some(({ organisationId }) => organisationId !== at.organisationId))
      throw new NotFound("that record");
    await writeConfirmed(inside, chosen);
    return at;
  });
}
