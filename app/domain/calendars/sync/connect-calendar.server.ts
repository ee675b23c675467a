import { eq, sql } from "drizzle-orm";
import { mayConnectCalendar } from "#app/domain/calendars/policy.ts";
import { sealSource, sourceKeyOf } from "#app/domain/calendars/sources/sealed-source.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotAllowed, NotFound } from "#app/domain/errors.ts";
import type { Change } from "#app/domain/record.server.ts";
import type { CalendarSource } from "#app/gateways/calendar-source.server.ts";
import { calendarGroups, calendars } from "#db/schema/calendars.ts";
import { groups } from "#db/schema/groups.ts";

export type Calendar = typeof calendars.$inferSelect;

export interface Connected {
  calendar: Calendar;
  groupId: string;
  /** Empty where the group had this calendar already. */
  changes: Change[];
}

/** The group whose diary it is to be. Throws NotFound, NotAllowed. */
export async function findGroupToConnect(ctx: Ctx, slug: string): Promise<{ id: string; name: string }> {
  const [group] = await ctx.db
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(eq(groups.slug, slug));
  if (!group) throw new NotFound(`a group called “${slug}”`);
  if (!mayConnectCalendar(ctx.actor, group.id)) throw new NotAllowed("connect a calendar with this group");
  return group;
}

/** One calendar may serve several groups: a joint diary is one source with two bodies. */
export async function findCalendarOf(ctx: Ctx, source: CalendarSource): Promise<Calendar | null> {
  const ofSource = eq(calendars.sourceKey, sourceKeyOf(source));
  const [calendar] = await ctx.db
    .select()
    .from(calendars)
    .where(ofSource)
    .orderBy(calendars.createdAt)
    .limit(1);
  return calendar ?? null;
}

/** Two runs of one calendar follow each other. Throws NotFound. */
export async function lockCalendar(ctx: Ctx, id: string): Promise<Calendar> {
  const [calendar] = await ctx.db.select().from(calendars).where(eq(calendars.id, id)).for("update");
  if (!calendar) throw new NotFound("that calendar");
  return calendar;
}

/** Connects a source with a group. Doing it again changes nothing. Call it inside a transaction; record its changes. */
export async function connectCalendar(
  ctx: Ctx,
  input: { groupSlug: string; source: CalendarSource; name: string },
): Promise<Connected> {
  const group = await findGroupToConnect(ctx, input.groupSlug);
  // Two who connect one source at once must find one calendar.
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${sourceKeyOf(input.source)}))`);
  const calendar = (await findCalendarOf(ctx, input.source)) ?? (await addCalendar(ctx, input));
  const stored = await lockCalendar(ctx, calendar.id);
  const linked = await ctx.db
    .insert(calendarGroups)
    .values({ calendarId: calendar.id, groupId: group.id })
    .onConflictDoNothing()
    .returning();
  const changes = await allowPrivate(ctx, stored, input.source);
  const after = { name: calendar.name, group: group.name };
  if (linked.length > 0)
    changes.push({ deed: "connect calendar", noun: "calendar", nounId: calendar.id, after });
  return { calendar, groupId: group.id, changes };
}

/** A terminal may connect what was connected from the web before; never the other way round. */
async function allowPrivate(
  ctx: Ctx,
  { id, mayBePrivate }: Calendar,
  named: CalendarSource,
): Promise<Change[]> {
  if (mayBePrivate || !named.mayBePrivate) return [];
  const values = { mayBePrivate: true, updatedAt: ctx.now };
  await ctx.db.update(calendars).set(values).where(eq(calendars.id, id));
  const after = { mayBePrivate: true };
  return [{ deed: "allow private host", noun: "calendar", nounId: id, after }];
}

async function addCalendar(
  ctx: Ctx,
  { source, name }: { source: CalendarSource; name: string },
): Promise<Calendar> {
  const stamps = { createdAt: ctx.now, updatedAt: ctx.now };
  const [made] = await ctx.db
    .insert(calendars)
    .values({ ...sealSource(source), name, ...stamps })
    .returning();
  if (!made) throw new Error("The calendar was not added");
  return made;
}
