import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { calendarClocks, calendarRuns } from "#db/schema/diary/syncs.ts";
import type { CalendarKind } from "#db/vocabulary.ts";
import type { FailureKind, RunOutcome, RunTrigger } from "#db/vocabulary-diary.ts";
import { jitterOf, nextRunAt } from "./next-run.ts";

export type Clock = typeof calendarClocks.$inferSelect;

export interface RunEnd {
  outcome: RunOutcome;
  failure?: { kind: FailureKind; retryAfterMs: number | null };
  /** Somebody who presses a button again and again does not make the failure an older one. */
  isByHand?: boolean;
  /** It has an entry of its own in the history, so that runs are counted from it. */
  isEntered?: boolean;
}

/**
 * Sets a calendar's clock to its next run and gives the lease back, in one statement: all that a run writes which
 * found nothing new. Answers with how many failures in a row there are now.
 */
export async function endRun(
  ctx: Ctx,
  { id, kind }: { id: string; kind: CalendarKind },
  { outcome, failure, isByHand = false, isEntered = outcome !== "unchanged" }: RunEnd,
): Promise<Pick<Clock, "failures" | "toldAt">> {
  const known = failure ? await findFailures(ctx, id) : 0;
  const failures = failure ? (isByHand ? Math.max(1, known) : known + 1) : 0;
  const run = { kind, failure: failure?.kind ?? null, failures, retryAfterMs: failure?.retryAfterMs ?? null };
  const values = {
    nextRunAt: nextRunAt(run, ctx.now, jitterOf(id, ctx.now)),
    ...{ leaseId: null, leasedUntil: null, lastRunAt: ctx.now, lastOutcome: outcome },
    ...{ failures, failureKind: failure?.kind ?? null },
  };
  const [clock] = await ctx.db
    .update(calendarClocks)
    .set({ ...values, quietRuns: isEntered ? sql`0` : sql`${calendarClocks.quietRuns} + 1` })
    .where(eq(calendarClocks.calendarId, id))
    .returning({ failures: calendarClocks.failures, toldAt: calendarClocks.toldAt });
  return clock ?? { failures, toldAt: null };
}

async function findFailures({ db }: Ctx, calendarId: string): Promise<number> {
  const [clock] = await db
    .select({ failures: calendarClocks.failures })
    .from(calendarClocks)
    .where(eq(calendarClocks.calendarId, calendarId));
  return clock?.failures ?? 0;
}

export interface RunEntry {
  trigger: RunTrigger;
  outcome: RunOutcome;
  added?: number;
  changed?: number;
  withdrawn?: number;
  notices?: number;
  leftOut?: Record<string, number>;
  problem?: string | null;
}

/** As many as a person could want to look through; a calendar that changes at every run fills them in two days. */
const mostRuns = 200;

/** Writes a run into the history. The same failure again only lengthens the entry that is there. */
export async function keepRun(ctx: Ctx, calendarId: string, entry: RunEntry): Promise<void> {
  const [last] = await ctx.db
    .select()
    .from(calendarRuns)
    .where(eq(calendarRuns.calendarId, calendarId))
    .orderBy(desc(calendarRuns.beganAt), desc(calendarRuns.endedAt))
    .limit(1);
  const isSameFailure = last?.outcome === "failed" && last.problem === (entry.problem ?? null);
  if (last && isSameFailure && entry.outcome === "failed") {
    await ctx.db.update(calendarRuns).set({ endedAt: ctx.now }).where(eq(calendarRuns.id, last.id));
    return;
  }
  await ctx.db.insert(calendarRuns).values({ ...entry, calendarId, beganAt: ctx.now, endedAt: ctx.now });
  await forgetOldRuns(ctx, calendarId);
}

async function forgetOldRuns({ db }: Ctx, calendarId: string): Promise<void> {
  const oldest = db
    .select({ beganAt: calendarRuns.beganAt })
    .from(calendarRuns)
    .where(eq(calendarRuns.calendarId, calendarId))
    .orderBy(desc(calendarRuns.beganAt))
    .offset(mostRuns - 1)
    .limit(1);
  await db
    .delete(calendarRuns)
    .where(and(eq(calendarRuns.calendarId, calendarId), lt(calendarRuns.beganAt, sql`(${oldest})`)));
}
