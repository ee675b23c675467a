import { asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { connectCalendar } from "#app/domain/meetings/calendar/connect-calendar.server.ts";
import { syncCalendar } from "#app/domain/meetings/calendar/sync-calendars.server.ts";
import type { CalendarSource, Fetched, KnownText, ReadSource } from "#app/gateways/calendar-source.server.ts";
import { occurrences } from "#db/schema/calendars.ts";
import { calendarClocks, calendarTexts } from "#db/schema/diary/syncs.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { makeGroup } from "#test/factories/meetings.ts";
import { calendarOf, later, tablesWritten } from "#test/factories/sources.ts";
import { testContext } from "#test/setup/context.ts";

const test = testContext({ actor: { kind: "job", name: "calendar" } });

const source: CalendarSource = {
  kind: "caldav",
  source: "https://dav.example/ann/diary/",
  account: "ann",
  password: "four quiet herons wade",
};

const resource = (name: string, ...lines: string[]) => ({
  href: `/ann/diary/${name}.ics`,
  etag: `"${name}${lines.length}"`,
  body: new TextEncoder().encode(
    calendar(vevent(`UID:${name}@x.example`, "DTSTART:20260605T090000Z", `SUMMARY:${name}`, ...lines)),
  ),
});

const answer = (of: Partial<Extract<Fetched, { changed: true }>>): Fetched => ({
  ...{
    changed: true,
    isWhole: false,
    resources: [],
    gone: [],
    etag: null,
    lastModified: null,
    syncToken: null,
  },
  ...of,
});

/** A collection that answers in turn. */
async function collection(ctx: Ctx, ...names: string[]) {
  const group = await makeGroup(ctx, { kind: "forum" });
  const asked: Partial<KnownText>[] = [];
  let next: Fetched = answer({
    isWhole: true,
    resources: names.map((name) => resource(name)),
    syncToken: "1",
  });
  const read: ReadSource = async (_from, known = {}) => {
    asked.push(known);
    return next;
  };
  const { calendarId } = await connectCalendar(
    ctx,
    { owner: { noun: "group", slug: group.slug }, source, name: "Diary" },
    read,
  );
  const run = async (found: Fetched, when: { minutes?: number; days?: number } = { minutes: 15 }) => {
    next = found;
    const now = later(ctx, when);
    await ctx.db.update(calendarClocks).set({ nextRunAt: now });
    return syncCalendar({ ...ctx, now }, calendarId, { trigger: "clock" }, read);
  };
  return { calendarId, asked, run };
}

const standing = async (ctx: Ctx) => {
  const rows = await ctx.db
    .select({ summary: occurrences.summary })
    .from(occurrences)
    .where(eq(occurrences.status, "confirmed"))
    .orderBy(asc(occurrences.summary));
  return rows.map(({ summary }) => summary);
};
const hrefs = async (ctx: Ctx) => (await ctx.db.select().from(calendarTexts)).map(({ href }) => href).sort();

test("case 71: a difference is applied to what is kept, and all is read as one calendar", async ({ ctx }) => {
  const { calendarId, asked, run } = await collection(ctx, "a", "b", "c");
  expect(await hrefs(ctx)).toEqual(["/ann/diary/a.ics", "/ann/diary/b.ics", "/ann/diary/c.ics"]);
  const difference = answer({ resources: [resource("d")], gone: ["/ann/diary/b.ics"], syncToken: "2" });
  expect(await run(difference)).toMatchObject({ added: 1, withdrawn: 1 });
  expect(await standing(ctx)).toEqual(["a", "c", "d"]);
  expect(await hrefs(ctx)).toEqual(["/ann/diary/a.ics", "/ann/diary/c.ics", "/ann/diary/d.ics"]);
  expect(asked.at(-1)).toMatchObject({ syncToken: "1" });
  expect([...(asked.at(-1)?.resources ?? [])]).toContainEqual(["/ann/diary/a.ics", '"a0"']);
  expect(await calendarOf(ctx, calendarId)).toMatchObject({ syncToken: "2" });
});

test("case 71: a full listing takes the place of everything", async ({ ctx }) => {
  const { run } = await collection(ctx, "a", "b", "c");
  await run(
    answer({ isWhole: true, resources: [resource("a"), resource("b"), resource("x")], syncToken: "9" }),
  );
  expect(await standing(ctx)).toEqual(["a", "b", "x"]);
});

test("case 66: a collection is judged as a feed is, and its token does not move on while it is held", async ({
  ctx,
}) => {
  const { calendarId, run } = await collection(ctx, "a", "b", "c", "d", "e");
  const gone = ["a", "b", "c"].map((name) => `/ann/diary/${name}.ics`);
  expect(await run(answer({ gone, syncToken: "2" }))).toMatchObject({
    outcome: "held",
    hold: { vanishing: 3 },
  });
  expect(await calendarOf(ctx, calendarId)).toMatchObject({ syncToken: "1" });
  expect(await hrefs(ctx)).toHaveLength(5);
  const all = ["a", "b", "c", "d", "e"].map((name) => `/ann/diary/${name}.ics`);
  expect(await run(answer({ gone: all, syncToken: "3" }), { minutes: 30 })).toMatchObject({
    hold: { reason: "emptied" },
  });
  expect(await run(answer({ gone: all, syncToken: "3" }), { minutes: 95 })).toMatchObject({ withdrawn: 5 });
  expect(await hrefs(ctx)).toEqual([]);
});

test("case 62: nothing new writes the clock alone; a token that moves on by itself is kept", async ({
  ctx,
}) => {
  const { calendarId, run } = await collection(ctx, "a");
  const same: Fetched = { changed: false, syncToken: "1" };
  expect(await tablesWritten(ctx, () => run(same))).toEqual(["calendar_clocks"]);
  expect(await tablesWritten(ctx, () => run({ changed: false, syncToken: "2" }))).toEqual([
    "calendar_clocks",
    "calendars",
  ]);
  expect(await calendarOf(ctx, calendarId)).toMatchObject({ syncToken: "2" });
});

test("one broken entry does not spoil the others: what it said before still counts", async ({ ctx }) => {
  const { run } = await collection(ctx, "a", "b");
  const broken = {
    ...resource("a", "X-NEW:1"),
    body: new TextEncoder().encode("BEGIN:VCALENDAR\r\nBEGIN:VEV"),
  };
  const never = { ...resource("n"), body: new TextEncoder().encode("nonsense") };
  const report = await run(answer({ resources: [broken, never, resource("c")], syncToken: "2" }));
  expect(report).toMatchObject({ added: 1, withdrawn: 0, problem: null });
  expect("notices" in report && report.notices.join()).toContain("It is not a calendar");
  expect(await standing(ctx)).toEqual(["a", "b", "c"]);
});

test("case 71: once a day the collection is compared whole, as some servers' tokens forget changes", async ({
  ctx,
}) => {
  const { asked, run } = await collection(ctx, "a", "b");
  await run(answer({ syncToken: "2" }), { minutes: 15 });
  expect(asked.at(-1)).toMatchObject({ syncToken: "1" });
  await run(answer({ isWhole: true, resources: [resource("a")], syncToken: "3" }), { days: 1 });
  expect(asked.at(-1)).toMatchObject({ syncToken: null });
  expect(asked.at(-1)?.resources?.size).toBe(2);
  expect(await standing(ctx)).toEqual(["a"]);
  await run(answer({ syncToken: "4" }), { days: 1, minutes: 15 });
  expect(asked.at(-1)).toMatchObject({ syncToken: "3" });
});
