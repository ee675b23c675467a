import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotAllowed } from "#app/domain/errors.ts";
import { refreshAgendas } from "#app/domain/meetings/agenda/refresh-agendas.server.ts";
import { mayWithdrawItem } from "#app/domain/meetings/policy.ts";
import { record } from "#app/domain/record.server.ts";
import { agendaItems, raisedItems } from "#db/schema/meetings.ts";
import { findRaisedItem } from "./find-items.server.ts";

/**
 * Takes back a raised item: it leaves the draft agenda, whose lines close up.
 * Throws NotFound, NotAllowed, or Conflict once an agenda with it is published.
 */
export function withdrawItem(ctx: Ctx, id: string): Promise<{ meetingId: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const item = await findRaisedItem(inside, id);
    if (!mayWithdrawItem(ctx.actor, { fromGroupId: item.from.id, status: item.status })) {
      throw new NotAllowed("withdraw this item");
    }
    if (item.agenda?.state === "published") {
      throw new Conflict(
        "The agenda with this item is published. Ask the board’s secretariat to take it off.",
      );
    }
    await db.delete(agendaItems).where(eq(agendaItems.raisedItemId, id));
    await db
      .update(raisedItems)
      .set({ status: "withdrawn", updatedAt: ctx.now })
      .where(and(eq(raisedItems.id, id), sql`${raisedItems.status} in ('raised', 'placed')`));
    await refreshAgendas(inside, [item.to.id]);
    const [before, after] = [{ status: item.status }, { status: "withdrawn" }];
    await record(inside, { deed: "withdraw item", noun: "raised item", nounId: id, before, after });
    return { meetingId: item.from.meetingId };
  });
}
