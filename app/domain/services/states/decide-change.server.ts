import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import { findAnyServiceRecord } from "#app/domain/services/record/find-record.server.ts";
import { writeChange } from "#app/domain/services/record/save-section.server.ts";
import { findWaiting, moveTo } from "./publish-service.server.ts";

/*
 * What becomes of a service when a case about it is decided. The verb that decides the case asks whether the actor
 * may (mayHandleCase), and calls these in its own transaction; they ask for no permission of their own.
 */

/** What a case of kind "change" says: without a section it is a first publication. */
interface AskedChange {
  section?: string | undefined;
  after?: Record<string, unknown> | undefined;
}

/** A first publication is approved. Throws Conflict when the service waits no longer. */
export async function publishApproved(ctx: Ctx, serviceId: string): Promise<void> {
  await ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    await moveTo(inside, await findWaiting(inside, serviceId), { state: "live" }, "approve service");
  });
}

/** An edit that waited is approved: the new name takes the old one's place, the rest stays as it is now. */
export async function applyServiceChange(ctx: Ctx, serviceId: string, asked: AskedChange): Promise<void> {
  if (asked.section === undefined) return publishApproved(ctx, serviceId);
  await ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const service = await findAnyServiceRecord(inside, serviceId);
    const name = asked.after?.name;
    if (asked.section !== "basics" || typeof name !== "string" || service.state === "archived")
      throw new Conflict("This change can no longer be made: the service is archived.");
    const fields = { ...service.record.basics, name };
    await writeChange(
      inside,
      service,
      { section: "basics", fields },
      { deed: "approve name of service", isApproved: true },
    );
  });
}

/** Not approved: a first publication becomes a draft again; of an edit nothing was changed yet. */
export async function declineServiceChange(ctx: Ctx, serviceId: string, asked: AskedChange): Promise<void> {
  if (asked.section !== undefined) return;
  await ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const service = await findAnyServiceRecord(inside, serviceId);
    if (service.state === "waiting") await moveTo(inside, service, { state: "draft" }, "decline service");
  });
}
