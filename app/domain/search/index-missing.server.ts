import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { isInResults } from "#app/domain/organisations/in-results.server.ts";
import { indexServices } from "./index-services.server.ts";

/** Beyond this many, writing the whole index anew is cheaper and leaves it in its best order. */
const MANY = 1000;

/** Indexes live services that were written past the verbs, and drops those that are no longer live or confirmed too long ago. */
export async function indexMissingServices(ctx: Pick<Ctx, "db" | "now">): Promise<void> {
  const rows = await ctx.db.execute<{ id: string }>(sql`
    select coalesce(live.id, i.service_id) as id
    from (select s.id from services s join organisations o on o.id = s.organisation_id
          where s.state = 'live' and o.state = 'live' and ${isInResults(ctx, sql`s.review_due_on`)}) live
    full join service_index i on i.service_id = live.id
    where live.id is null or i.service_id is null`);
  const ids = rows.map(({ id }) => id);
  await indexServices(ctx, ids.length > MANY ? undefined : ids);
}
