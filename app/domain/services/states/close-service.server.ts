import * as v from "valibot";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { words } from "#app/domain/services/input/shapes.ts";
import { mayEditService } from "#app/domain/services/policy.ts";
import { type KeptService, lockServiceRecord } from "#app/domain/services/record/find-record.server.ts";
import { moveTo } from "./publish-service.server.ts";

/** Why it is closed and until when: people read it on its page. */
export const CloseInput = v.object({
  note: v.optional(
    v.pipe(words("The note", 500), v.nonEmpty("Say why it is closed, and when it opens again if you know")),
    "",
  ),
});

/** Closes a live service for a while: it leaves the search, its page says why. Throws NotFound or Conflict. */
export function closeService(
  ctx: Ctx,
  slug: string,
  { note }: v.InferOutput<typeof CloseInput>,
): Promise<void> {
  return changeState(ctx, slug, async (inside, service) => {
    if (service.state !== "live" && service.state !== "temporarily-closed")
      throw new Conflict("Only a published service can be closed for a while.");
    await moveTo(
      inside,
      service,
      { state: "temporarily-closed", stateNote: note },
      "close service for a while",
    );
  });
}

/** Opens a closed service again. Throws NotFound or Conflict. */
export function reopenService(ctx: Ctx, slug: string): Promise<void> {
  return changeState(ctx, slug, async (inside, service) => {
    if (service.state !== "temporarily-closed") throw new Conflict("This service is not closed.");
    await moveTo(inside, service, { state: "live", stateNote: "" }, "reopen service");
  });
}

function changeState(
  ctx: Ctx,
  slug: string,
  change: (inside: Ctx, service: KeptService) => Promise<void>,
): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const service = await lockServiceRecord(inside, slug);
    if (!mayEditService(ctx.actor, service)) throw new NotFound("that service");
    await change(inside, service);
  });
}
