import { eq } from "drizzle-orm";
import { openCase } from "#app/domain/cases/open-case.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { opportunities } from "#db/schema/opportunities.ts";
import type { RecordState } from "#db/vocabulary.ts";
import { changeState } from "./change-state.server.ts";
import { holdKeptOpportunity } from "./find-kept.server.ts";
import { isClosed, wasPublished } from "./opportunity.ts";
import { mayPublishAtOnce } from "./policy.ts";

/**
 * Publishes an opportunity, or opens it again. The first publication for an organisation that is not trusted
 * waits for approval instead. Pressing twice publishes once. Throws NotFound, or Conflict once it has closed.
 */
export function publishOpportunity(ctx: Ctx, slug: string): Promise<{ slug: string; state: RecordState }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { row, organisation } = await holdKeptOpportunity(inside, slug);
    if (row.state === "live" || row.state === "waiting") return { slug, state: row.state };
    if (row.state === "archived") throw new Conflict("This is archived. Put it back first, then publish it.");
    if (isClosed(row, ctx.now))
      throw new Conflict("Its closing date has passed. Change the closing date first, then publish it.");
    const { isTrusted } = organisation;
    if (mayPublishAtOnce(ctx.actor, { isTrusted, wasPublished: wasPublished(row) })) {
      await changeState(inside, row, { deed: "publish opportunity", state: "live" });
      return { slug, state: "live" };
    }
    await openCase(inside, {
      ...{ kind: "change", noun: "opportunity", recordId: row.id, organisationId: row.organisationId },
      title: `New opportunity of ${organisation.name}: ${row.title}`,
      details: {},
      onceKey: `publish opportunity ${row.id}`,
    });
    await changeState(inside, row, { deed: "ask to publish opportunity", state: "waiting" });
    return { slug, state: "waiting" };
  });
}

/**
 * What approving its case does: it goes live. Whether the actor may approve is the case's to ask.
 * Throws NotFound, or Conflict where it does not wait any more.
 */
export async function publishApprovedOpportunity(ctx: Ctx, id: string): Promise<{ slug: string }> {
  const row = await holdWaiting(ctx, id);
  await changeState(ctx, row, { deed: "approve opportunity", state: "live" });
  return { slug: row.slug };
}

/**
 * What declining its case does: it is a draft again, with the reason beside it. Whether the actor may decline
 * is the case's to ask. Throws NotFound, or Conflict where it does not wait any more.
 */
export async function declineOpportunity(ctx: Ctx, id: string, reason: string): Promise<{ slug: string }> {
  const row = await holdWaiting(ctx, id);
  await changeState(ctx, row, { deed: "decline opportunity", state: "draft", stateNote: reason });
  return { slug: row.slug };
}

async function holdWaiting({ db }: Ctx, id: string) {
  const [row] = await db.select().from(opportunities).where(eq(opportunities.id, id)).for("update");
  if (!row) throw new NotFound("that opportunity");
  if (row.state !== "waiting") throw new Conflict("This opportunity does not wait for approval any more.");
  return row;
}
