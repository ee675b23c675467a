import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { syncMeetings } from "#app/domain/meetings/calendar/sync-meetings.server.ts";
import { calendarGroups, calendars, events } from "#db/schema/calendars.ts";
import { meetings } from "#db/schema/meetings.ts";
import { vevent } from "#test/factories/calendars.ts";
import { Diaries, meetingsIn } from "#test/factories/diaries.ts";
import { makeGroup, makeMeeting, makeRaisedItem } from "#test/factories/meetings.ts";
import { testContext } from "#test/setup/context.ts";

const test = testContext({ actor: { kind: "job", name: "calendar" } });

const happening = (uid: string, summary: string, ...lines: string[]) =>
  vevent(`UID:${uid}@x.example`, "DTSTART:20260611T090000Z", `SUMMARY:${summary}`, ...lines);
const office = [
  happening("a", "Place Network meeting", "CATEGORIES:Network"),
  happening("b", "Board away day", "CATEGORIES:Board,Private life"),
  happening("c", "Staff lunch"),
];

async function world(ctx: Ctx) {
  const diaries = new Diaries(ctx);
  const network = await makeGroup(ctx, { kind: "forum", name: "Network" });
  const board = await makeGroup(ctx, { kind: "partnership", name: "Board" });
  await diaries.connect(network, "office", office, { by: "title", pattern: "network place" });
  await diaries.connect(board, "office", office, { by: "category", pattern: "board" });
  const [row] = await ctx.db.select().from(calendars);
  return { diaries, network, board, calendarId: row?.id ?? "" };
}

const seen = async (ctx: Ctx) =>
  (await meetingsIn(ctx))
    .map(({ title, status, bodies }) => [title, status, bodies.join("+")])
    .toSorted((a, b) => String(a[0]).localeCompare(String(b[0])));

const setRule = (ctx: Ctx, groupId: string, pattern: string) =>
  ctx.db.update(calendarGroups).set({ pattern }).where(eq(calendarGroups.groupId, groupId));

describe("which happenings are whose meetings", () => {
  test("those that a group's rule matches are its meetings; what matches nothing is nobody's", async ({
    ctx,
  }) => {
    await world(ctx);
    expect(await seen(ctx)).toEqual([
      ["Board away day", "planned", "Board"],
      ["Place Network meeting", "planned", "Network"],
    ]);
  });

  test("a new title or category takes a meeting from one group to another, at its address", async ({
    ctx,
  }) => {
    const { diaries } = await world(ctx);
    const before = (await meetingsIn(ctx)).find(({ title }) => title.startsWith("Place"));
    await diaries.says("office", [
      happening("a", "Away day", "CATEGORIES:Board"),
      office[1] ?? [],
      office[2] ?? [],
    ]);
    const after = (await meetingsIn(ctx)).find(({ id }) => id === before?.id);
    expect([after?.title, after?.status, after?.bodies]).toEqual(["Away day", "planned", ["Board"]]);
  });

  test("what no rule matches any more is withdrawn with all that people added, and comes back", async ({
    ctx,
  }) => {
    const { diaries, network, board } = await world(ctx);
    const before = (await meetingsIn(ctx)).find(({ title }) => title.startsWith("Place"));
    const meetingId = before?.id ?? "";
    const item = await makeRaisedItem(ctx, { meetingId, fromGroupId: network.id, toGroupId: board.id });
    const lost = [happening("a", "Something else"), office[1] ?? [], office[2] ?? []];
    await diaries.says("office", lost);
    const gone = (await meetingsIn(ctx)).find(({ id }) => id === meetingId);
    expect(gone).toMatchObject({ status: "withdrawn", bodies: ["Network"], calledOffAt: ctx.now });
    await diaries.sync();
    await diaries.says("office", office);
    const back = (await meetingsIn(ctx)).find(({ id }) => id === meetingId);
    expect(back).toMatchObject({ status: "planned", bodies: ["Network"], calledOffAt: null });
    expect(item.meetingId).toBe(meetingId);
  });

  test("a rule that somebody changed is followed, also by a calendar that says nothing new", async ({
    ctx,
  }) => {
    const { network, calendarId } = await world(ctx);
    await setRule(ctx, network.id, "lunch");
    expect((await syncMeetings(ctx, calendarId)).map(({ deed }) => deed).sort()).toEqual([
      "add meeting from calendar",
      "follow calendar",
    ]);
    expect(await seen(ctx)).toEqual([
      ["Board away day", "planned", "Board"],
      ["Place Network meeting", "withdrawn", "Network"],
      ["Staff lunch", "planned", "Network"],
    ]);
    expect(await syncMeetings(ctx, calendarId)).toEqual([]);
  });

  test("a group that the calendar serves no more loses its meetings to come, one that a hand added stays", async ({
    ctx,
  }) => {
    const { board, calendarId } = await world(ctx);
    await ctx.db.delete(calendarGroups).where(eq(calendarGroups.groupId, board.id));
    await syncMeetings(ctx, calendarId, { left: [board.id] });
    expect((await seen(ctx))[0]).toEqual(["Board away day", "withdrawn", "Board"]);
  });

  test("a meeting that is over keeps its bodies", async ({ ctx }) => {
    const { network, calendarId } = await world(ctx);
    await setRule(ctx, network.id, "nothing like it");
    const later = { ...ctx, now: new Date("2026-06-12T09:00:00Z") };
    expect(await syncMeetings(later, calendarId)).toEqual([]);
  });

  test("case 49: what came without a title becomes no meeting until it is let go", async ({ ctx }) => {
    const diaries = new Diaries(ctx);
    const group = await makeGroup(ctx, { kind: "forum" });
    await diaries.connect(group, "forum", [happening("a", "")]);
    expect(await meetingsIn(ctx)).toEqual([]);
    await ctx.db.update(events).set({ isHeld: false });
    const [row] = await ctx.db.select().from(calendars);
    await syncMeetings(ctx, row?.id ?? "");
    expect(await meetingsIn(ctx)).toHaveLength(1);
  });

  test("a meeting entered by hand is the same only for a group that the rule names", async ({ ctx }) => {
    const diaries = new Diaries(ctx);
    const forum = await makeGroup(ctx, { kind: "forum", name: "Forum" });
    const board = await makeGroup(ctx, { kind: "partnership", name: "Board" });
    const byHand = await makeMeeting(ctx, [board.id], { heldOn: "2026-06-11" });
    await diaries.connect(forum, "office", [happening("a", "Forum")]);
    const [row] = await ctx.db.select().from(meetings).where(eq(meetings.id, byHand.id));
    expect(row?.occurrenceId).toBeNull();
    expect(await meetingsIn(ctx)).toHaveLength(2);
  });
});
