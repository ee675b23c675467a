import { and, eq } from "drizzle-orm";
import { findCalendarToChange } from "#app/domain/calendars/keeping/find-calendar.server.ts";
import { findHeldEvent } from "#app/domain/calendars/keeping/held-events.server.ts";
import { lockCalendar } from "#app/domain/calendars/sync/keep-connection.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { refreshAgendas } from "#app/domain/meetings/agenda/refresh-agendas.server.ts";
import { record } from "#app/domain/record.server.ts";
import { events, occurrences } from "#db/schema/calendars.ts";
import { lockGroups, syncMeetings } from "../sync-meetings.server.ts";

/**
 * Lets an event without a title be seen, under a title that its keeper gives it, or as it is where `title` is empty
 * (calendar case 49). It becomes a meeting like any other. Throws NotFound, NotAllowed, Conflict.
 */
export function releaseEvent(ctx: Ctx, calendarId: string, eventId: string, title: string): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    await findCalendarToChange(inside, calendarId);
    await lockCalendar(inside, calendarId);
    const { event } = await findHeldEvent(inside, calendarId, eventId);
    const named = title === "" ? {} : { givenTitle: title, summary: title };
    await db
      .update(events)
      .set({ isHeld: false, ...named, updatedAt: ctx.now })
      .where(eq(events.id, event.id));
    if (title !== "")
      await db
        .update(occurrences)
        .set({ summary: title, updatedAt: ctx.now })
        .where(and(eq(occurrences.eventId, event.id), eq(occurrences.summary, event.summary)));
    const changes = await syncMeetings(inside, calendarId, {
      added: [],
      changed: [],
      hidden: [],
      notices: [],
    });
    if (changes.length > 0) await refreshAgendas(inside, await lockGroups(inside, calendarId));
    const after = { title: title || event.summary };
    await record(inside, [
      ...changes,
      { deed: "show untitled event", noun: "event", nounId: event.id, after },
    ]);
  });
}
