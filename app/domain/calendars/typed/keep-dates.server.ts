import { eq } from "drizzle-orm";
import { pairMovedSlots } from "#app/domain/calendars/sync/moved-slots.ts";
import type { OccurrenceValues } from "#app/domain/calendars/sync/occurrence-rows.ts";
import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { occurrences } from "#db/schema/calendars.ts";

type Occurrence = typeof occurrences.$inferSelect;

/**
 * Makes the dates to come of an event those that are wanted. A date that only moved keeps its page, one that was
 * called off stays called off, one that is gone is withdrawn; what is past stays as it was.
 */
export async function keepDates(
  ctx: Ctx,
  eventId: string,
  wanted: readonly OccurrenceValues[],
): Promise<void> {
  const stored = await ctx.db.select().from(occurrences).where(eq(occurrences.eventId, eventId));
  const bySlot = new Map(stored.map((row) => [row.recurrenceId, row]));
  const slots = new Set(wanted.map(({ recurrenceId }) => recurrenceId));
  const gone = stored.filter((row) => !slots.has(row.recurrenceId) && isToCome(row, ctx.now));
  const come = wanted.filter(({ recurrenceId }) => !bySlot.has(recurrenceId));
  const moved = pairMovedSlots(
    gone,
    come.map((values) => ({ ...values, eventId })),
  );
  const went = new Set(moved.map((pair) => pair.went));
  const came = new Set(moved.map((pair) => pair.came.recurrenceId));

  for (const row of gone) if (!went.has(row)) await update(ctx, row, { status: "withdrawn" });
  for (const pair of moved) await update(ctx, pair.went, withState(pair.came, pair.went));
  for (const values of wanted) {
    const row = bySlot.get(values.recurrenceId);
    if (row) await update(ctx, row, withState(values, row));
  }
  await addDates(
    ctx,
    eventId,
    come.filter(({ recurrenceId }) => !came.has(recurrenceId)),
  );
}

/** Adds dates that are not there yet. */
export async function addDates(
  ctx: Ctx,
  eventId: string,
  dates: readonly OccurrenceValues[],
): Promise<number> {
  if (dates.length === 0) return 0;
  const rows = dates.map((values) => ({ ...values, eventId, createdAt: ctx.now, updatedAt: ctx.now }));
  const added = await ctx.db
    .insert(occurrences)
    .values(rows)
    .onConflictDoNothing({ target: [occurrences.eventId, occurrences.recurrenceId] })
    .returning({ id: occurrences.id });
  return added.length;
}

/** Still in the diary, and not begun. */
function isToCome(row: Occurrence, now: Date): boolean {
  if (row.status === "withdrawn") return false;
  return row.startsAt ? row.startsAt > now : row.startsOn >= londonDay(now);
}

/** A date that was called off stays so, whatever else changes. */
function withState(values: OccurrenceValues, { status }: Occurrence): OccurrenceValues {
  return { ...values, status: status === "cancelled" ? "cancelled" : values.status };
}

async function update(ctx: Ctx, { id }: Occurrence, values: Partial<Occurrence>): Promise<void> {
  const { eventId: _, ...said } = values;
  await ctx.db
    .update(occurrences)
    .set({ ...said, updatedAt: ctx.now })
    .where(eq(occurrences.id, id));
}
