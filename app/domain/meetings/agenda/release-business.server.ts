import { and, asc, eq, inArray, isNotNull, ne, or } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import type { Change } from "#app/domain/record.server.ts";
import {
  agendaItems,
  forwardPlanEntries,
  meetingGroups,
  meetings,
  raisedItems,
} from "#db/schema/meetings.ts";

/**
 * Business on the agenda of a meeting that was cancelled, postponed or withdrawn waits again for the next one, and so
 * does what stands on the draft of one that became provisional (calendar case 40).
 * A draft loses the line; a published agenda keeps its words, since it was public, and only lets go of the item.
 */
export async function releaseBusiness(ctx: Ctx, groupIds: readonly string[]): Promise<Change[]> {
  const lost = await ctx.db
    .selectDistinct({
      id: agendaItems.id,
      meetingId: meetings.id,
      agendaState: meetings.agendaState,
      raisedItemId: agendaItems.raisedItemId,
      forwardPlanEntryId: agendaItems.forwardPlanEntryId,
    })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .innerJoin(meetingGroups, eq(meetingGroups.meetingId, meetings.id))
    .where(
      and(
        inArray(meetingGroups.groupId, [...groupIds]),
        or(
          inArray(meetings.status, ["cancelled", "postponed", "withdrawn"]),
          and(eq(meetings.status, "tentative"), ne(meetings.agendaState, "published")),
        ),
        or(isNotNull(agendaItems.raisedItemId), isNotNull(agendaItems.forwardPlanEntryId)),
      ),
    )
    .orderBy(asc(agendaItems.id));
  if (lost.length === 0) return [];
  await letGo(ctx, lost);
  const released = lost.flatMap(({ raisedItemId }) => raisedItemId ?? []);
  return released.map((nounId) => ({
    deed: "release item",
    noun: "raised item",
    nounId,
    after: { status: "raised" },
  }));
}

interface LostLine {
  id: string;
  agendaState: string;
  raisedItemId: string | null;
  forwardPlanEntryId: string | null;
}

async function letGo({ db, now }: Ctx, lost: readonly LostLine[]): Promise<void> {
  const drafts = lost.filter((line) => line.agendaState !== "published").map(({ id }) => id);
  const published = lost.filter((line) => line.agendaState === "published").map(({ id }) => id);
  const raised = lost.flatMap(({ raisedItemId }) => raisedItemId ?? []);
  const planned = lost.flatMap(({ forwardPlanEntryId }) => forwardPlanEntryId ?? []);
  if (drafts.length > 0) await db.delete(agendaItems).where(inArray(agendaItems.id, drafts));
  if (published.length > 0) {
    const nothing = { raisedItemId: null, forwardPlanEntryId: null };
    await db.update(agendaItems).set(nothing).where(inArray(agendaItems.id, published));
  }
  if (raised.length > 0) {
    const waiting = and(inArray(raisedItems.id, raised), eq(raisedItems.status, "placed"));
    await db.update(raisedItems).set({ status: "raised", updatedAt: now }).where(waiting);
  }
  if (planned.length > 0) {
    const again = { status: "planned" as const, meetingId: null, updatedAt: now };
    await db.update(forwardPlanEntries).set(again).where(inArray(forwardPlanEntries.id, planned));
  }
}
