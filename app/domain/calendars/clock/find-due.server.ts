import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { maySyncCalendars } from "#app/domain/calendars/policy.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotAllowed } from "#app/domain/errors.ts";
import { queueJob } from "#app/domain/queue.server.ts";
import { calendars } from "#db/schema/calendars.ts";
import { calendarClocks } from "#db/schema/diary/syncs.ts";
import { isFree } from "./lease.server.ts";

/** Queued each minute: 12,000 an hour, so that a standstill of an hour is made good within minutes. */
const mostAtOnce = 200;

/** Calendars whose time has come and that nobody is reading, those that wait longest first. */
export async function findDue({ db, now }: Ctx, most = mostAtOnce): Promise<string[]> {
  const rows = await db
    .select({ id: calendarClocks.calendarId })
    .from(calendarClocks)
    .innerJoin(calendars, eq(calendars.id, calendarClocks.calendarId))
    .where(
      and(
        lte(calendarClocks.nextRunAt, now),
        isFree,
        isNull(calendars.pausedAt),
        isNull(calendars.disconnectedAt),
      ),
    )
    .orderBy(asc(calendarClocks.nextRunAt), asc(calendarClocks.calendarId))
    .limit(most);
  return rows.map(({ id }) => id);
}

/** Leaves one job for each calendar that is due; one that waits already is not doubled. Throws NotAllowed. */
export async function queueDueCalendars(ctx: Ctx): Promise<number> {
  if (!maySyncCalendars(ctx.actor)) throw new NotAllowed("have calendars read again");
  return ctx.db.transaction(async (db) => {
    const due = await findDue({ ...ctx, db });
    for (const id of due) await queueJob({ db }, "sync-calendar", { id }, { key: `sync ${id}` });
    return due.length;
  });
}
