import { and, asc, eq, exists, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { isAdministrator } from "#app/domain/accounts/policy.ts";
import { mayKeepCalendar, maySyncCalendars } from "#app/domain/calendars/policy.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { NotAllowed } from "#app/domain/errors.ts";
import { calendarGroups, calendars, events } from "#db/schema/calendars.ts";
import { calendarClocks, calendarHolds } from "#db/schema/diary/syncs.ts";
import { groups } from "#db/schema/groups.ts";
import { organisations } from "#db/schema/organisations.ts";
import type { OwnerNamed } from "../doctor/inputs.ts";
import { isWaiting } from "./held-events.server.ts";
import type { Owner } from "./owner.server.ts";
import { type CalendarState, stateOf, timeUntil } from "./state.ts";
import { inOrderOfState, stateInSql } from "./state-in-sql.server.ts";

/** A calendar in a list of those who keep it. Nothing of its address but the host. */
export interface KeptCalendarLine {
  id: string;
  name: string;
  sourceShown: string;
  state: CalendarState;
  /** Since when it cannot be read, ISO 8601. */
  problemSince: string | null;
  problem: string | null;
  lastRunAt: string | null;
  /** "in about 12 minutes"; null where it is not read by itself. */
  nextRun: string | null;
  /** What its keepers may want to look at. */
  notices: number;
  waiting: number;
  owners: { noun: "group" | "organisation"; slug: string; name: string }[];
}

/** The groups and organisations that this person may connect calendars with, by name; of the Assembly team, none by itself. */
export async function findMyOwners(ctx: Ctx & { actor: Person }): Promise<OwnerNamedWithName[]> {
  const ids = ctx.actor.roles.flatMap(({ scopeId }) => scopeId ?? []);
  if (ids.length === 0) return [];
  const found = await Promise.all([
    ctx.db.select().from(groups).where(inArray(groups.id, ids)).orderBy(asc(groups.name)),
    ctx.db
      .select()
      .from(organisations)
      .where(inArray(organisations.id, ids))
      .orderBy(asc(organisations.name)),
  ]);
  const [ofGroups, ofOrganisations] = found;
  return [
    ...ofGroups
      .filter(({ id }) => mayKeepCalendar(ctx.actor, { groupIds: [id], organisationId: null }))
      .map(named("group")),
    ...ofOrganisations
      .filter(({ id }) => mayKeepCalendar(ctx.actor, { groupIds: [], organisationId: id }))
      .map(named("organisation")),
  ];
}

type OwnerNamedWithName = OwnerNamed & { name: string };

const named =
  (noun: OwnerNamed["noun"]) =>
  ({ slug, name }: { slug: string; name: string }): OwnerNamedWithName => ({ noun, slug, name });

export interface KeptCalendarPage {
  calendars: KeptCalendarLine[];
  page: number;
  pages: number;
  /** How many there are in each state, whatever is shown. */
  counts: Partial<Record<CalendarState, number>>;
}

/** How many calendars stand on one page. */
const perPage = 50;

/** The calendars that this person keeps, those that need somebody first. The Assembly team keeps every one. */
export async function findMyCalendars(
  ctx: Ctx & { actor: Person },
  { state, page = 1 }: { state?: CalendarState | undefined; page?: number } = {},
): Promise<KeptCalendarPage> {
  const wanted = keptByMe(ctx);
  const counts = await countByState(ctx, wanted);
  const all = state ? (counts[state] ?? 0) : Object.values(counts).reduce((sum, count) => sum + count, 0);
  const pages = Math.max(1, Math.ceil(all / perPage));
  const shown = Math.min(page, pages);
  const inState = state && sql`${stateInSql} = ${state}`;
  const span = { limit: perPage, offset: (shown - 1) * perPage };
  return { calendars: await findLines(ctx, and(wanted, inState), span), page: shown, pages, counts };
}

/** A role that is held back opens nothing. */
function keptByMe(ctx: Ctx & { actor: Person }): SQL | undefined {
  if (isAdministrator(ctx.actor)) return undefined;
  const scopes = ctx.actor.roles.flatMap(({ scopeId }) => scopeId ?? []);
  const of = (groupIds: string[], organisationId: string | null) =>
    mayKeepCalendar(ctx.actor, { groupIds, organisationId });
  return or(
    ofGroups(
      ctx,
      scopes.filter((id) => of([id], null)),
    ),
    inArray(
      calendars.organisationId,
      scopes.filter((id) => of([], id)),
    ),
  );
}

async function countByState({ db }: Ctx, wanted: SQL | undefined): Promise<KeptCalendarPage["counts"]> {
  const rows = await db
    .select({ state: stateInSql, count: sql<number>`count(*)::int` })
    .from(calendars)
    .leftJoin(calendarClocks, eq(calendarClocks.calendarId, calendars.id))
    .leftJoin(calendarHolds, openHold)
    .where(and(isNull(calendars.disconnectedAt), wanted))
    .groupBy(sql`1`);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

const openHold = and(eq(calendarHolds.calendarId, calendars.id), isNull(calendarHolds.confirmedAt));

/** Every calendar, for the command line. Throws NotAllowed. */
export async function findAllCalendars(ctx: Ctx): Promise<KeptCalendarLine[]> {
  if (!maySyncCalendars(ctx.actor)) throw new NotAllowed("see every calendar");
  return findLines(ctx, undefined);
}

/** The calendars of one group or organisation, for who keeps them; nobody else is told of any. */
export async function findCalendarsOf(
  ctx: Ctx,
  owner: Pick<Owner, "noun" | "id">,
): Promise<KeptCalendarLine[] | null> {
  const isGroup = owner.noun === "group";
  const keptBy = { groupIds: isGroup ? [owner.id] : [], organisationId: isGroup ? null : owner.id };
  if (!mayKeepCalendar(ctx.actor, keptBy)) return null;
  return findLines(ctx, isGroup ? ofGroups(ctx, [owner.id]) : eq(calendars.organisationId, owner.id));
}

function ofGroups({ db }: Ctx, ids: string[]): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(calendarGroups)
      .where(and(eq(calendarGroups.calendarId, calendars.id), inArray(calendarGroups.groupId, ids))),
  );
}

const waiting = sql<number>`(select count(*)::int from ${events} where ${events.calendarId} = ${calendars.id} and ${isWaiting})`;

/** Without a span, all of them. */
async function findLines(
  ctx: Ctx,
  wanted: SQL | undefined,
  span: { limit: number; offset: number } = { limit: 100_000, offset: 0 },
): Promise<KeptCalendarLine[]> {
  const rows = await ctx.db
    .select({ calendar: calendars, clock: calendarClocks, heldAt: calendarHolds.heldAt, waiting })
    .from(calendars)
    .leftJoin(calendarClocks, eq(calendarClocks.calendarId, calendars.id))
    .leftJoin(calendarHolds, openHold)
    .where(and(isNull(calendars.disconnectedAt), wanted))
    .orderBy(inOrderOfState, asc(calendars.name), asc(calendars.createdAt), asc(calendars.id))
    .limit(span.limit)
    .offset(span.offset);
  const owners = await findOwners(
    ctx,
    rows.map(({ calendar }) => calendar),
  );
  return (
    rows
      // One that a keeper of one of its groups may know of; a held-back role opens nothing
      .filter(({ calendar }) =>
        mayKeepCalendar(ctx.actor, keptByOf(calendar.organisationId, owners.get(calendar.id))),
      )
      .map((row) => lineOf(ctx, row, owners.get(row.calendar.id) ?? []))
  );
}

function keptByOf(organisationId: string | null, owners: readonly Owner[] = []) {
  return { groupIds: owners.filter(({ noun }) => noun === "group").map(({ id }) => id), organisationId };
}

interface Row {
  calendar: typeof calendars.$inferSelect;
  clock: typeof calendarClocks.$inferSelect | null;
  heldAt: Date | null;
  waiting: number;
}

function lineOf({ now }: Ctx, { calendar, clock, heldAt, waiting }: Row, owners: Owner[]): KeptCalendarLine {
  const { id, name, sourceShown, problem, problemSince, pausedAt } = calendar;
  const state = stateOf({ ...calendar, isHeld: heldAt !== null, lastOutcome: clock?.lastOutcome ?? null });
  return {
    ...{ id, name, sourceShown, state, problem, waiting },
    problemSince: problemSince?.toISOString() ?? null,
    lastRunAt: clock?.lastRunAt?.toISOString() ?? null,
    nextRun: clock && !pausedAt && calendar.kind !== "upload" ? timeUntil(clock.nextRunAt, now) : null,
    notices: calendar.notices.length,
    owners: owners.map(({ noun, slug, name }) => ({ noun, slug, name })),
  };
}

/** Whose each calendar is, by the calendar's id. */
async function findOwners(ctx: Ctx, of: readonly Row["calendar"][]): Promise<Map<string, Owner[]>> {
  const ids = of.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const [ofGroups, ofOrganisations] = await Promise.all([
    ctx.db
      .select({ calendarId: calendarGroups.calendarId, id: groups.id, slug: groups.slug, name: groups.name })
      .from(calendarGroups)
      .innerJoin(groups, eq(groups.id, calendarGroups.groupId))
      .where(inArray(calendarGroups.calendarId, ids))
      .orderBy(asc(groups.name)),
    ctx.db
      .select({
        calendarId: calendars.id,
        id: organisations.id,
        slug: organisations.slug,
        name: organisations.name,
      })
      .from(calendars)
      .innerJoin(organisations, eq(organisations.id, calendars.organisationId))
      .where(inArray(calendars.id, ids)),
  ]);
  const owners = new Map<string, Owner[]>(ids.map((id) => [id, []]));
  for (const { calendarId, ...group } of ofGroups) owners.get(calendarId)?.push({ noun: "group", ...group });
  for (const { calendarId, ...one } of ofOrganisations)
    owners.get(calendarId)?.push({ noun: "organisation", ...one });
  return owners;
}
