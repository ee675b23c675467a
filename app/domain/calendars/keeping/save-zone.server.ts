import { eq } from "drizzle-orm";
import { findCalendarToChange } from "#app/domain/calendars/keeping/find-calendar.server.ts";
import { lockCalendar } from "#app/domain/calendars/sync/keep-connection.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import { record } from "#app/domain/record.server.ts";
import { calendars } from "#db/schema/calendars.ts";
import { readSoon } from "./pause.server.ts";

/**
 * Says in which zone a calendar's times are that name none, or one that nobody knows. Its text is read anew for it,
 * changed or not: at once, or when it is read again. Throws NotFound, NotAllowed, Conflict.
 */
export function saveDefaultZone(ctx: Ctx, id: string, defaultZone: string): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    await findCalendarToChange(inside, id);
    const before = await lockCalendar(inside, id);
    if (before.disconnectedAt)
      throw new Conflict("This calendar is disconnected. Connect it again before you change it.");
    if (before.defaultZone === defaultZone) return;
    // Asked with what we know, it would say that nothing has changed
    const unread = { contentHash: null, windowUntil: null, etag: null, lastModified: null, syncToken: null };
    await db
      .update(calendars)
      .set({ ...unread, defaultZone, updatedAt: ctx.now })
      .where(eq(calendars.id, id));
    await readSoon(inside, id);
    await record(inside, {
      ...{ deed: "change time zone of calendar", noun: "calendar", nounId: id },
      before: { defaultZone: before.defaultZone },
      after: { defaultZone },
    });
  });
}
