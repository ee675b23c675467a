import { eq } from "drizzle-orm";
import { mayChangeForAll, mayKeepCalendar, type SharedBy } from "#app/domain/calendars/policy.ts";
import type { Calendar } from "#app/domain/calendars/sync/keep-connection.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotAllowed, NotFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/ids.ts";
import { calendarGroups, calendars } from "#db/schema/calendars.ts";

/** A calendar for those who keep it. Nobody else may know that there is one. Throws NotFound. */
export async function findKeptCalendar(
  ctx: Ctx,
  id: string,
): Promise<{ calendar: Calendar; keptBy: SharedBy }> {
  const [calendar] = isId(id) ? await ctx.db.select().from(calendars).where(eq(calendars.id, id)) : [];
  if (!calendar) throw new NotFound("that calendar");
  const bodies = await ctx.db
    .select({ id: calendarGroups.groupId })
    .from(calendarGroups)
    .where(eq(calendarGroups.calendarId, id));
  const { organisationId, connectedById } = calendar;
  const keptBy = { groupIds: bodies.map((body) => body.id), organisationId, connectedById };
  if (!mayKeepCalendar(ctx.actor, keptBy)) throw new NotFound("that calendar");
  return { calendar, keptBy };
}

/** The same for who may change it for everybody whom it serves. Throws NotFound, NotAllowed. */
export async function findCalendarToChange(
  ctx: Ctx,
  id: string,
): Promise<{ calendar: Calendar; keptBy: SharedBy }> {
  const found = await findKeptCalendar(ctx, id);
  if (!mayChangeForAll(ctx.actor, found.keptBy))
    throw new NotAllowed("change this calendar for the other groups that it serves");
  return found;
}
