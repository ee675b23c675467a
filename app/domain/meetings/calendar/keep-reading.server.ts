import { eq } from "drizzle-orm";
import { endRun, keepRun } from "#app/domain/calendars/clock/end-run.server.ts";
import { holdLease, LostLease } from "#app/domain/calendars/clock/lease.server.ts";
import { withGivenTitles } from "#app/domain/calendars/keeping/given-titles.ts";
import { sealedAnew } from "#app/domain/calendars/sources/sealed-source.server.ts";
import type { Failure } from "#app/domain/calendars/sync/failure.server.ts";
import { doubtOf, endHold, findHold, isBelieved, keepHold } from "#app/domain/calendars/sync/holds.server.ts";
import { type Calendar, lockCalendar } from "#app/domain/calendars/sync/keep-connection.server.ts";
import {
  findKnown,
  type KeptOccurrences,
  keepPlan,
} from "#app/domain/calendars/sync/keep-occurrences.server.ts";
import { type Known, type Plan, planReading } from "#app/domain/calendars/sync/plan.ts";
import { type Quiet, type Reading, readTexts } from "#app/domain/calendars/sync/read-calendar.server.ts";
import { joinSameEvents } from "#app/domain/calendars/sync/same-events.server.ts";
import { tellOfFailure, tellOfHealing, tellOfHold } from "#app/domain/calendars/sync/tell-owners.server.ts";
import { findTexts, forgetWaiting, keepTexts, keepWaiting } from "#app/domain/calendars/sync/texts.server.ts";
import { placeEvents } from "#app/domain/calendars/venues/place-events.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { refreshAgendas } from "#app/domain/meetings/agenda/refresh-agendas.server.ts";
import { type Change, record } from "#app/domain/record.server.ts";
import { calendars } from "#db/schema/calendars.ts";
import type { HoldReason, RunOutcome, RunTrigger } from "#db/vocabulary-diary.ts";
import { countRun } from "./keeping/count-run.server.ts";
import { lockGroups, syncMeetings } from "./sync-meetings.server.ts";

/** What one run did with one calendar. `problem` says why it could not be read; what was known then stays. */
export interface SyncReport {
  calendarId: string;
  name: string;
  outcome: RunOutcome;
  added: number;
  changed: number;
  withdrawn: number;
  notices: string[];
  problem: string | null;
  /** The reading would empty or halve the calendar and waits to be believed: nothing has changed. */
  hold: { reason: HoldReason; vanishing: number; ofToCome: number } | null;
}

export interface Run {
  trigger: RunTrigger;
  /** Null for the run that connects, which nobody can be beside. */
  leaseId: string | null;
  /** What the run changed before it read, to be recorded with the rest. */
  changes: Change[];
  /** Which source was asked, and in which zone it was read: should either be another by now, what was read means nothing. Null for a new one. */
  asked: Pick<Calendar, "sourceKey" | "defaultZone"> | null;
  /** The body of an upload, which has to be kept while it waits. */
  upload?: Uint8Array | undefined;
}

/** A run that found nothing new: no row but the clock's own, unless it ends a hold by that. */
export async function keepQuiet(
  ctx: Ctx,
  calendar: Calendar,
  { syncToken }: Quiet,
  { leaseId, changes, trigger }: Run,
): Promise<SyncReport> {
  const isMoving = syncToken !== calendar.syncToken;
  if (isMoving) await lockCalendar(ctx, calendar.id);
  if (leaseId) await holdLease(ctx, calendar.id, leaseId);
  if (isMoving) await ctx.db.update(calendars).set({ syncToken }).where(eq(calendars.id, calendar.id));
  // It says again what it said before: whatever was held is gone
  const isEntered = await endHold(ctx, calendar.id);
  if (isEntered) await keepRun(ctx, calendar.id, { trigger, outcome: "unchanged" });
  await endRun(ctx, calendar, { outcome: "unchanged", isEntered });
  await finish(ctx, calendar.id, changes);
  return reportOf(calendar, "unchanged");
}

/** One reading, one transaction: rows, meetings, agendas, validators and record stand or fall together. */
export async function keepReading(ctx: Ctx, id: string, reading: Reading, run: Run): Promise<SyncReport> {
  const calendar = await holdCalendar(ctx, id, run);
  const { feed, window } = reading;
  const known = await findKnown(ctx, id, calendar.lastReadAt);
  const titled = withGivenTitles(feed, known.events);
  const plan = planReading(known, titled, { now: ctx.now, to: window.to });
  const held = await holdIfDoubtful(ctx, calendar, { known, plan, reading, run });
  if (held) return held;
  const isHoldOver = await endHold(ctx, id);
  const kept = await keepPlan(ctx, id, plan);
  await placeEvents(ctx, id);
  await joinSameEvents(ctx, id);
  const notices = await keepTextOf(ctx, calendar, reading, kept);
  const withdrawn = kept.changed.filter(({ after }) => after.status === "withdrawn").length;
  const counts = { added: kept.added.length, changed: kept.changed.length - withdrawn, withdrawn };
  run.changes.push(...(await syncMeetings(ctx, id, kept)));
  const isChanged = kept.added.length + kept.changed.length + kept.hidden.length > 0;
  const outcome = isChanged ? "changed" : "unchanged";
  // What was broken or held is to be seen to work again
  const isEntered = isChanged || run.trigger === "connect" || isHoldOver || calendar.problem !== null;
  if (isEntered) {
    const { leftOut, ...done } = await countRun(ctx, id, kept);
    const all = { ...leftOut, ...feed.ignored, ...(feed.hidden > 0 ? { private: feed.hidden } : {}) };
    await keepRun(ctx, id, { trigger: run.trigger, outcome, ...done, notices: notices.length, leftOut: all });
  }
  if (isChanged) run.changes.push({ deed: "sync calendar", noun: "calendar", nounId: id, after: counts });
  await tellOfHealing(ctx, calendar, await endRun(ctx, calendar, { outcome, isEntered }));
  await finish(ctx, id, run.changes);
  return { ...reportOf(calendar, outcome), ...counts, notices: notices.map(({ message }) => message) };
}

/** Locks the calendar for this run. Throws LostLease where it was taken over, disconnected or moved meanwhile. */
async function holdCalendar(ctx: Ctx, id: string, { leaseId, asked, trigger }: Run): Promise<Calendar> {
  const calendar = await lockCalendar(ctx, id);
  if (leaseId) await holdLease(ctx, id, leaseId);
  const isEnded = calendar.disconnectedAt !== null && trigger !== "connect";
  const isOther =
    asked && (asked.sourceKey !== calendar.sourceKey || asked.defaultZone !== calendar.defaultZone);
  if (isEnded || isOther) throw new LostLease();
  const sealed = sealedAnew(calendar);
  if (sealed) await ctx.db.update(calendars).set(sealed).where(eq(calendars.id, id));
  return calendar;
}

/** The text, and its validators with it; the notices of a text that was read before stay (calendar case 62). */
async function keepTextOf(ctx: Ctx, calendar: Calendar, reading: Reading, kept: KeptOccurrences) {
  const { feed, window, validators, texts, isKnownText } = reading;
  await keepTexts(ctx, calendar.id, texts);
  if (calendar.kind === "upload") await forgetWaiting(ctx, calendar.id);
  const notices = isKnownText ? calendar.notices : [...feed.notices, ...kept.notices];
  const good = { problem: null, problemSince: null, lastReadAt: ctx.now };
  await ctx.db
    .update(calendars)
    .set({ ...validators, windowUntil: window.until, notices, ...good })
    .where(eq(calendars.id, calendar.id));
  return notices;
}

/** Nothing of a doubtful reading is kept but the question. Null where it is to be believed. */
async function holdIfDoubtful(
  ctx: Ctx,
  calendar: Calendar,
  { known, plan, reading, run }: { known: Known; plan: Plan; reading: Reading; run: Run },
): Promise<SyncReport | null> {
  const { id } = calendar;
  const reason = doubtOf(plan.loss);
  const { contentHash } = reading.validators;
  const hold = await findHold(ctx, id);
  if (!reason || (hold && isBelieved(hold, { contentHash, now: ctx.now }))) return null;
  const { vanishing, ofToCome } = plan.loss;
  const question = { reason, vanishing, ofToCome };
  const isAnother = hold?.contentHash !== contentHash;
  if (isAnother || calendar.problem !== null)
    await keepRun(ctx, id, { trigger: run.trigger, outcome: "held" });
  if (isAnother) {
    await tellOfHold(ctx, calendar, question, hold);
    await keepHold(ctx, id, { ...question, contentHash });
    if (run.upload) await keepWaiting(ctx, id, run.upload);
    run.changes.push({ deed: "hold reading", noun: "calendar", nounId: id, after: question });
  }
  await rollOn(ctx, calendar, { known, reading, run });
  if (calendar.problem !== null)
    await ctx.db.update(calendars).set({ problem: null, problemSince: null }).where(eq(calendars.id, id));
  await tellOfHealing(ctx, calendar, await endRun(ctx, calendar, { outcome: "held" }));
  await finish(ctx, id, run.changes);
  return { ...reportOf(calendar, "held"), hold: question };
}

/** While a reading is held the last good text goes on, day by day: no series runs dry (calendar cases 23 and 66). */
async function rollOn(
  ctx: Ctx,
  { id, windowUntil, defaultZone }: Calendar,
  { known, reading, run }: { known: Known; reading: Reading; run: Run },
): Promise<void> {
  const { window } = reading;
  const texts = windowUntil === window.until ? null : await findTexts(ctx, id);
  if (!texts || texts.size === 0) return;
  const feed = readTexts(texts, { ...window, defaultZone });
  const kept = await keepPlan(ctx, id, planReading(known, feed, { now: ctx.now, to: window.to }));
  await placeEvents(ctx, id);
  await joinSameEvents(ctx, id);
  run.changes.push(...(await syncMeetings(ctx, id, kept)));
  await ctx.db.update(calendars).set({ windowUntil: window.until }).where(eq(calendars.id, id));
}

/** Old rows and validators stay as they are; the problem stands until the next good reading. */
export async function keepFailure(ctx: Ctx, id: string, failure: Failure, run: Run): Promise<SyncReport> {
  const calendar = await holdCalendar(ctx, id, run);
  const { problem } = failure;
  const since = { problem, problemSince: calendar.problemSince ?? ctx.now };
  if (calendar.problem !== problem) {
    await ctx.db.update(calendars).set(since).where(eq(calendars.id, id));
    run.changes.push({ deed: "fail to read calendar", noun: "calendar", nounId: id, after: { problem } });
  }
  await keepRun(ctx, id, { trigger: run.trigger, outcome: "failed", problem });
  const clock = await endRun(ctx, calendar, {
    outcome: "failed",
    failure,
    isByHand: run.trigger === "person",
  });
  await tellOfFailure(ctx, { ...calendar, ...since }, failure, clock);
  await record(ctx, run.changes);
  return { ...reportOf(calendar, "failed"), problem };
}

/** The record comes last, as it locks the data version; agendas are drafted before it, and only if something changed. */
async function finish(ctx: Ctx, calendarId: string, changes: Change[]): Promise<void> {
  if (changes.length === 0) return;
  await refreshAgendas(ctx, await lockGroups(ctx, calendarId));
  await record(ctx, changes);
}

function reportOf({ id, name }: Calendar, outcome: RunOutcome): SyncReport {
  const nothing = { added: 0, changed: 0, withdrawn: 0, notices: [], problem: null, hold: null };
  return { calendarId: id, name, outcome, ...nothing };
}
