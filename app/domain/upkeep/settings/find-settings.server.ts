import { asc } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { mayRunUpkeep } from "#app/domain/upkeep/policy.ts";
import { reviewPeriods, upkeepSettings } from "#db/schema/keeping/upkeep.ts";
import type { UpkeepSettings } from "./settings.ts";

/** The periods of the ladder. */
export async function findUpkeepSettings({ db }: Pick<Ctx, "db">): Promise<UpkeepSettings> {
  const [row] = await db.select().from(upkeepSettings);
  if (!row) throw new NotFound("the periods of the upkeep ladder");
  const { only: _, updatedAt: __, ...settings } = row;
  return settings;
}

export type ReviewPeriod = typeof reviewPeriods.$inferSelect;

/** All that the team may set: the ladder, and the kinds with a review period of their own. Throws NotFound for others. */
export async function findUpkeep(ctx: Ctx): Promise<{ settings: UpkeepSettings; periods: ReviewPeriod[] }> {
  if (!mayRunUpkeep(ctx.actor)) throw new NotFound("that page");
  const periods = await ctx.db
    .select()
    .from(reviewPeriods)
    .orderBy(asc(reviewPeriods.noun), asc(reviewPeriods.kind));
  return { settings: await findUpkeepSettings(ctx), periods };
}
