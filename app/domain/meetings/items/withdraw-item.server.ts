import { and, eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotAllowed } from "#app/domain/errors.ts";
import { lockGroups, refreshAgendas } from "#app/domain/meetings/agenda/refresh-agendas.server.ts";
import { mayRaiseItem, mayWithdrawItem } from "#app/domain/meetings/policy.ts";
import { record } from "#app/domain/record.server.ts";
import { agendaItems, meetings, raisedItems } from "#db/schema/meetings.ts";
import { findRaisedItem, type RaisedItem } from "./find-items.server.ts";

/**
 * Takes back a raised item: it leaves the draft agenda, whose lines close up.
 * Throws NotFound, NotAllowed, or Conflict once an agenda with it is published or it has its answer.
 */
export function withdrawItem(ctx: Ctx, id: string): Promise<RaisedItem> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const known = await findRaisedItem(inside, id);
    await lockGroups(inside, [known.to.id]);
    await lockAgendaOf(inside, id);
    const item = await findRaisedItem(inside, id);
    if (!mayRaiseItem(ctx.actor, [item.from.id])) throw new NotAllowed("withdraw this item");
    if (!mayWithdrawItem(ctx.actor, item)) {
      throw new Conflict(
        "This item can no longer be withdrawn here: ask the secretariat of the board it went to.",
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
    return { ...item, status: "withdrawn", agenda: null };
  });
}

/** Nobody publishes an agenda while an item is taken off it. */
async function lockAgendaOf({ db }: Ctx, id: string): Promise<void> {
  const carrying = db
    .select({ id: agendaItems.meetingId })
    .from(agendaItems)
    .where(eq(agendaItems.raisedItemId, id));
  await db
    .select({ id: meetings.id })
    .from(meetings)
    .where(inArray(meetings.id, carrying))
    .for("no key update");
}
