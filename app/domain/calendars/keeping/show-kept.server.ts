import { asc, desc, eq } from "drizzle-orm";
import { findPersonActor } from "#app/domain/accounts/find.server.ts";
import {
  findCalendarToChange,
  findKeptCalendar,
} from "#app/domain/calendars/keeping/find-calendar.server.ts";
import {
  mayChangeForAll,
  mayKeepCalendar,
  mayRunGroupOf,
  type SharedBy,
} from "#app/domain/calendars/policy.ts";
import type { Ctx } from "#app/domain/context.ts";
import { people } from "#db/schema/accounts.ts";
import { calendarGroups, type calendars } from "#db/schema/calendars.ts";
import { calendarClocks, calendarHolds, calendarRuns } from "#db/schema/diary/syncs.ts";
import { groups } from "#db/schema/groups.ts";
import { organisations } from "#db/schema/organisations.ts";
import type { CalendarKind } from "#db/vocabulary.ts";
import type { HoldReason, RunOutcome, RunTrigger } from "#db/vocabulary-diary.ts";
import { findHeldEvents, type HeldEvent, withTitlesGiven } from "./held-events.server.ts";
import type { Match } from "./match-rule.ts";
import { type CalendarState, stateOf, timeUntil } from "./state.ts";

export interface Run {
  id: string;
  at: string;
  trigger: RunTrigger;
  outcome: RunOutcome;
  /** What the run before it was, where this one was good again. */
  ends: "held" | "failed" | null;
  /** Meetings of a calendar of groups, dates of an organisation's. */
  added: number;
  changed: number;
  withdrawn: number;
  notices: number;
  leftOut: Record<string, number>;
  problem: string | null;
}

/** Everything that its keepers may know of a calendar: never its address, nor its password (calendar case 72). */
export interface KeptCalendar {
  id: string;
  name: string;
  kind: CalendarKind;
  sourceShown: string;
  account: string | null;
  /** Of times that name no zone, an IANA name. */
  defaultZone: string;
  state: CalendarState;
  problem: string | null;
  problemSince: string | null;
  pausedAt: string | null;
  connectedBy: string | null;
  connectedAt: string;
  lastRunAt: string | null;
  lastReadAt: string | null;
  lastOutcome: RunOutcome | null;
  nextRun: string | null;
  groups: { id: string; slug: string; name: string; match: Match; isMine: boolean }[];
  organisation: { slug: string; name: string } | null;
  notices: { line: number | null; uid: string | null; summary?: string | null; message: string }[];
  runs: Run[];
  quietRuns: number;
  hold: {
    reason: HoldReason;
    vanishing: number;
    ofToCome: number;
    heldAt: string;
    isConfirmed: boolean;
  } | null;
  heldEvents: HeldEvent[];
  /** Else only what touches the groups that one runs; `askWhom` names who may, null for the Assembly team. */
  mayChangeForAll: boolean;
  askWhom: string | null;
  /** Its password was given by somebody who does not keep it any more. */
  isPasswordLeft: boolean;
}

const mostRuns = 20;

/** The page of a calendar. Throws NotFound to whoever does not keep it. */
export async function showKeptCalendar(ctx: Ctx, id: string): Promise<KeptCalendar> {
  const { calendar, keptBy } = await findKeptCalendar(ctx, id);
  const [clock] = await ctx.db.select().from(calendarClocks).where(eq(calendarClocks.calendarId, id));
  const [hold] = await ctx.db.select().from(calendarHolds).where(eq(calendarHolds.calendarId, id));
  const waits = hold && hold.confirmedAt === null;
  return {
    ...factsOf(calendar),
    state: stateOf({ ...calendar, isHeld: waits === true, lastOutcome: clock?.lastOutcome ?? null }),
    lastRunAt: iso(clock?.lastRunAt),
    lastOutcome: clock?.lastOutcome ?? null,
    nextRun: clock && isReadByItself(calendar) ? timeUntil(clock.nextRunAt, ctx.now) : null,
    quietRuns: clock?.quietRuns ?? 0,
    hold: hold ? holdOf(hold) : null,
    ...(await findOwnersOf(ctx, calendar)),
    ...(await findSharing(ctx, calendar, keptBy)),
    runs: await findRuns(ctx, id),
    heldEvents: await findHeldEvents(ctx, id),
    notices: await withTitlesGiven(ctx, id, calendar.notices),
  };
}

/** The same, for a page on which it is changed for everybody whom it serves. Throws NotFound, NotAllowed. */
export async function showCalendarToChange(ctx: Ctx, id: string): Promise<KeptCalendar> {
  await findCalendarToChange(ctx, id);
  return showKeptCalendar(ctx, id);
}

type Row = typeof calendars.$inferSelect;

/** Who may change it for all, and whether whoever connected it keeps it still. */
async function findSharing(ctx: Ctx, calendar: Row, keptBy: SharedBy) {
  const { connectedById } = keptBy;
  const connector = connectedById && (await findPersonActor(ctx.db, connectedById, ctx.now));
  const isKept = connector ? mayKeepCalendar(connector, keptBy) : false;
  return {
    mayChangeForAll: mayChangeForAll(ctx.actor, keptBy),
    askWhom: connector && isKept ? connector.name : null,
    isPasswordLeft:
      calendar.sealedPassword !== null && !calendar.disconnectedAt && connectedById !== null && !isKept,
  };
}

const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;

const isReadByItself = ({ pausedAt, disconnectedAt, kind }: Row): boolean =>
  !pausedAt && !disconnectedAt && kind !== "upload";

function factsOf(calendar: Row) {
  const { id, name, kind, sourceShown, account, defaultZone, problem } = calendar;
  return {
    ...{ id, name, kind, sourceShown, account, defaultZone, problem },
    problemSince: iso(calendar.problemSince),
    pausedAt: iso(calendar.pausedAt),
    connectedAt: calendar.createdAt.toISOString(),
    lastReadAt: iso(calendar.lastReadAt),
  };
}

function holdOf({ reason, vanishing, ofToCome, heldAt, confirmedAt }: typeof calendarHolds.$inferSelect) {
  return { reason, vanishing, ofToCome, heldAt: heldAt.toISOString(), isConfirmed: confirmedAt !== null };
}

async function findOwnersOf({ db, actor }: Ctx, { id, organisationId, connectedById }: Row) {
  const ofCalendar = await db
    .select({
      id: groups.id,
      slug: groups.slug,
      name: groups.name,
      by: calendarGroups.matchBy,
      pattern: calendarGroups.pattern,
    })
    .from(calendarGroups)
    .innerJoin(groups, eq(groups.id, calendarGroups.groupId))
    .where(eq(calendarGroups.calendarId, id))
    .orderBy(asc(groups.name));
  const { slug, name } = organisations;
  const [organisation] = organisationId
    ? await db.select({ slug, name }).from(organisations).where(eq(organisations.id, organisationId))
    : [];
  const [person] = connectedById
    ? await db.select({ name: people.name }).from(people).where(eq(people.id, connectedById))
    : [];
  return {
    groups: ofCalendar.map(({ by, pattern, ...group }) => {
      return { ...group, match: { by, pattern }, isMine: mayRunGroupOf(actor, group.id) };
    }),
    organisation: organisation ?? null,
    connectedBy: person?.name ?? null,
  };
}

async function findRuns({ db }: Ctx, calendarId: string): Promise<Run[]> {
  const rows = await db
    .select()
    .from(calendarRuns)
    .where(eq(calendarRuns.calendarId, calendarId))
    .orderBy(desc(calendarRuns.beganAt), desc(calendarRuns.endedAt), desc(calendarRuns.id))
    .limit(mostRuns + 1);
  return rows.slice(0, mostRuns).map((row, place) => {
    const { id, beganAt, trigger, outcome, added, changed, withdrawn, notices, leftOut, problem } = row;
    const before = rows[place + 1]?.outcome;
    const isGood = outcome === "changed" || outcome === "unchanged";
    const ends = isGood && (before === "held" || before === "failed") ? before : null;
    const counts = { added, changed, withdrawn, notices, leftOut };
    return { id, at: beganAt.toISOString(), trigger, outcome, ends, ...counts, problem };
  });
}
