import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";

/**
 * Since when nobody has confirmed a record, from the day on which that fell due: the plain date of the last
 * confirmation, or of its first day; null while it is fresh. `row` is the alias of its table.
 */
export function notConfirmedSince({ now }: Pick<Ctx, "now">, row: SQL): SQL<string | null> {
  return sql`case when ${row}.review_due_on <= ${londonDay(now)}::date
    then coalesce(${row}.confirmed_on, (${row}.created_at at time zone 'Europe/London')::date)::text end`;
}
