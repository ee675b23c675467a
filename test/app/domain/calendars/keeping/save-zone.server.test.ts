import { and, asc, desc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { pauseCalendar, resumeCalendar } from "#app/domain/calendars/keeping/pause.server.ts";
import { saveDefaultZone } from "#app/domain/calendars/keeping/save-zone.server.ts";
import type { Ctx, Person } from "#app/domain/context.ts";
import { disconnectCalendar } from "#app/domain/meetings/calendar/keeping/disconnect.server.ts";
import { saveZoneAndRead } from "#app/domain/meetings/calendar/keeping/read-now.server.ts";
import type { ReadSource } from "#app/gateways/calendar-source.server.ts";
import { changes } from "#db/schema/accounts.ts";
import { meetings } from "#db/schema/meetings.ts";
import { jobsOf } from "#test/factories/accounts-traces.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { makeGroup, makePerson } from "#test/factories/meetings.ts";
import { calendarOf, clockOf, connectSite, later, runAt, Website } from "#test/factories/sources.ts";
import { test } from "#test/setup/context.ts";

const weekly = vevent(
  "UID:weekly@n",
  "DTSTART:20260505T090000",
  "RRULE:FREQ=WEEKLY;COUNT=5",
  "SUMMARY:Weekly",
);
const unknown = vevent("UID:odd@n", "DTSTART;TZID=Nobody's Time:20260610T140000", "SUMMARY:Odd");
const universal = vevent("UID:utc@n", "DTSTART:20260611T100000Z", "SUMMARY:Universal");
const allDay = vevent("UID:day@n", "DTSTART;VALUE=DATE:20260612", "SUMMARY:All day");

async function connected(ctx: Ctx, ...parts: string[][]) {
  const group = await makeGroup(ctx);
  const lead: Ctx & { actor: Person } = { ...ctx, actor: await makePerson(ctx, [["group-lead", group.id]]) };
  const site = new Website(calendar(...(parts.length > 0 ? parts : [weekly, unknown, universal, allDay])));
  const { calendarId: id } = await connectSite(lead, { noun: "group", slug: group.slug }, site);
  return { id, lead, site, stranger: { ...ctx, actor: await makePerson(ctx) } };
}

const meetingsOf = ({ db }: Ctx) => db.select().from(meetings).orderBy(asc(meetings.startsAt));

const startsOf = async (ctx: Ctx) =>
  (await meetingsOf(ctx)).map(
    ({ title, status, startsAt }) => `${title} ${startsAt?.toISOString()} ${status}`,
  );

/** A website that says "not changed" whatever it is asked with. */
const silent: ReadSource = async () => ({ changed: false });

describe("the zone of times that name none", () => {
  test("moves those times at once although the feed says nothing new, and nothing else", async ({ ctx }) => {
    const { id, lead, site } = await connected(ctx);
    const before = await meetingsOf(ctx);
    expect((await startsOf(ctx)).at(0)).toBe("Weekly 2026-05-05T08:00:00.000Z planned");
    const report = await saveZoneAndRead(lead, id, "Europe/Paris", site.read);
    expect(report).toMatchObject({ outcome: "changed", added: 0, withdrawn: 0, hold: null });
    expect(await startsOf(ctx)).toEqual([
      "Weekly 2026-05-05T07:00:00.000Z planned",
      "Weekly 2026-05-12T07:00:00.000Z planned",
      "Weekly 2026-05-19T07:00:00.000Z planned",
      "Weekly 2026-05-26T07:00:00.000Z planned",
      "Weekly 2026-06-02T07:00:00.000Z planned",
      "Odd 2026-06-10T12:00:00.000Z planned",
      "Universal 2026-06-11T10:00:00.000Z planned",
      expect.stringMatching(/^All day 2026-06-1[12]T/),
    ]);
    // Every meeting keeps its address, and what people added to it
    expect((await meetingsOf(ctx)).map((row) => row.id)).toEqual(before.map((row) => row.id));
  });

  test("has the notices name the new zone, and leaves the next run nothing to do", async ({ ctx }) => {
    const { id, lead, site } = await connected(ctx);
    await saveZoneAndRead(lead, id, "Europe/Paris", site.read);
    const { notices } = await calendarOf(ctx, id);
    expect(notices.map(({ message }) => message)).toEqual([
      expect.stringContaining("its times were read as Europe/Paris"),
    ]);
    expect(await runAt(ctx, id, site, later(ctx, { minutes: 15 }))).toMatchObject({ outcome: "unchanged" });
    expect(site.asked.at(-1)).toMatchObject({ etag: expect.any(String) });
  });

  test("moves them by what is kept where the website only ever says 304", async ({ ctx }) => {
    const { id, lead } = await connected(ctx);
    await saveDefaultZone(lead, id, "America/New_York");
    const site = { read: silent } as Website;
    await runAt(ctx, id, site, later(ctx, { minutes: 1 }));
    expect((await startsOf(ctx)).at(0)).toBe("Weekly 2026-05-05T13:00:00.000Z planned");
    expect(await runAt(ctx, id, site, later(ctx, { minutes: 20 }))).toMatchObject({ outcome: "unchanged" });
  });

  test("is recorded, and has the next free worker read the calendar", async ({ ctx }) => {
    const { id, lead } = await connected(ctx);
    await saveDefaultZone({ ...lead, now: later(ctx, { minutes: 5 }) }, id, "Europe/Paris");
    expect(await calendarOf(ctx, id)).toMatchObject({ defaultZone: "Europe/Paris" });
    expect((await clockOf(ctx, id)).nextRunAt).toEqual(later(ctx, { minutes: 5 }));
    expect(await jobsOf(ctx)).toContain("sync-calendar");
    const deed = "change time zone of calendar";
    const ofDeed = and(eq(changes.nounId, id), eq(changes.deed, deed));
    const [change] = await ctx.db.select().from(changes).where(ofDeed).orderBy(desc(changes.at));
    expect(change).toMatchObject({
      before: { defaultZone: "Europe/London" },
      after: { defaultZone: "Europe/Paris" },
    });
    await saveDefaultZone(lead, id, "Europe/Paris");
    expect(await ctx.db.$count(changes, ofDeed)).toBe(1);
  });

  test("counts for a run that was under way when it changed: what that read is not written", async ({
    ctx,
  }) => {
    const { id, lead, site } = await connected(ctx);
    site.says = calendar(weekly, universal, vevent("DTSTART:20260701T090000", "SUMMARY:New"));
    const meanwhile = {
      read: async (...asked: Parameters<ReadSource>) => {
        const found = await site.read(...asked);
        await saveDefaultZone(lead, id, "Europe/Paris");
        return found;
      },
    } as Website;
    expect(await runAt(ctx, id, meanwhile, later(ctx, { minutes: 15 }))).toEqual({ busy: true });
    await runAt(ctx, id, site, later(ctx, { minutes: 16 }));
    expect((await startsOf(ctx)).at(-1)).toBe("New 2026-07-01T07:00:00.000Z planned");
  });

  test("waits with a calendar that is paused, and is not for one that is disconnected", async ({ ctx }) => {
    const { id, lead, site } = await connected(ctx);
    await pauseCalendar(lead, id);
    expect(await saveZoneAndRead(lead, id, "Europe/Paris", site.read)).toBeNull();
    expect((await startsOf(ctx)).at(0)).toContain("T08:00");
    await resumeCalendar(lead, id);
    await runAt(ctx, id, site, later(ctx, { minutes: 1 }));
    expect((await startsOf(ctx)).at(0)).toContain("T07:00");
    await disconnectCalendar(lead, id, "keep");
    await expect(saveDefaultZone(lead, id, "UTC")).rejects.toMatchObject({ name: "Conflict" });
  });

  test("is for those who keep the calendar", async ({ ctx }) => {
    const { id, stranger } = await connected(ctx);
    await expect(saveDefaultZone(stranger, id, "UTC")).rejects.toMatchObject({ name: "NotFound" });
    expect(await calendarOf(ctx, id)).toMatchObject({ defaultZone: "Europe/London" });
  });
});
