import { eq } from "drizzle-orm";
import { isOpen } from "#app/domain/cases/case.ts";
import { closeCase } from "#app/domain/cases/close-case.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { DAYS_TO_RESTORE } from "#app/domain/organisations/restorable.ts";
import { mayEditService, mayRestoreService } from "#app/domain/services/policy.ts";
import { lockServiceRecord } from "#app/domain/services/record/find-record.server.ts";
import { removedServices } from "#db/schema/services.ts";
import { moveTo } from "./publish-service.server.ts";

/**
 * Archives a service: nobody but its keepers sees it any more, and copies of our data learn that it is gone.
 * Nothing is deleted. Throws NotFound.
 */
export function archiveService(ctx: Ctx, slug: string): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const service = await lockServiceRecord(inside, slug);
    if (!mayEditService(ctx.actor, service)) throw new NotFound("that service");
    const { approval, publishedAt } = service;
    if (approval && isOpen(approval))
      await closeCase(inside, approval, "withdrawn", "The service is archived.");
    if (publishedAt !== null) {
      const row = { serviceId: service.id, removedAt: ctx.now };
      await db
        .insert(removedServices)
        .values(row)
        .onConflictDoUpdate({ target: removedServices.serviceId, set: { removedAt: ctx.now } });
    }
    await moveTo(inside, service, { state: "archived", archivedAt: ctx.now }, "archive service");
  });
}

/**
 * Brings an archived service back as it was: live, closed for a while, or a draft where it never was public.
 * Keepers may for 30 days, the Assembly team always. Throws NotFound or Conflict.
 */
export function restoreService(ctx: Ctx, slug: string): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const service = await lockServiceRecord(inside, slug);
    if (service.state !== "archived") throw new Conflict("This service is not archived.");
    if (!mayRestoreService(ctx.actor, service, ctx.now)) {
      throw new Conflict(
        `It was archived more than ${DAYS_TO_RESTORE} days ago. Ask the Assembly team to bring it back.`,
      );
    }
    await db.delete(removedServices).where(eq(removedServices.serviceId, service.id));
    const closed = service.stateNote === "" ? "live" : "temporarily-closed";
    const state = service.publishedAt === null ? "draft" : closed;
    await moveTo(inside, service, { state, archivedAt: null }, "restore service");
  });
}
