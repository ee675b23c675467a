import { and, desc, eq, exists, inArray, isNotNull, isNull, ne, not, or, type SQL, sql } from "drizzle-orm";
import type { Owner } from "#app/domain/calendars/keeping/owner.server.ts";
import { mayChangeForAll } from "#app/domain/calendars/policy.ts";
import { sealSource, sourceKeyOf } from "#app/domain/calendars/sources/sealed-source.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid, NotFound } from "#app/domain/errors.ts";
import type { Change } from "#app/domain/record.server.ts";
import type { CalendarSource } from "#app/gateways/calendar-source.server.ts";
import { calendarGroups, calendars } from "#db/schema/calendars.ts";
import { calendarClocks } from "#db/schema/diary/syncs.ts";
import type { MatchRule } from "#db/vocabulary-diary.ts";

export type Calendar = typeof calendars.$inferSelect;

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

/**
 * A calendar of this source that the owner could share: groups share theirs, as a joint diary is one source with
 * two bodies; an organisation has its own. Two files of one name are two files. One that was disconnected comes back
 * for the group whose alone it was, and for nobody else: what it left to others stays as they left it.
 */
export async function findCalendarOf(
  ctx: Ctx,
  source: CalendarSource,
  owner: Owner,
): Promise<Calendar | null> {
  if (source.kind === "upload") return null;
  const isTheirs = servesGroup(ctx, eq(calendarGroups.groupId, owner.id));
  const isOthers = servesGroup(ctx, ne(calendarGroups.groupId, owner.id));
  const canCome = or(isNull(calendars.disconnectedAt), and(isTheirs, not(isOthers)));
  const ofOwner =
    owner.noun === "group"
      ? and(isNull(calendars.organisationId), canCome)
      : eq(calendars.organisationId, owner.id);
  const isEnded = sql`${calendars.disconnectedAt} is not null`;
  const [calendar] = await ctx.db
    .select()
    .from(calendars)
    .where(and(eq(calendars.sourceKey, sourceKeyOf(source)), ofOwner))
    .orderBy(desc(isTheirs), isEnded, calendars.createdAt)
    .limit(1);
  return calendar ?? null;
}

function servesGroup({ db }: Ctx, which: SQL | undefined): SQL {
  const { calendarId } = calendarGroups;
  return exists(
    db
      .select({ one: sql`1` })
      .from(calendarGroups)
      .where(and(eq(calendarId, calendars.id), which)),
  );
}

/** Each is read again and again for as long as it is connected: more than anybody keeps by hand is a mistake, or worse. */
const mostCalendars = 20;

/** Throws Invalid where a group or organisation has one calendar more than it may; a terminal is not asked. */
export async function refuseTooMany(ctx: Ctx, { noun, id, name }: Omit<Owner, "slug">): Promise<void> {
  if (ctx.actor.kind !== "person") return;
  const isTheirs =
    noun === "group" ? servesGroup(ctx, eq(calendarGroups.groupId, id)) : eq(calendars.organisationId, id);
  const count = await ctx.db.$count(calendars, and(isNull(calendars.disconnectedAt), isTheirs));
  if (count <= mostCalendars) return;
  throw new Invalid(
    `${name} has ${mostCalendars} connected calendars, and cannot have more. Disconnect one that is not needed first.`,
  );
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
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`calendars of ${owner.id}`}))`);
  const found = await findCalendarOf(ctx, source, owner);
  const calendar = await lockCalendar(ctx, (found ?? (await addCalendar(ctx, input))).id);
  const changes = [...(await renewSource(ctx, calendar, source))];
  if (owner.noun === "group") await leaveEnded(ctx, calendar, owner);
  const isNew = owner.noun === "group" ? await joinGroup(ctx, calendar.id, input) : found === null;
  const after = { name: calendar.name, [owner.noun]: owner.name };
  if (isNew || calendar.disconnectedAt) await refuseTooMany(ctx, owner);
  if (isNew) changes.push({ deed: "connect calendar", noun: "calendar", nounId: calendar.id, after });
  return { calendar, changes };
}

/** A joint calendar that was disconnected is the group's no more once it has connected the source anew. */
async function leaveEnded(ctx: Ctx, { id, sourceKey }: Calendar, owner: Owner): Promise<void> {
  const ended = ctx.db
    .select({ id: calendars.id })
    .from(calendars)
    .where(
      and(eq(calendars.sourceKey, sourceKey), ne(calendars.id, id), isNotNull(calendars.disconnectedAt)),
    );
  await ctx.db
    .delete(calendarGroups)
    .where(and(eq(calendarGroups.groupId, owner.id), inArray(calendarGroups.calendarId, ended)));
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
  const { account, sealedPassword } = sealSource(named);
  const password = named.password ? { account, sealedPassword } : {};
  const back = isBack ? { disconnectedAt: null, pausedAt: null } : {};
  const opened = isOpened ? { mayBePrivate: true } : {};
  const by = (isBack || named.password) && (await findWhoGave(ctx, calendar));
  const values = { ...password, ...back, ...opened, ...(by && { connectedById: by }) };
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

/** Whoever brings it back or gives a password is who connected it now, unless they only join the calendar of others. */
async function findWhoGave({ db, actor }: Ctx, { id, organisationId, connectedById }: Calendar) {
  const served = await db
    .select({ id: calendarGroups.groupId })
    .from(calendarGroups)
    .where(eq(calendarGroups.calendarId, id));
  const sharedBy = { groupIds: served.map((group) => group.id), organisationId, connectedById };
  return actor.kind === "person" && mayChangeForAll(actor, sharedBy) ? actor.id : null;
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
