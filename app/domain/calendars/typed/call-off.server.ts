import { eq } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import { record } from "#app/domain/record.server.ts";
import { events, occurrences } from "#db/schema/calendars.ts";
import { holdKeptEvent } from "./find-typed-events.server.ts";

/** Calls off one date, which stays in the lists and says so. Throws NotFound, or Conflict once it was taken down. */
export function cancelEventDate(ctx: Ctx, dateId: string): Promise<{ id: string }> {
  return turnDate(ctx, dateId, { deed: "cancel date of event", status: "cancelled" });
}

/** Takes the cancellation of one date back. Throws NotFound, or Conflict once it was taken down. */
export function reinstateEventDate(ctx: Ctx, dateId: string): Promise<{ id: string }> {
  return turnDate(ctx, dateId, { deed: "reinstate date of event", status: "confirmed" });
}

function turnDate(
  ctx: Ctx,
  dateId: string,
  { deed, status }: { deed: string; status: "cancelled" | "confirmed" },
): Promise<{ id: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { event, date } = await holdKeptEvent(inside, dateId);
    if (date.status === status) return { id: dateId };
    if (!event.isPublic || date.status === "withdrawn")
      throw new Conflict("This date was taken down, so nothing can be changed about it.");
    const sequence = date.sequence + 1;
    await db
      .update(occurrences)
      .set({ status, sequence, updatedAt: ctx.now })
      .where(eq(occurrences.id, dateId));
    const { startsOn } = date;
    await record(inside, {
      ...{ deed, noun: "event", nounId: event.id },
      before: { date: { startsOn, status: date.status } },
      after: { date: { startsOn, status } },
    });
    return { id: dateId };
  });
}

/** Takes an event down, all its dates with it. Throws NotFound. */
export function archiveEvent(ctx: Ctx, dateId: string): Promise<{ organisationSlug: string }> {
  return turnEvent(ctx, dateId, { deed: "archive event", isPublic: false });
}

/** Puts an event back with the dates that it had. Throws NotFound. */
export function restoreEvent(ctx: Ctx, dateId: string): Promise<{ organisationSlug: string }> {
  return turnEvent(ctx, dateId, { deed: "restore event", isPublic: true });
}

function turnEvent(
  ctx: Ctx,
  dateId: string,
  { deed, isPublic }: { deed: string; isPublic: boolean },
): Promise<{ organisationSlug: string }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { event, organisation } = await holdKeptEvent(inside, dateId);
    const done = { organisationSlug: organisation.slug };
    if (event.isPublic === isPublic) return done;
    const sequence = event.sequence + 1;
    await db.update(events).set({ isPublic, sequence, updatedAt: ctx.now }).where(eq(events.id, event.id));
    await record(inside, {
      ...{ deed, noun: "event", nounId: event.id },
      before: { isPublic: event.isPublic },
      after: { isPublic },
    });
    return done;
  });
}
