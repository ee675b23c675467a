import { asc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { NotAllowed, NotFound } from "#app/domain/errors.ts";
import { connectCalendar } from "#app/domain/meetings/calendar/connect-calendar.server.ts";
import { syncCalendars } from "#app/domain/meetings/calendar/sync-calendars.server.ts";
import { type ReadSource, Unreachable, wholeText } from "#app/gateways/calendar-source.server.ts";
import { changes, dataVersion } from "#db/schema/accounts.ts";
import { calendars, events, occurrences } from "#db/schema/calendars.ts";
import { groupRules } from "#db/schema/groups.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { makeGroup, makeMeeting, makePerson } from "#test/factories/meetings.ts";
import { testContext } from "#test/setup/context.ts";

const test = testContext({ actor: { kind: "job", name: "calendar" } });
const source = { kind: "address", source: "https://network.example/feed.ics" } as const;

const quarterly = (...lines: string[]) =>
  vevent(
    "DTSTART;TZID=Europe/London:20260512T100000",
    "DURATION:PT2H",
    "RRULE:FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU;COUNT=3",
    ...lines,
  );
const moved = vevent(
  "RECURRENCE-ID;TZID=Europe/London:20260811T100000",
  "DTSTART;TZID=Europe/London:20260818T140000",
  "DURATION:PT1H",
  "SUMMARY:Summer meeting",
);
const body = (...parts: string[][]) => calendar("X-WR-CALNAME:Network diary", ...parts);

/** A source that says this. */
const saying =
  (text: string | Error): ReadSource =>
  async () => {
    if (text instanceof Error) throw text;
    return wholeText({ body: new TextEncoder().encode(text), etag: '"1"' });
  };

const later = (ctx: Ctx, days: number): Ctx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + days * 86_400_000),
});

async function connected(ctx: Ctx, text: string) {
  const group = await makeGroup(ctx, { kind: "forum", name: "Dementia forum" });
  const report = await connectCalendar(
    ctx,
    { owner: { noun: "group", slug: group.slug }, source },
    saying(text),
  );
  return { group, report };
}

const shown = async (ctx: Ctx) => {
  const rows = await ctx.db.select().from(meetings).orderBy(asc(meetings.startsAt));
  return rows.map(({ title, status, startsAt, sequence }) => [
    title,
    status,
    startsAt?.toISOString().slice(0, 16),
    sequence,
  ]);
};

/** Everything that a run may write, but for the run's own time. */
async function everything(ctx: Ctx) {
  const tables = [events, occurrences, meetings, meetingGroups, changes, dataVersion];
  const rows = await Promise.all(tables.map((table) => ctx.db.select().from(table)));
  const diaries = await ctx.db.select().from(calendars);
  return { rows, diaries: diaries.map(({ lastReadAt: _, ...row }) => row) };
}

describe("what a diary calls private later on", () => {
  test("is no longer anybody's to read, and does not come back as another meeting", async ({ ctx }) => {
    const { group } = await connected(ctx, body(quarterly()));
    const again = body(quarterly("CLASS:PRIVATE"));
    await connectCalendar(ctx, { owner: { noun: "group", slug: group.slug }, source }, saying(again));
    const rows = await ctx.db.select({ isPublic: meetings.isPublic }).from(meetings);
    expect(rows).toEqual([{ isPublic: false }, { isPublic: false }, { isPublic: false }]);
    const before = (await ctx.db.select().from(changes)).length;
    await connectCalendar(ctx, { owner: { noun: "group", slug: group.slug }, source }, saying(again));
    expect((await ctx.db.select().from(changes)).length).toBe(before);
  });
});

describe("a body that meets in private", () => {
  test("does not become public by its diary", async ({ ctx }) => {
    const steering = await makeGroup(ctx, { kind: "steering-group", name: "Steering group" });
    await ctx.db.insert(groupRules).values({ groupId: steering.id, meetsInPublic: false });
    await connectCalendar(
      ctx,
      { owner: { noun: "group", slug: steering.slug }, source },
      saying(body(quarterly())),
    );
    const rows = await ctx.db.select({ isPublic: meetings.isPublic }).from(meetings);
    expect(rows).toEqual([{ isPublic: false }, { isPublic: false }, { isPublic: false }]);
  });
});

describe("connecting a calendar with a group", () => {
  test("its happenings become the group's meetings, and each is recorded", async ({ ctx }) => {
    const { group, report } = await connected(ctx, body(quarterly(), moved));
    expect(report).toMatchObject({ name: "Network diary", added: 3, changed: 0, problem: null });
    expect(await shown(ctx)).toEqual([
      ["Friday café", "planned", "2026-05-12T09:00", 0],
      ["Summer meeting", "planned", "2026-08-18T13:00", 0],
      ["Friday café", "planned", "2026-11-10T10:00", 0],
    ]);
    const links = await ctx.db.select().from(meetingGroups);
    expect(links.map(({ groupId }) => groupId)).toEqual(Array(3).fill(group.id));
    const recorded = await ctx.db.select({ deed: changes.deed }).from(changes);
    const deeds = recorded.map(({ deed }) => deed).filter((deed) => deed !== "draft agenda");
    expect(deeds.sort()).toEqual([
      "add meeting from calendar",
      "add meeting from calendar",
      "add meeting from calendar",
      "connect calendar",
      "sync calendar",
    ]);
  });

  test("doing it again changes nothing (case 47)", async ({ ctx }) => {
    const { group } = await connected(ctx, body(quarterly(), moved));
    const before = await everything(ctx);
    const again = body(quarterly("DTSTAMP:20260401T000000Z"), moved);
    const report = await connectCalendar(
      ctx,
      { owner: { noun: "group", slug: group.slug }, source },
      saying(again),
    );
    expect(report).toMatchObject({ added: 0, changed: 0, withdrawn: 0 });
    expect(await everything(ctx)).toEqual(before);
  });

  test("a second group shares the calendar and its meetings to come (case 44)", async ({ ctx }) => {
    await connected(ctx, body(quarterly()));
    const board = await makeGroup(ctx, { kind: "partnership" });
    await connectCalendar(
      ctx,
      { owner: { noun: "group", slug: board.slug }, source },
      saying(body(quarterly())),
    );
    expect(await ctx.db.select().from(calendars)).toHaveLength(1);
    expect(await ctx.db.select().from(meetings)).toHaveLength(3);
    expect(await ctx.db.select().from(meetingGroups).where(eq(meetingGroups.groupId, board.id))).toHaveLength(
      3,
    );
  });

  test("a meeting that somebody entered by hand for the same moment is the same meeting", async ({ ctx }) => {
    const group = await makeGroup(ctx, { kind: "forum" });
    const byHand = await makeMeeting(ctx, [group.id], { heldOn: "2026-05-12", title: "Spring meeting" });
    await connectCalendar(
      ctx,
      { owner: { noun: "group", slug: group.slug }, source },
      saying(body(quarterly())),
    );
    const rows = await ctx.db.select().from(meetings);
    expect(rows).toHaveLength(3);
    expect(rows.find(({ id }) => id === byHand.id)).toMatchObject({
      title: "Spring meeting",
      occurrenceId: expect.any(String),
    });
  });

  test("an all-day happening is held from midnight to midnight in London", async ({ ctx }) => {
    await connected(ctx, body(vevent("DTSTART;VALUE=DATE:20260620")));
    const [meeting] = await ctx.db.select().from(meetings);
    expect(meeting).toMatchObject({
      heldOn: "2026-06-20",
      startsAt: new Date("2026-06-19T23:00:00Z"),
      endsAt: new Date("2026-06-20T23:00:00Z"),
    });
  });

  test("an unknown group, a page instead of a calendar, and our own feed keep nothing", async ({ ctx }) => {
    const group = await makeGroup(ctx, { kind: "forum" });
    const connect = (groupSlug: string, text: string) =>
      connectCalendar(ctx, { owner: { noun: "group", slug: groupSlug }, source }, saying(text));
    await expect(connect("no-such-group", body(quarterly()))).rejects.toThrow(NotFound);
    await expect(connect(group.slug, "<html>Sign in</html>")).rejects.toThrow("It is a web page");
    const ours = body(quarterly("UID:1@meetings.assembly"));
    await expect(connect(group.slug, ours)).rejects.toThrow("cannot follow itself");
    expect(await ctx.db.select().from(calendars)).toEqual([]);
  });

  test.for([
    ["a visitor", { kind: "visitor" } as const],
    ["another group's lead", null],
  ] as const)("%s may not", async ([, actor], { ctx }) => {
    const group = await makeGroup(ctx, { kind: "forum" });
    const stranger =
      actor ?? (await makePerson(ctx, [["group-lead", "00000000-0000-4000-8000-000000000000"]]));
    const attempt = connectCalendar(
      { ...ctx, actor: stranger },
      { owner: { noun: "group", slug: group.slug }, source },
      saying(body()),
    );
    await expect(attempt).rejects.toThrow(NotAllowed);
  });

  test("the group's own lead may", async ({ ctx }) => {
    const group = await makeGroup(ctx, { kind: "forum" });
    const lead = await makePerson(ctx, [["group-lead", group.id]]);
    const report = await connectCalendar(
      { ...ctx, actor: lead },
      { owner: { noun: "group", slug: group.slug }, source },
      saying(body(quarterly())),
    );
    expect(report.added).toBe(3);
  });
});

describe("reading it again", () => {
  test("the same body changes nothing, on the same day and on the next", async ({ ctx }) => {
    await connected(ctx, body(quarterly(), moved));
    const before = await everything(ctx);
    await syncCalendars(ctx, {}, saying(body(quarterly(), moved)));
    expect(await everything(ctx)).toEqual(before);
    await syncCalendars(later(ctx, 1), {}, saying(body(quarterly(), moved)));
    expect((await everything(ctx)).rows).toEqual(before.rows);
  });

  test("what it said of itself is told to the source, and 304 leaves all as it is (case 62)", async ({
    ctx,
  }) => {
    await connected(ctx, body(quarterly()));
    const before = await everything(ctx);
    const asked: unknown[] = [];
    const unchanged: ReadSource = async (_from, known) => {
      asked.push(known);
      return { changed: false };
    };
    await syncCalendars(ctx, {}, unchanged);
    expect(asked).toEqual([{ etag: '"1"', lastModified: null, syncToken: null }]);
    expect(await everything(ctx)).toEqual(before);
  });

  test("an endless series goes on with the days (case 23)", async ({ ctx }) => {
    const weekly = body(vevent("DTSTART:20260505T090000Z", "RRULE:FREQ=WEEKLY"));
    await connected(ctx, weekly);
    const last = async () => (await shown(ctx)).at(-1)?.[2];
    expect(await last()).toBe("2027-07-13T09:00");
    await syncCalendars(later(ctx, 7), {}, saying(weekly));
    expect(await last()).toBe("2027-07-20T09:00");
  });

  test("a moved, renamed or cancelled meeting follows, keeps what people wrote, and its sequence rises", async ({
    ctx,
  }) => {
    await connected(ctx, body(quarterly()));
    await ctx.db.update(meetings).set({ location: "Room 2, by hand", accessNotes: "Ramp at the side" });
    const cancelled = vevent(
      "RECURRENCE-ID;TZID=Europe/London:20261110T100000",
      "DTSTART;TZID=Europe/London:20261110T100000",
      "STATUS:CANCELLED",
    );
    const [report] = await syncCalendars(ctx, {}, saying(body(quarterly(), moved, cancelled)));
    expect(report).toMatchObject({ added: 0, changed: 2, withdrawn: 0 });
    expect(await shown(ctx)).toEqual([
      ["Friday café", "planned", "2026-05-12T09:00", 0],
      ["Summer meeting", "planned", "2026-08-18T13:00", 1],
      ["Friday café", "cancelled", "2026-11-10T10:00", 1],
    ]);
    const rows = await ctx.db.select().from(meetings);
    expect(rows.map(({ location, accessNotes }) => [location, accessNotes])).toEqual(
      Array(3).fill(["Room 2, by hand", "Ramp at the side"]),
    );
    const followed = await ctx.db.select().from(changes).where(eq(changes.deed, "follow calendar"));
    expect(followed).toHaveLength(2);
  });

  test("a meeting that was held does not change any more", async ({ ctx }) => {
    await connected(ctx, body(quarterly()));
    await ctx.db.update(meetings).set({ status: "held" });
    await syncCalendars(ctx, {}, saying(body(quarterly(), moved)));
    expect((await shown(ctx)).map(([, status, , sequence]) => [status, sequence])).toEqual(
      Array(3).fill(["held", 0]),
    );
  });

  test("case 41: what is gone is withdrawn if it is to come, and comes back if it returns", async ({
    ctx,
  }) => {
    await connected(ctx, body(quarterly()));
    const summer = later(ctx, 60);
    const fair = vevent("UID:fair@x.example", "DTSTART:20260901T090000Z", "SUMMARY:Fair", "STATUS:CANCELLED");
    const [gone] = await syncCalendars(summer, {}, saying(body(fair)));
    expect(gone).toMatchObject({ withdrawn: 2 });
    const states = async () =>
      (await shown(ctx)).filter(([title]) => title !== "Fair").map(([, status]) => status);
    expect(await states()).toEqual(["planned", "withdrawn", "withdrawn"]);
    await syncCalendars(summer, {}, saying(body(quarterly(), fair)));
    expect(await states()).toEqual(["planned", "planned", "planned"]);
  });

  test("case 43: a lower SEQUENCE is an old copy and is left alone, with a notice", async ({ ctx }) => {
    await connected(ctx, body(quarterly("SEQUENCE:3")));
    const old = quarterly("SEQUENCE:1", "SUMMARY:Old name");
    const [report] = await syncCalendars(ctx, {}, saying(body(old)));
    expect(report).toMatchObject({ changed: 0, withdrawn: 0 });
    expect(report?.notices).toEqual([expect.stringContaining("older version")]);
    expect((await shown(ctx)).map(([title]) => title)).toEqual(Array(3).fill("Friday café"));
  });

  test.for([
    ["a web page", "<!doctype html>Sign in"],
    ["nothing", ""],
    ["half a calendar", body(quarterly()).slice(0, -30)],
    ["no answer", new Unreachable("network.example cannot be reached.")],
  ] as const)(
    "case 63: %s keeps the old rows and says why until the next good reading",
    async ([, text], { ctx }) => {
      await connected(ctx, body(quarterly()));
      const before = await everything(ctx);
      const [report] = await syncCalendars(later(ctx, 1), {}, saying(text));
      expect(report?.problem).toEqual(expect.any(String));
      await syncCalendars(later(ctx, 2), {}, saying(text));
      const [stored] = await ctx.db.select().from(calendars);
      expect(stored).toMatchObject({
        problem: report?.problem,
        problemSince: later(ctx, 1).now,
        contentHash: before.diaries[0]?.contentHash,
      });
      expect(await shown(ctx)).toHaveLength(3);
      await syncCalendars(later(ctx, 2), {}, saying(body(quarterly())));
      expect((await ctx.db.select().from(calendars))[0]).toMatchObject({ problem: null, problemSince: null });
    },
  );

  test("one group's calendars, or all; one that fails does not stop the others", async ({ ctx }) => {
    const { group } = await connected(ctx, body(quarterly()));
    const other = await makeGroup(ctx, { kind: "forum" });
    const second = { kind: "file", source: "/srv/second.ics" } as const;
    await connectCalendar(
      ctx,
      { owner: { noun: "group", slug: other.slug }, source: second },
      saying(body(vevent("DTSTART:20260505T090000Z"))),
    );
    const elsewhere = body(vevent("UID:other@x.example", "DTSTART:20260506T090000Z"));
    const read: ReadSource = (from, known) =>
      saying(from.kind === "file" ? elsewhere : new Unreachable("Gone."))(from, known);
    const all = await syncCalendars(ctx, {}, read);
    expect(all.map(({ problem, withdrawn }) => [problem, withdrawn])).toEqual([
      [null, 1],
      ["Gone.", 0],
    ]);
    expect(await syncCalendars(ctx, { groupSlug: group.slug }, read)).toHaveLength(1);
    await expect(syncCalendars(ctx, { groupSlug: "nobody" }, read)).rejects.toThrow(NotFound);
    await expect(syncCalendars({ ...ctx, actor: { kind: "visitor" } }, {}, read)).rejects.toThrow(NotAllowed);
  });

  test("case 46: a program that names everything anew at each export changes nothing", async ({ ctx }) => {
    const exported = (salt: string) =>
      body(
        vevent(`UID:${salt}-1`, "DTSTART:20260505T090000Z", "RRULE:FREQ=WEEKLY;COUNT=2"),
        vevent(`UID:${salt}-2`, "DTSTART:20260505T090000Z", "LOCATION:Somewhere else"),
        vevent(`UID:${salt}-3`, "DTSTART;VALUE=DATE:20260620"),
      );
    await connected(ctx, exported("first"));
    const before = await ctx.db.select().from(meetings);
    const [report] = await syncCalendars(ctx, {}, saying(exported("second")));
    expect(report).toMatchObject({ added: 0, changed: 0, withdrawn: 0 });
    expect(report?.notices).toEqual([expect.stringContaining("names its events anew")]);
    expect(await ctx.db.select().from(meetings)).toEqual(before);
  });

  test("private events are nowhere in what is kept (case 57)", async ({ ctx }) => {
    await connected(ctx, body(quarterly("CLASS:CONFIDENTIAL", "SUMMARY:Redundancies")));
    expect(await ctx.db.select().from(events)).toEqual([]);
    expect(await shown(ctx)).toEqual([]);
  });
});
