import { and, eq, inArray } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, Invalid, NotAllowed } from "#app/domain/errors.ts";
import { lockGroups, refreshAgendas } from "#app/domain/meetings/agenda/refresh-agendas.server.ts";
import { findMeeting } from "#app/domain/meetings/find.server.ts";
import type { RaiseItemInput } from "#app/domain/meetings/inputs.ts";
import { isOn, mayRaiseItem } from "#app/domain/meetings/policy.ts";
import { record } from "#app/domain/record.server.ts";
import { raisedItems } from "#db/schema/meetings.ts";
import { findAddressees } from "./find-items.server.ts";

/**
 * Raises an item at a network's meeting for a board or partnership it feeds into, and puts it on the
 * draft agenda of that group's next meeting that is still in time; where there is none, it waits.
 * Throws NotFound, NotAllowed, Conflict (the meeting will not be held) or Invalid (not fed into).
 */
export function raiseItem(ctx: Ctx, meetingId: string, input: RaiseItemInput): Promise<{ id: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const meeting = await findMeeting(inside, meetingId);
    const mine = meeting.groups.map(({ id }) => id).filter((id) => mayRaiseItem(ctx.actor, [id]));
    if (mine.length === 0) throw new NotAllowed("raise an item at this meeting");
    if (!isOn(meeting)) {
      throw new Conflict("This meeting was cancelled, so nothing can be raised at it.");
    }
    const addressee = (await findAddressees(inside, mine)).find(({ id }) => id === input.toGroupId);
    if (!addressee) {
      const message = "Choose a board or partnership that this group feeds into";
      throw new Invalid(message, { toGroupId: message });
    }
    await lockGroups(inside, [addressee.id]);
    const twin = await findTwin(inside, meeting.id, input);
    if (twin) return twin;
    const [item] = await db
      .insert(raisedItems)
      .values({
        ...input,
        meetingId: meeting.id,
        fromGroupId: addressee.fromGroupId,
        raisedById: ctx.actor.kind === "person" ? ctx.actor.id : null,
        raisedAt: ctx.now,
        updatedAt: ctx.now,
      })
      .returning({ id: raisedItems.id });
    if (!item) throw new Conflict("The item could not be saved.");
    await refreshAgendas(inside, [addressee.id]);
    await record(inside, {
      deed: "raise item",
      noun: "raised item",
      nounId: item.id,
      after: { ...input, meetingId },
    });
    return item;
  });
}

/** The same words for the same body at the same meeting are the same item: a second press of the button, or a step back. */
async function findTwin(
  { db }: Ctx,
  meetingId: string,
  input: RaiseItemInput,
): Promise<{ id: string } | undefined> {
  const { id, toGroupId, title, whyItMatters, ask, status } = raisedItems;
  const [twin] = await db
    .select({ id })
    .from(raisedItems)
    .where(
      and(
        eq(raisedItems.meetingId, meetingId),
        eq(toGroupId, input.toGroupId),
        eq(title, input.title),
        eq(whyItMatters, input.whyItMatters),
        eq(ask, input.ask),
        inArray(status, ["raised", "placed"]),
      ),
    );
  return twin;
}
