import { and, eq, isNull, sql } from "drizzle-orm";
import { mayKeepCalendar } from "#app/domain/calendars/policy.ts";
import { sealSource, sourceKeyOf } from "#app/domain/calendars/sources/sealed-source.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotAllowed, NotFound } from "#app/domain/errors.ts";
import type { Change } from "#app/domain/record.server.ts";
import type { CalendarSource } from "#app/gateways/calendar-source.server.ts";
import { calendarGroups, calendars } from "#db/schema/calendars.ts";
import { calendarClocks } from "#db/schema/diary/syncs.ts";
import { groups } from "#db/schema/groups.ts";
import { organisations } from "#db/schema/organisations.ts";
import type { MatchRule } from "#db/vocabulary-diary.ts";

export type Calendar = typeof calendars.$inferSelect;

/** Whose a calendar is to be: a group's (its happenings are meetings) or an organisation's (they are events). */
export interface Owner {
  noun: "group" | "organisation";
  id: string;
  name: string;
}

export interface ToConnect {
  owner: Owner;
  source: CalendarSource;
  name: string;
  match?: { by: MatchRule; pattern: string } | undefined;
}

export interface Connected {
  calendar: Calendar;
  /** Empty where its owner had this calendar already. */
  changes: Change[];
}

/** Who is to have the calendar. Throws NotFound, NotAllowed. */
export async function findOwnerToConnect(
  ctx: Ctx,
  { noun, slug }: { noun: Owner["noun"]; slug: string },
): Promise<Owner> {
  const table = noun === "group" ? groups : organisations;
  const [owner] = await ctx.db
    .select({ id: table.id, name: table.name })
    .from(table)
    .where(eq(table.slug, slug));
  if (!owner) throw new NotFound(`${noun === "group" ? "a group" : "an organisation"} called “${slug}”`);
  const keptBy =
    noun === "group"
      ? { groupIds: [owner.id], organisationId: null }
      : { groupIds: [], organisationId: owner.id };
  if (!mayKeepCalendar(ctx.actor, keptBy)) throw new NotAllowed(`connect a calendar with this ${noun}`);
  return { noun, ...owner };
}

/**
 * A calendar of this source that the owner could share: groups share theirs, as a joint diary is one source with
 * two bodies; an organisation has its own. Two files of one name are two files.
 */
export async function findCalendarOf(
  ctx: Ctx,
  source: CalendarSource,
  owner: Owner,
): Promise<Calendar | null> {
  if (source.kind === "upload") return null;
  const ofOwner =
    owner.noun === "group" ? isNull(calendars.organisationId) : eq(calendars.organisationId, owner.id);
  const [calendar] = await ctx.db
    .select()
    .from(calendars)
    .where(and(eq(calendars.sourceKey, sourceKeyOf(source)), ofOwner))
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

/** Connects a source with its owner. Doing it again changes nothing. Call it inside a transaction; record its changes. */
export async function keepConnection(ctx: Ctx, input: ToConnect): Promise<Connected> {
  const { owner, source } = input;
  // Two who connect one source at once must find one calendar.
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${sourceKeyOf(source)}))`);
  const found = await findCalendarOf(ctx, source, owner);
  const calendar = await lockCalendar(ctx, (found ?? (await addCalendar(ctx, input))).id);
  const changes = [...(await renewSource(ctx, calendar, source))];
  const isNew = owner.noun === "group" ? await joinGroup(ctx, calendar.id, input) : found === null;
  const after = { name: calendar.name, [owner.noun]: owner.name };
  if (isNew) changes.push({ deed: "connect calendar", noun: "calendar", nounId: calendar.id, after });
  return { calendar, changes };
}

async function joinGroup(ctx: Ctx, calendarId: string, { owner, match }: ToConnect): Promise<boolean> {
  const rule = match && match.by !== "all" ? { matchBy: match.by, pattern: match.pattern.trim() } : {};
  const linked = await ctx.db
    .insert(calendarGroups)
    .values({ calendarId, groupId: owner.id, ...rule })
    .onConflictDoNothing()
    .returning();
  return linked.length > 0;
}

/**
 * What was just read in the owner's own words counts: a new password is kept, a disconnected calendar comes back.
 * A terminal may connect what was connected from the web before; never the other way round.
 */
async function renewSource(ctx: Ctx, calendar: Calendar, named: CalendarSource): Promise<Change[]> {
  const { id } = calendar;
  const isBack = calendar.disconnectedAt !== null;
  const isOpened = !calendar.mayBePrivate && named.mayBePrivate === true;
  const password = named.password ? { sealedPassword: sealSource(named).sealedPassword } : {};
  const back = isBack ? { disconnectedAt: null, pausedAt: null } : {};
  const opened = isOpened ? { mayBePrivate: true } : {};
  const values = { ...password, ...back, ...opened };
  if (Object.keys(values).length > 0)
    await ctx.db
      .update(calendars)
      .set({ ...values, updatedAt: ctx.now })
      .where(eq(calendars.id, id));
  const about = { noun: "calendar", nounId: id };
  return [
    ...(isOpened ? [{ deed: "allow private host", ...about, after: { mayBePrivate: true } }] : []),
    ...(isBack ? [{ deed: "connect calendar again", ...about }] : []),
  ];
}

async function addCalendar(ctx: Ctx, { owner, source, name }: ToConnect): Promise<Calendar> {
  const values = {
    ...{ ...sealSource(source), name, createdAt: ctx.now, updatedAt: ctx.now },
    organisationId: owner.noun === "organisation" ? owner.id : null,
    connectedById: ctx.actor.kind === "person" ? ctx.actor.id : null,
  };
  const [made] = await ctx.db.insert(calendars).values(values).returning();
  if (!made) throw new Error("The calendar was not added");
  await ctx.db.insert(calendarClocks).values({ calendarId: made.id, nextRunAt: ctx.now });
  return made;
}
