import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { findDue, queueDueCalendars } from "#app/domain/calendars/clock/find-due.server.ts";
import { holdLease, LostLease, releaseLease, takeLease } from "#app/domain/calendars/clock/lease.server.ts";
import { NotAllowed } from "#app/domain/errors.ts";
import { syncCalendar } from "#app/domain/meetings/calendar/sync-calendars.server.ts";
import { queueDueCalendarsJob } from "#app/jobs/calendars/queue-due-calendars.ts";
import { calendars, occurrences } from "#db/schema/calendars.ts";
import { calendarClocks, calendarRuns } from "#db/schema/diary/syncs.ts";
import { jobsOf } from "#test/factories/accounts-traces.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { makeCalendar } from "#test/factories/connected-calendars.ts";
import { makeGroup } from "#test/factories/meetings.ts";
import { clockOf, connectSite, later, runAt, Website } from "#test/factories/sources.ts";
import { testContext } from "#test/setup/context.ts";

const test = testContext({ actor: { kind: "job", name: "clock" } });
const always = { onlyIfDue: false };
const weekly = calendar(vevent("DTSTART:20260505T090000Z", "RRULE:FREQ=WEEKLY;COUNT=3"));

test("case 70: of two runs of one calendar at once the second is refused", async ({ ctx }) => {
  const group = await makeGroup(ctx);
  const site = new Website(weekly);
  const { calendarId } = await connectSite(ctx, { noun: "group", slug: group.slug }, site);
  const lease = await takeLease(ctx, calendarId, always);
  expect(lease).not.toBeNull();
  const asked = site.asked.length;
  expect(await syncCalendar(ctx, calendarId, { trigger: "person" }, site.read)).toEqual({ busy: true });
  expect(site.asked).toHaveLength(asked);
  await releaseLease(ctx, calendarId, lease ?? "");
  expect(await syncCalendar(ctx, calendarId, { trigger: "person" }, site.read)).toMatchObject({
    outcome: "unchanged",
  });
  expect((await clockOf(ctx, calendarId)).leaseId).toBeNull();
});

test("case 69: a run whose worker died is repeated once its lease has run out, and doubles nothing", async ({
  ctx,
}) => {
  const group = await makeGroup(ctx);
  const site = new Website(weekly);
  const { calendarId } = await connectSite(ctx, { noun: "group", slug: group.slug }, site);
  const dead = await takeLease(ctx, calendarId, always);
  const now = later(ctx, { minutes: 30 });
  await ctx.db.update(calendarClocks).set({ nextRunAt: now });
  expect(await findDue({ ...ctx, now })).toEqual([]);
  await ctx.db.update(calendarClocks).set({ leasedUntil: sql`clock_timestamp() - interval '1 second'` });
  expect(await findDue({ ...ctx, now })).toEqual([calendarId]);
  site.says = weekly.replace("COUNT=3", "COUNT=4");
  expect(await runAt(ctx, calendarId, site, now)).toMatchObject({ outcome: "changed", added: 1 });
  expect(await ctx.db.select().from(occurrences)).toHaveLength(4);
  expect(await clockOf(ctx, calendarId)).toMatchObject({ leaseId: null, lastOutcome: "changed" });
  // Should the dead one come back to life in the middle of its transaction, it writes nothing
  await expect(holdLease(ctx, calendarId, dead ?? "")).rejects.toThrow(LostLease);
});

test("a run that was overtaken while it read writes nothing", async ({ ctx }) => {
  const group = await makeGroup(ctx);
  const site = new Website(weekly);
  const { calendarId } = await connectSite(ctx, { noun: "group", slug: group.slug }, site);
  const other = "00000000-0000-4000-8000-000000000001";
  const slow: typeof site.read = async (from, known) => {
    await ctx.db.update(calendarClocks).set({ leaseId: other });
    return new Website(weekly.replace("COUNT=3", "COUNT=9")).read(from, known);
  };
  expect(await syncCalendar(ctx, calendarId, { trigger: "person" }, slow)).toEqual({ busy: true });
  expect(await ctx.db.select().from(occurrences)).toHaveLength(3);
  expect(await clockOf(ctx, calendarId)).toMatchObject({ leaseId: other });
  expect(await ctx.db.select().from(calendarRuns)).toHaveLength(1);
});

test("an error of our own gives the lease back, and waits a little", async ({ ctx }) => {
  const { id } = await makeCalendar(ctx.db);
  const broken = () => Promise.reject(new TypeError("a mistake of ours"));
  await expect(syncCalendar(ctx, id, { trigger: "clock" }, broken)).rejects.toThrow("a mistake of ours");
  expect(await clockOf(ctx, id)).toMatchObject({ leaseId: null, nextRunAt: later(ctx, { minutes: 5 }) });
});

test("a job that comes too late finds nothing to do", async ({ ctx }) => {
  const group = await makeGroup(ctx);
  const site = new Website(weekly);
  const { calendarId } = await connectSite(ctx, { noun: "group", slug: group.slug }, site);
  const asked = site.asked.length;
  expect(await syncCalendar(ctx, calendarId, { trigger: "clock" }, site.read)).toEqual({ busy: true });
  expect(site.asked).toHaveLength(asked);
});

test("only what is due, free and wanted is read, what waits longest first, no more at once than asked for", async ({
  ctx,
}) => {
  const make = async (over: Partial<typeof calendarClocks.$inferInsert>, of = {}) => {
    const { id } = await makeCalendar(ctx.db, of);
    await ctx.db
      .update(calendarClocks)
      .set({ lastRunAt: null, ...over })
      .where(eq(calendarClocks.calendarId, id));
    return id;
  };
  const late = await make({ nextRunAt: later(ctx, { minutes: -60 }) });
  const longer = await make({ nextRunAt: later(ctx, { minutes: -120 }) });
  await make({ nextRunAt: later(ctx, { minutes: 1 }) });
  await make({}, { pausedAt: ctx.now });
  await make({}, { disconnectedAt: ctx.now });
  await takeLease(ctx, await make({}), always);
  expect(await findDue(ctx)).toEqual([longer, late]);
  expect(await findDue(ctx, 1)).toEqual([longer]);
});

test("each that is due gets one job, however often the minute strikes; nobody else may say so", async ({
  ctx,
}) => {
  await makeCalendar(ctx.db);
  await makeCalendar(ctx.db);
  await queueDueCalendarsJob({ db: ctx.db, now: ctx.now, payload: {} });
  expect(await queueDueCalendars(ctx)).toBe(2);
  expect(await jobsOf(ctx)).toEqual(["sync-calendar", "sync-calendar"]);
  await expect(queueDueCalendars({ ...ctx, actor: { kind: "visitor" } })).rejects.toThrow(NotAllowed);
});

test("what was disconnected or moved while it was read is not written", async ({ ctx }) => {
  const group = await makeGroup(ctx);
  const site = new Website(weekly);
  const { calendarId } = await connectSite(ctx, { noun: "group", slug: group.slug }, site);
  for (const values of [{ sourceKey: "another" }, { disconnectedAt: ctx.now }]) {
    const meanwhile: typeof site.read = async (from, known) => {
      await ctx.db.update(calendars).set(values);
      return new Website(weekly.replace("COUNT=3", "COUNT=9")).read(from, known);
    };
    expect(await syncCalendar(ctx, calendarId, { trigger: "person" }, meanwhile)).toEqual({ busy: true });
  }
  expect(await ctx.db.select().from(occurrences)).toHaveLength(3);
  expect((await clockOf(ctx, calendarId)).leaseId).toBeNull();
});
