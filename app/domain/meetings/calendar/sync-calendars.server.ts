import { and, eq, exists, isNull, sql } from "drizzle-orm";
import {
  LostLease,
  releaseLease,
  takeLease,
  waitAfterError,
} from "#app/domain/calendars/clock/lease.server.ts";
import { findKeptCalendar } from "#app/domain/calendars/keeping/find-calendar.server.ts";
import { findOwner } from "#app/domain/calendars/keeping/owner.server.ts";
import { maySyncCalendars } from "#app/domain/calendars/policy.ts";
import { openSource } from "#app/domain/calendars/sources/sealed-source.server.ts";
import { CannotOpen, type Failure, failureOf } from "#app/domain/calendars/sync/failure.server.ts";
import type { Calendar } from "#app/domain/calendars/sync/keep-connection.server.ts";
import {
  type KnownCalendar,
  type Quiet,
  type Reading,
  readCalendar,
} from "#app/domain/calendars/sync/read-calendar.server.ts";
import { findEtags, findTexts, findWaiting } from "#app/domain/calendars/sync/texts.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotAllowed } from "#app/domain/errors.ts";
import type { CalendarSource, ReadSource } from "#app/gateways/calendar-source.server.ts";
import { calendarGroups, calendars } from "#db/schema/calendars.ts";
import { groups } from "#db/schema/groups.ts";
import type { RunTrigger } from "#db/vocabulary-diary.ts";
import { keepFailure, keepQuiet, keepReading, type Run, type SyncReport } from "./keep-reading.server.ts";

export type { SyncReport };

/** Another run of this calendar is under way, or it was read a moment ago. */
export interface Busy {
  busy: true;
}

/**
 * Reads one calendar again and keeps what it says, in one transaction. The clock reads what is due; a person reads at
 * once. Throws NotFound to those who do not keep it, or Conflict while it is paused.
 */
export async function syncCalendar(
  ctx: Ctx,
  calendarId: string,
  { trigger }: { trigger: Exclude<RunTrigger, "connect"> },
  read: ReadSource,
): Promise<SyncReport | Busy> {
  const { calendar } = await findKeptCalendar(ctx, calendarId);
  const isStopped = calendar.pausedAt !== null || calendar.disconnectedAt !== null;
  if (isStopped && trigger === "clock") return { busy: true };
  if (isStopped) throw new Conflict("This calendar is not read at the moment. Begin reading it again first.");
  const leaseId = await takeLease(ctx, calendar.id, { onlyIfDue: trigger === "clock" });
  if (!leaseId) return { busy: true };
  try {
    return await runWith(ctx, calendar.id, { trigger, leaseId, asked: null, changes: [] }, read);
  } catch (error) {
    const isLost = error instanceof LostLease;
    const waitMs = isLost ? 0 : waitAfterError;
    await releaseLease(ctx, calendar.id, leaseId, { waitMs }).catch(() => {});
    if (isLost) return { busy: true };
    throw error;
  }
}

/** What is known is looked up under the lease: the run before may have changed it. */
async function runWith(ctx: Ctx, id: string, begun: Run, read: ReadSource): Promise<SyncReport> {
  const { calendar } = await findKeptCalendar(ctx, id);
  const run = { ...begun, asked: calendar };
  const found = await tryToRead(ctx, calendar, read);
  return ctx.db.transaction((db) => {
    const inside = { ...ctx, db };
    if ("problem" in found) return keepFailure(inside, id, found, run);
    return found.feed ? keepReading(inside, id, found, run) : keepQuiet(inside, calendar, found, run);
  });
}

async function tryToRead(ctx: Ctx, calendar: Calendar, read: ReadSource): Promise<Reading | Quiet | Failure> {
  try {
    return await readCalendar(knownOf(ctx, calendar, opened(calendar)), ctx.now, read);
  } catch (error) {
    return failureOf(error);
  }
}

function opened(calendar: Calendar): CalendarSource {
  try {
    return openSource(calendar);
  } catch {
    throw new CannotOpen(
      "Its address or password cannot be opened any more, as the site's key has changed. Connect it again.",
    );
  }
}

/** A calendar as its reading knows it; texts are looked up only where they are needed. */
export function knownOf(ctx: Ctx, calendar: Calendar, source: CalendarSource): KnownCalendar {
  const { defaultZone, contentHash, etag, lastModified, syncToken, windowUntil, problem } = calendar;
  return {
    ...{ ...source, defaultZone, contentHash, etag, lastModified, syncToken, windowUntil, problem },
    findTexts: () => findTexts(ctx, calendar.id),
    findEtags: () => findEtags(ctx, calendar.id),
    findWaiting: () => findWaiting(ctx, calendar.id),
  };
}

/** Reads every calendar again, or a group's; one that cannot be read does not keep the others waiting. Throws NotFound, NotAllowed. */
export async function syncCalendars(
  ctx: Ctx,
  { groupSlug }: { groupSlug?: string | undefined },
  read: ReadSource,
): Promise<SyncReport[]> {
  if (!maySyncCalendars(ctx.actor)) throw new NotAllowed("have calendars read again");
  const reports: SyncReport[] = [];
  for (const id of await findCalendars(ctx, groupSlug)) {
    const report = await syncCalendar(ctx, id, { trigger: "person" }, read);
    if (!("busy" in report)) reports.push(report);
  }
  return reports;
}

/** Those that are read at all: a pause is meant for the terminal too. */
async function findCalendars(ctx: Ctx, groupSlug: string | undefined): Promise<string[]> {
  if (groupSlug !== undefined) await findOwner(ctx, { noun: "group", slug: groupSlug });
  const ofGroup = ctx.db
    .select({ one: sql`1` })
    .from(calendarGroups)
    .innerJoin(groups, eq(groups.id, calendarGroups.groupId))
    .where(and(eq(calendarGroups.calendarId, calendars.id), eq(groups.slug, groupSlug ?? "")));
  const isRead = and(isNull(calendars.pausedAt), isNull(calendars.disconnectedAt));
  const rows = await ctx.db
    .select({ id: calendars.id })
    .from(calendars)
    .where(groupSlug === undefined ? isRead : and(isRead, exists(ofGroup)))
    .orderBy(calendars.createdAt, calendars.source);
  return rows.map(({ id }) => id);
}
