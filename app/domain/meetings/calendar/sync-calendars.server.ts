import { and, eq, exists, sql } from "drizzle-orm";
import { maySyncCalendars } from "#app/domain/calendars/policy.ts";
import { openSource } from "#app/domain/calendars/sources/sealed-source.server.ts";
import {
  type Calendar,
  connectCalendar,
  findCalendarOf,
  findGroupToConnect,
  lockCalendar,
} from "#app/domain/calendars/sync/connect-calendar.server.ts";
import { keepOccurrences } from "#app/domain/calendars/sync/keep-occurrences.server.ts";
import {
  problemOf,
  type Reading,
  readCalendar,
  unknown,
} from "#app/domain/calendars/sync/read-calendar.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotAllowed } from "#app/domain/errors.ts";
import { refreshAgendas } from "#app/domain/meetings/agenda/refresh-agendas.server.ts";
import { type Change, record } from "#app/domain/record.server.ts";
import type { CalendarSource, ReadSource } from "#app/gateways/calendar-source.server.ts";
import { calendarGroups, calendars } from "#db/schema/calendars.ts";
import { groups } from "#db/schema/groups.ts";
import { joinMeetings, lockGroups, syncMeetings } from "./sync-meetings.server.ts";

/** What one run did with one calendar. `problem` says why it could not be read; what was known then stays. */
export interface SyncReport {
  name: string;
  added: number;
  changed: number;
  withdrawn: number;
  notices: string[];
  problem: string | null;
}

/**
 * Makes a calendar a group's own, and its happenings the group's meetings. Connecting again changes nothing.
 * Throws NotFound, NotAllowed, and Unreachable or NotACalendar, after which nothing is kept.
 */
export async function connectGroupCalendar(
  ctx: Ctx,
  input: { groupSlug: string; source: CalendarSource },
  read: ReadSource,
): Promise<SyncReport> {
  await findGroupToConnect(ctx, input.groupSlug);
  const found = await findCalendarOf(ctx, input.source);
  const known = found ? { ...found, ...input.source } : unknown(input.source);
  const reading = await readCalendar(known, ctx.now, read);
  const name = reading?.feed.name ?? nameOf(input.source);
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const { calendar, groupId, changes } = await connectCalendar(inside, { ...input, name });
    if (changes.length > 0) changes.push(...(await joinMeetings(inside, calendar.id, groupId)));
    return keepReading(inside, calendar.id, reading, changes);
  });
}

/** Reads every calendar again, or a group's; one that cannot be read does not keep the others waiting. Throws NotFound, NotAllowed. */
export async function syncCalendars(
  ctx: Ctx,
  { groupSlug }: { groupSlug?: string | undefined },
  read: ReadSource,
): Promise<SyncReport[]> {
  if (!maySyncCalendars(ctx.actor)) throw new NotAllowed("have calendars read again");
  const reports: SyncReport[] = [];
  for (const calendar of await findCalendars(ctx, groupSlug))
    reports.push(await syncCalendar(ctx, calendar, read));
  return reports;
}

async function syncCalendar(ctx: Ctx, calendar: Calendar, read: ReadSource): Promise<SyncReport> {
  let reading: Reading;
  try {
    reading = await readCalendar({ ...calendar, ...openSource(calendar) }, ctx.now, read);
  } catch (error) {
    return ctx.db.transaction((db) => keepProblem({ ...ctx, db }, calendar.id, problemOf(error)));
  }
  return ctx.db.transaction((db) => keepReading({ ...ctx, db }, calendar.id, reading, []));
}

/** One reading, one transaction: rows, meetings, agendas, validators and record stand or fall together. */
async function keepReading(ctx: Ctx, id: string, reading: Reading, changes: Change[]): Promise<SyncReport> {
  const calendar = await lockCalendar(ctx, id);
  const report = { name: calendar.name, added: 0, changed: 0, withdrawn: 0, notices: [], problem: null };
  if (!reading) {
    await finish(ctx, id, changes);
    return report;
  }
  const { feed, window, ...validators } = reading;
  const kept = await keepOccurrences(ctx, id, { feed, to: window.to });
  const notices = [...feed.notices, ...kept.notices];
  const withdrawn = kept.changed.filter(({ after }) => after.status === "withdrawn").length;
  const counts = { added: kept.added.length, changed: kept.changed.length - withdrawn, withdrawn };
  await ctx.db
    .update(calendars)
    .set({
      ...validators,
      windowUntil: window.until,
      notices,
      problem: null,
      problemSince: null,
      lastReadAt: ctx.now,
    })
    .where(eq(calendars.id, id));
  changes.push(...(await syncMeetings(ctx, id, kept)));
  if (kept.added.length + kept.changed.length + kept.hidden.length > 0) {
    changes.push({ deed: "sync calendar", noun: "calendar", nounId: id, after: counts });
  }
  await finish(ctx, id, changes);
  return { ...report, ...counts, notices: notices.map(({ message }) => message) };
}

/** The record comes last, as it locks the data version; agendas are drafted before it, and only if something changed. */
async function finish(ctx: Ctx, calendarId: string, changes: Change[]): Promise<void> {
  if (changes.length === 0) return;
  await refreshAgendas(ctx, await lockGroups(ctx, calendarId));
  await record(ctx, changes);
}

/** Old rows and validators stay as they are; the problem stands until the next good reading. */
async function keepProblem(ctx: Ctx, id: string, problem: string): Promise<SyncReport> {
  const calendar = await lockCalendar(ctx, id);
  const isNew = calendar.problem !== problem;
  await ctx.db
    .update(calendars)
    .set({ problem, problemSince: calendar.problemSince ?? ctx.now })
    .where(eq(calendars.id, id));
  if (isNew) {
    await record(ctx, { deed: "fail to read calendar", noun: "calendar", nounId: id, after: { problem } });
  }
  return { name: calendar.name, added: 0, changed: 0, withdrawn: 0, notices: [], problem };
}

async function findCalendars(ctx: Ctx, groupSlug: string | undefined): Promise<Calendar[]> {
  const ofGroup = ctx.db
    .select({ one: sql`1` })
    .from(calendarGroups)
    .innerJoin(groups, eq(groups.id, calendarGroups.groupId))
    .where(and(eq(calendarGroups.calendarId, calendars.id), eq(groups.slug, groupSlug ?? "")));
  if (groupSlug === undefined)
    return ctx.db.select().from(calendars).orderBy(calendars.createdAt, calendars.source);
  await findGroupToConnect(ctx, groupSlug);
  return ctx.db
    .select()
    .from(calendars)
    .where(exists(ofGroup))
    .orderBy(calendars.createdAt, calendars.source);
}

/** For a calendar that does not say its own name: the file's, or the address's host. */
function nameOf({ kind, source }: CalendarSource): string {
  if (kind === "file") return source.split(/[\\/]/).at(-1) || source;
  return URL.canParse(source) ? new URL(source).hostname : "Calendar";
}
