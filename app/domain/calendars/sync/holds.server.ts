import { eq } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { calendarHolds } from "#db/schema/diary/syncs.ts";
import type { HoldReason } from "#db/vocabulary-diary.ts";
import type { Plan } from "./plan.ts";

export type Hold = typeof calendarHolds.$inferSelect;

/** Below this many happenings to come, half of them gone is an ordinary week. */
const fewest = 4;
const hour = 3_600_000;

/**
 * Why a good reading is not believed at once: it would leave nothing of what was to come (calendar case 65),
 * or less than half of it (case 66). Null where it is to be believed.
 */
export function doubtOf({ vanishing, ofToCome, given }: Plan["loss"]): HoldReason | null {
  if (ofToCome > 0 && vanishing > 0 && given === 0) return "emptied";
  return ofToCome >= fewest && vanishing * 2 > ofToCome ? "halved" : null;
}

/** Whether the text that was held may be believed now: somebody said so, or an empty one said it again an hour later. */
export function isBelieved(hold: Hold, { contentHash, now }: { contentHash: string; now: Date }): boolean {
  if (hold.contentHash !== contentHash) return false;
  if (hold.confirmedAt !== null) return true;
  return hold.reason === "emptied" && now.getTime() - hold.heldAt.getTime() >= hour;
}

export async function findHold({ db }: Ctx, calendarId: string): Promise<Hold | null> {
  const [hold] = await db.select().from(calendarHolds).where(eq(calendarHolds.calendarId, calendarId));
  return hold ?? null;
}

/** Holds a reading. Another text is another question; the same one waits since it was first seen. */
export async function keepHold(
  ctx: Ctx,
  calendarId: string,
  question: Pick<Hold, "reason" | "contentHash" | "vanishing" | "ofToCome">,
): Promise<void> {
  const values = { ...question, heldAt: ctx.now, confirmedAt: null, confirmedById: null };
  await ctx.db
    .insert(calendarHolds)
    .values({ ...values, calendarId })
    .onConflictDoUpdate({ target: calendarHolds.calendarId, set: values });
}

/** Answers whether anything was held. */
export async function endHold({ db }: Ctx, calendarId: string): Promise<boolean> {
  const ended = await db
    .delete(calendarHolds)
    .where(eq(calendarHolds.calendarId, calendarId))
    .returning({ calendarId: calendarHolds.calendarId });
  return ended.length > 0;
}
