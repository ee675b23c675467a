import { and, eq, gt, inArray, or } from "drizzle-orm";
import { findCalendarToChange } from "#app/domain/calendars/keeping/find-calendar.server.ts";
import type { Afterwards } from "#app/domain/calendars/keeping/inputs.ts";
import { lockCalendar } from "#app/domain/calendars/sync/keep-connection.server.ts";
import { forgetWaiting } from "#app/domain/calendars/sync/texts.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import { inParts } from "#app/domain/in-parts.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { refreshAgendas } from "#app/domain/meetings/agenda/refresh-agendas.server.ts";
import { record } from "#app/domain/record.server.ts";
import { calendars, events, occurrences } from "#db/schema/calendars.ts";
import { calendarHolds } from "#db/schema/diary/syncs.ts";
import { lockGroups, syncMeetings } from "../sync-meetings.server.ts";

/**
 * Ends a connection: it is not read any more, and its password is forgotten. What is past stays as it is; what is to
 * come stays too, or is withdrawn. Connecting the same source again brings it back. Throws NotFound, NotAllowed, Conflict.
 */
export function disconnectCalendar(ctx: Ctx, id: string, afterwards: Afterwards): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    await findCalendarToChange(inside, id);
    const calendar = await lockCalendar(inside, id);
    if (calendar.disconnectedAt) throw new Conflict("This calendar is disconnected already.");
    const changed = afterwards === "withdraw" ? await withdrawToCome(inside, id) : [];
    const forgotten = { sealedPassword: null, syncToken: null, etag: null, lastModified: null };
    const ended = { disconnectedAt: ctx.now, problem: null, problemSince: null, updatedAt: ctx.now };
    await db
      .update(calendars)
      .set({ ...ended, ...forgotten })
      .where(eq(calendars.id, id));
    // Only now, as a joint meeting goes on with a calendar that is still read
    const changes = await syncMeetings(inside, id, { changed, hidden: [] });
    await db.delete(calendarHolds).where(eq(calendarHolds.calendarId, id));
    await forgetWaiting(inside, id);
    if (changes.length > 0) await refreshAgendas(inside, await lockGroups(inside, id));
    const change = { deed: "disconnect calendar", noun: "calendar", nounId: id };
    await record(inside, [...changes, { ...change, after: { afterwards, withdrawn: changed.length } }]);
  });
}

async function withdrawToCome(ctx: Ctx, calendarId: string) {
  const ofCalendar = ctx.db.select({ id: events.id }).from(events).where(eq(events.calendarId, calendarId));
  const toCome = or(
    gt(occurrences.startsAt, ctx.now),
    and(eq(occurrences.allDay, true), gt(occurrences.startsOn, londonDay(ctx.now))),
  );
  const stands = inArray(occurrences.status, ["confirmed", "tentative"]);
  const rows = await ctx.db
    .select()
    .from(occurrences)
    .where(and(inArray(occurrences.eventId, ofCalendar), toCome, stands))
    .for("update");
  if (rows.length === 0) return [];
  const written: (typeof rows)[number][] = [];
  // A diary may hold tens of thousands, and what looks at changed dates compares those of one statement
  for (const part of inParts(rows.map(({ id }) => id)))
    written.push(
      ...(await ctx.db
        .update(occurrences)
        .set({ status: "withdrawn", updatedAt: ctx.now })
        .where(inArray(occurrences.id, part))
        .returning()),
    );
  const before = new Map(rows.map((row) => [row.id, row]));
  return written.flatMap((after) => {
    const was = before.get(after.id);
    return was ? [{ before: was, after }] : [];
  });
}
