import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { calendarClocks } from "#db/schema/diary/syncs.ts";

/*
 * One run of a calendar at a time. Leases are compared with the database's own clock, which all workers share:
 * one whose clock is fast would else take what another still works on. What is due is asked by ctx.now, where
 * a minute does no harm.
 */

/** Longer than it takes to ask and to read; a run that has begun to write is safe by its lock. */
const leaseMinutes = 2;

/** After an error in ourselves. */
export const waitAfterError = 5 * 60_000;

export const isFree = or(
  isNull(calendarClocks.leaseId),
  lte(calendarClocks.leasedUntil, sql`clock_timestamp()`),
);

/**
 * Takes a calendar's lease, in one statement; null where another run holds it (calendar case 70), or where it is
 * only wanted if it is due and somebody else was quicker. A worker that dies leaves it to run out.
 */
export async function takeLease(
  { db, now }: Ctx,
  calendarId: string,
  { onlyIfDue }: { onlyIfDue: boolean },
): Promise<string | null> {
  const leaseId = randomUUID();
  const isWanted = and(
    eq(calendarClocks.calendarId, calendarId),
    isFree,
    onlyIfDue ? lte(calendarClocks.nextRunAt, now) : undefined,
  );
  // A run that writes holds the row, however long that lasts: nobody waits for it here
  const free = db
    .select({ id: calendarClocks.calendarId })
    .from(calendarClocks)
    .where(isWanted)
    .for("update", { skipLocked: true });
  const taken = await db
    .update(calendarClocks)
    .set({ leaseId, leasedUntil: sql`clock_timestamp() + make_interval(mins => ${leaseMinutes})` })
    .where(inArray(calendarClocks.calendarId, free))
    .returning({ calendarId: calendarClocks.calendarId });
  return taken.length > 0 ? leaseId : null;
}

/** Gives a lease back where the run wrote nothing. After an error that nobody foresaw it waits, or it would fail every minute. */
export async function releaseLease(
  { db, now }: Ctx,
  calendarId: string,
  leaseId: string,
  { waitMs = 0 }: { waitMs?: number } = {},
): Promise<void> {
  const later = waitMs > 0 ? { nextRunAt: new Date(now.getTime() + waitMs) } : {};
  await db
    .update(calendarClocks)
    .set({ leaseId: null, leasedUntil: null, ...later })
    .where(and(eq(calendarClocks.calendarId, calendarId), eq(calendarClocks.leaseId, leaseId)));
}

/** Another run took over, or the calendar was disconnected or moved meanwhile: what was found must not be written. */
export class LostLease extends Error {
  override name = "LostLease";
  constructor() {
    super("What was read of this calendar counts no more.");
  }
}

/** Inside the transaction that writes: whoever lost the lease meanwhile throws LostLease; nobody takes it before the end. */
export async function holdLease({ db }: Ctx, calendarId: string, leaseId: string): Promise<void> {
  const held = await db
    .select({ leaseId: calendarClocks.leaseId })
    .from(calendarClocks)
    .where(and(eq(calendarClocks.calendarId, calendarId), eq(calendarClocks.leaseId, leaseId)))
    .for("update");
  if (held.length === 0) throw new LostLease();
}
