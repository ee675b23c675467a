import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { events } from "#db/schema/calendars.ts";
import { findKeptCalendar } from "./find-calendar.server.ts";

const most = 20;

/** The categories that a calendar's events have, those of most events first: what a rule may ask for. Throws NotFound. */
export async function findCategories(ctx: Ctx, calendarId: string): Promise<string[]> {
  await findKeptCalendar(ctx, calendarId);
  const category = sql<string>`unnest(${events.categories})`;
  const said = ctx.db
    .select({ category: category.as("category") })
    .from(events)
    .where(and(eq(events.calendarId, calendarId), eq(events.isPublic, true)))
    .as("said");
  const rows = await ctx.db
    .select({ category: said.category })
    .from(said)
    .groupBy(said.category)
    .orderBy(sql`count(*) desc`, said.category)
    .limit(most);
  return rows.map(({ category }) => category);
}
