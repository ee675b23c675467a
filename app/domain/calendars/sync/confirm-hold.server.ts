import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { findCalendarToChange } from "#app/domain/calendars/keeping/find-calendar.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import { queueJob } from "#app/domain/queue.server.ts";
import { record } from "#app/domain/record.server.ts";
import { changes } from "#db/schema/accounts.ts";
import { calendarClocks, calendarHolds } from "#db/schema/diary/syncs.ts";
import { lockCalendar } from "./keep-connection.server.ts";

/**
 * Says that the reading that is held is right: the very text is believed when the calendar is read again, at once.
 * Throws NotFound, NotAllowed, or Conflict where nothing is held any more.
 */
export function confirmHold(ctx: Ctx, calendarId: string): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    await findCalendarToChange(inside, calendarId);
    // As a run does: first the calendar, so that nobody waits in a circle
    await lockCalendar(inside, calendarId);
    const isHeld = eq(calendarHolds.calendarId, calendarId);
    const [hold] = await db.select().from(calendarHolds).where(isHeld);
    if (!hold) throw new Conflict(await whyNothing(inside, calendarId));
    const confirmed = {
      confirmedAt: ctx.now,
      confirmedById: ctx.actor.kind === "person" ? ctx.actor.id : null,
    };
    const rows = await db
      .update(calendarHolds)
      .set(confirmed)
      .where(and(isHeld, isNull(calendarHolds.confirmedAt)))
      .returning({ reason: calendarHolds.reason, vanishing: calendarHolds.vanishing });
    await db
      .update(calendarClocks)
      .set({ nextRunAt: ctx.now })
      .where(eq(calendarClocks.calendarId, calendarId));
    await queueJob(inside, "sync-calendar", { id: calendarId }, { key: `sync ${calendarId}` });
    const change = { deed: "confirm reading", noun: "calendar", nounId: calendarId };
    await record(
      inside,
      rows.map((after) => ({ ...change, after })),
    );
  });
}

/** What the record says came last: the question that was asked here, or somebody's answer to it. */
async function whyNothing({ db }: Ctx, calendarId: string): Promise<string> {
  const [last] = await db
    .select({ deed: changes.deed })
    .from(changes)
    .where(
      and(
        eq(changes.noun, "calendar"),
        eq(changes.nounId, calendarId),
        inArray(changes.deed, ["hold reading", "confirm reading"]),
      ),
    )
    .orderBy(desc(changes.at))
    .limit(1);
  return last?.deed === "confirm reading"
    ? "Somebody has already said that the new text is right, and it was taken."
    : "Nothing is held any more. The calendar was read again meanwhile: its history says what came of it.";
}
