import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";
import type { ReviewedRecord } from "#app/domain/upkeep/confirming/find-due.server.ts";
import { type LadderPeriods, stepsReached, stepsToTake } from "#app/domain/upkeep/ladder.ts";
import { reviewNotices } from "#db/schema/keeping/upkeep.ts";
import type { ReviewStep } from "#db/vocabulary-keeping.ts";

/** The records of one organisation for each thing that is to be done now. */
export interface Steps {
  remind: ReviewedRecord[];
  lead: ReviewedRecord[];
  team: ReviewedRecord[];
}

/** Marks every step that records have reached, and tells which of them were not marked before: those are ours to take. */
export async function takeSteps(
  ctx: Ctx,
  records: readonly ReviewedRecord[],
  periods: LadderPeriods,
): Promise<Steps> {
  const fresh = await markSteps(ctx, records, periods);
  const steps: Steps = { remind: [], lead: [], team: [] };
  for (const one of records) {
    const { remind, tell } = stepsToTake(fresh.get(one.id) ?? []);
    if (remind) steps.remind.push(one);
    if (tell) steps[tell].push(one);
  }
  return steps;
}

async function markSteps(
  { db, now }: Ctx,
  records: readonly ReviewedRecord[],
  periods: LadderPeriods,
): Promise<Map<string, ReviewStep[]>> {
  const today = londonDay(now);
  const notices = records.flatMap(({ noun, id, dueOn }) =>
    stepsReached(dueOn, today, periods).map((step) => ({ noun, recordId: id, dueOn, step, at: now })),
  );
  const fresh = new Map<string, ReviewStep[]>();
  if (notices.length === 0) return fresh;
  const marked = await db
    .insert(reviewNotices)
    .values(notices)
    .onConflictDoNothing()
    .returning({ recordId: reviewNotices.recordId, step: reviewNotices.step });
  for (const { recordId, step } of marked) fresh.set(recordId, [...(fresh.get(recordId) ?? []), step]);
  return fresh;
}
