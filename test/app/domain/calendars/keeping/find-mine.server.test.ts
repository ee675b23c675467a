import { describe, expect } from "vitest";
import { findMyCalendars } from "#app/domain/calendars/keeping/find-mine.server.ts";
import { calendarGroups } from "#db/schema/calendars.ts";
import { calendarHolds } from "#db/schema/diary/syncs.ts";
import { makeCalendar } from "#test/factories/connected-calendars.ts";
import { makeGroup, makePerson } from "#test/factories/meetings.ts";
import { test } from "#test/setup/context.ts";

describe("the calendars of the Assembly team", () => {
  test("are all there, page by page, those in trouble first, in the state that each has", async ({ ctx }) => {
    const actor = await makePerson(ctx, [["administrator", null]]);
    const admin = { ...ctx, actor };
    const before = await findMyCalendars(admin);
    const wasThere = Object.values(before.counts).reduce((sum, count) => sum + count, 0);
    const named = (name: string, over = {}) =>
      makeCalendar(ctx.db, { of: { source: `https://diary.example/${name}.ics` }, name, ...over });
    for (let at = 0; at < 320; at += 1) await named(`b${at}`, { lastReadAt: ctx.now });
    await named("z failing", { problem: "It is gone.", problemSince: ctx.now });
    await named("z paused", { pausedAt: ctx.now, problem: "It is gone.", problemSince: ctx.now });
    await named("z new");
    const held = await named("z held");
    const hold = { reason: "emptied", contentHash: "x", vanishing: 3, ofToCome: 3 } as const;
    await ctx.db.insert(calendarHolds).values({ ...hold, calendarId: held.id, heldAt: ctx.now });
    const first = await findMyCalendars(admin);
    expect(first.pages).toBe(Math.ceil((324 + wasThere) / 50));
    const all = [];
    for (let page = 1; page <= first.pages; page += 1)
      all.push(...(await findMyCalendars(admin, { page })).calendars);
    expect(new Set(all.map(({ id }) => id)).size).toBe(324 + wasThere);
    expect(all.filter(({ name }) => name.startsWith("z ")).map(({ state }) => state)).toEqual([
      ...["held", "failing", "new", "paused"],
    ]);
    for (const state of ["held", "failing", "new", "paused"] as const) {
      const of = await findMyCalendars(admin, { state });
      expect(of.calendars.map((line) => line.state)).toEqual(of.calendars.map(() => state));
      expect(of.calendars.map(({ name }) => name)).toContain(`z ${state}`);
      expect(of.counts[state]).toBe(of.calendars.length);
    }
    expect((await findMyCalendars(admin, { page: 9999 })).page).toBe(first.pages);
  });

  test("are not those of others: a lead has the group's own", async ({ ctx }) => {
    const group = await makeGroup(ctx);
    const mine = await makeCalendar(ctx.db, { of: { source: "https://diary.example/mine.ics" } });
    await makeCalendar(ctx.db, { of: { source: "https://diary.example/other.ics" } });
    await ctx.db.insert(calendarGroups).values({ calendarId: mine.id, groupId: group.id });
    const actor = await makePerson(ctx, [["group-lead", group.id]]);
    const found = await findMyCalendars({ ...ctx, actor });
    expect(found.calendars.map(({ id }) => id)).toEqual([mine.id]);
    expect(found.counts).toEqual({ new: 1 });
    const nobody = await makePerson(ctx);
    expect(await findMyCalendars({ ...ctx, actor: nobody })).toMatchObject({ calendars: [], counts: {} });
  });
});
