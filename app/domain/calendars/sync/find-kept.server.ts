import { eq } from "drizzle-orm";
import { type KeptBy, mayKeepCalendar } from "#app/domain/calendars/policy.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/ids.ts";
import { calendarGroups, calendars } from "#db/schema/calendars.ts";
import type { Calendar } from "./connect-calendar.server.ts";

/** A calendar for those who keep it. Nobody else may know that there is one. Throws NotFound. */
export async function findKeptCalendar(
  ctx: Ctx,
  id: string,
): Promise<{ calendar: Calendar; keptBy: KeptBy }> {
  const [calendar] = isId(id) ? await ctx.db.select().from(calendars).where(eq(calendars.id, id)) : [];
  if (!calendar) throw new NotFound("that calendar");
  const bodies = await ctx.db
    .select({ id: calendarGroups.groupId })
    .from(calendarGroups)
    .where(eq(calendarGroups.calendarId, id));
  const keptBy = { groupIds: bodies.map((body) => body.id), organisationId: calendar.organisationId };
  if (!mayKeepCalendar(ctx.actor, keptBy)) throw new NotFound("that calendar");
  return { calendar, keptBy };
}
