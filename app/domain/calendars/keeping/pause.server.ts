import { eq } from "drizzle-orm";
import { findCalendarToChange } from "#app/domain/calendars/keeping/find-calendar.server.ts";
import { lockCalendar } from "#app/domain/calendars/sync/keep-connection.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import { queueJob } from "#app/domain/queue.server.ts";
import { record } from "#app/domain/record.server.ts";
import { calendars } from "#db/schema/calendars.ts";
import { calendarClocks } from "#db/schema/diary/syncs.ts";

/** A calendar that is not to be read for now; what it brought stays. Throws NotFound, NotAllowed, Conflict. */
export function pauseCalendar(ctx: Ctx, id: string): Promise<void> {
  return setPaused(ctx, id, ctx.now);
}

/** Reads it again from now on, and at once. Throws NotFound, NotAllowed, Conflict. */
export function resumeCalendar(ctx: Ctx, id: string): Promise<void> {
  return setPaused(ctx, id, null);
}

function setPaused(ctx: Ctx, id: string, pausedAt: Date | null): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    await findCalendarToChange(inside, id);
    const calendar = await lockCalendar(inside, id);
    if (calendar.disconnectedAt)
      throw new Conflict("This calendar is disconnected. Connect it again instead.");
    if ((calendar.pausedAt === null) === (pausedAt === null)) return;
    await db.update(calendars).set({ pausedAt, updatedAt: ctx.now }).where(eq(calendars.id, id));
    if (pausedAt === null) await readSoon(inside, id);
    const deed = pausedAt ? "pause calendar" : "resume calendar";
    await record(inside, { deed, noun: "calendar", nounId: id });
  });
}

/** Has a calendar read by the next free worker. */
export async function readSoon(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.update(calendarClocks).set({ nextRunAt: ctx.now }).where(eq(calendarClocks.calendarId, id));
  await queueJob(ctx, "sync-calendar", { id }, { key: `sync ${id}` });
}
