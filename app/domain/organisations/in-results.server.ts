import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";

/**
 * Whether a record is still listed: so long after its confirmation fell due (`upkeep_settings`) it leaves search,
 * directory and counts, and is reached by its own address alone. What never falls due never leaves.
 */
export function isInResults({ now }: Pick<Ctx, "now">, reviewDueOn: SQL): SQL {
  return sql`(${reviewDueOn} is null or ${reviewDueOn} > ${londonDay(now)}::date
    - (select leaves_results_after_days from upkeep_settings))`;
}
