import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Ctx } from "#app/domain/context.ts";

/** Whether a term that runs from one plain date until another (not included) holds today in London. */
export function holdsToday(ctx: Ctx, from: AnyPgColumn, until: AnyPgColumn): SQL {
  const today = sql`(${ctx.now.toISOString()}::timestamptz at time zone 'Europe/London')::date`;
  return sql`(${from} <= ${today} and (${until} is null or ${until} > ${today}))`;
}
