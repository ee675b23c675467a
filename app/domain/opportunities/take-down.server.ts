import { closeCase } from "#app/domain/cases/close-case.server.ts";
import { findOpenCaseIds } from "#app/domain/cases/open-case.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import { findHistory } from "#app/domain/history.server.ts";
import { changeState } from "./change-state.server.ts";
import { holdKeptOpportunity } from "./find-kept.server.ts";
import { stateToRestore } from "./opportunity.ts";
import { mayRestoreOpportunity } from "./policy.ts";

/** Closes a live opportunity for now: it leaves the lists, and its page says so. Throws NotFound, Conflict. */
export function closeOpportunityForNow(
  ctx: Ctx,
  slug: string,
  { note }: { note: string },
): Promise<{ slug: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { row } = await holdKeptOpportunity(inside, slug);
    if (row.state === "temporarily-closed") return { slug };
    if (row.state !== "live") throw new Conflict("Only what is published can be closed for now.");
    const turn = { deed: "close opportunity for now", state: "temporarily-closed", stateNote: note } as const;
    await changeState(inside, row, turn);
    return { slug };
  });
}

/** Takes an opportunity down, and out of the queue if it waits for approval. Throws NotFound. */
export function archiveOpportunity(ctx: Ctx, slug: string): Promise<{ organisationSlug: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { row, organisation } = await holdKeptOpportunity(inside, slug);
    const done = { organisationSlug: organisation.slug };
    if (row.state === "archived") return done;
    for (const id of await findOpenCaseIds(inside, row.id, "change"))
      await closeCase(inside, { id, state: "open" }, "withdrawn", "It was archived.");
    await changeState(inside, row, { deed: "archive opportunity", state: "archived" });
    return done;
  });
}

/** Puts an archived opportunity back as it was; what waited is a draft. Throws NotFound, or Conflict when it is too late. */
export function restoreOpportunity(ctx: Ctx, slug: string): Promise<{ slug: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { row } = await holdKeptOpportunity(inside, slug);
    if (!row.archivedAt) return { slug };
    if (!mayRestoreOpportunity(ctx.actor, { ...row, archivedAt: row.archivedAt }, ctx.now))
      throw new Conflict("It was archived more than 30 days ago. Ask the Assembly team to put it back.");
    const history = await findHistory(inside, "opportunity", row.id);
    const archiving = history.find(({ deed }) => deed === "archive opportunity");
    await changeState(inside, row, {
      deed: "restore opportunity",
      state: stateToRestore(archiving?.before),
    });
    return { slug };
  });
}
