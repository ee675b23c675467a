import { LostLease, releaseLease, takeLease } from "#app/domain/calendars/clock/lease.server.ts";
import {
  findCalendarToChange,
  findKeptCalendar,
} from "#app/domain/calendars/keeping/find-calendar.server.ts";
import { readCalendar } from "#app/domain/calendars/sync/read-calendar.server.ts";
import { forgetWaiting, uploadToKeep } from "#app/domain/calendars/sync/texts.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict } from "#app/domain/errors.ts";
import { keepQuiet, keepReading, type Run, type SyncReport } from "./keep-reading.server.ts";
import { type Busy, knownOf } from "./sync-calendars.server.ts";

/**
 * Takes a new file for a calendar that is uploaded. One that would empty or halve it is held like any other, and lies
 * here until somebody confirms it. Throws NotFound, NotAllowed, Conflict, or NotACalendar, after which nothing has changed.
 */
export async function keepUpload(ctx: Ctx, calendarId: string, body: Uint8Array): Promise<SyncReport | Busy> {
  const { calendar } = await findCalendarToChange(ctx, calendarId);
  if (calendar.kind !== "upload")
    throw new Conflict("This calendar is read from its address, not from a file.");
  const upload = uploadToKeep(body);
  const leaseId = await takeLease(ctx, calendar.id, { onlyIfDue: false });
  if (!leaseId) return { busy: true };
  try {
    const run = { trigger: "person" as const, leaseId, asked: null, changes: [], upload };
    return await runWith(ctx, calendar.id, run);
  } catch (error) {
    const isLost = error instanceof LostLease;
    await releaseLease(ctx, calendar.id, leaseId).catch(() => {});
    if (isLost) return { busy: true };
    throw error;
  }
}

async function runWith(ctx: Ctx, id: string, begun: Run & { upload: Buffer }): Promise<SyncReport> {
  const { calendar } = await findKeptCalendar(ctx, id);
  const run = { ...begun, asked: calendar };
  const { kind, source } = calendar;
  const known = { ...knownOf(ctx, calendar, { kind, source }), findWaiting: async () => run.upload };
  const found = await readCalendar(known, ctx.now, () =>
    Promise.reject(new Error("An upload is not asked for")),
  );
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    // The file that waited is not the one that is wanted now
    await forgetWaiting(inside, id);
    return found.feed ? keepReading(inside, id, found, run) : keepQuiet(inside, calendar, found, run);
  });
}
