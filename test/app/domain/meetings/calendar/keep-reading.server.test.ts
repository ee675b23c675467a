import { asc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { showKeptCalendar } from "#app/domain/calendars/keeping/show-kept.server.ts";
import { confirmHold } from "#app/domain/calendars/sync/confirm-hold.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { findDataVersion } from "#app/domain/record.server.ts";
import { Unreachable } from "#app/gateways/calendar-source.server.ts";
import { calendarGroups, occurrences } from "#db/schema/calendars.ts";
import { calendarHolds, calendarRuns, calendarTexts } from "#db/schema/diary/syncs.ts";
import { groups, standingItems } from "#db/schema/groups.ts";
import { agendaItems, meetings } from "#db/schema/meetings.ts";
import { makeAccount } from "#test/factories/accounts.ts";
import { deedsOf, jobsOf, mailsTo } from "#test/factories/accounts-traces.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { makeGroup } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import {
  calendarOf,
  clockOf,
  connectSite,
  later,
  runAt,
  tablesWritten,
  Website,
} from "#test/factories/sources.ts";
import { testContext } from "#test/setup/context.ts";

const test = testContext({ actor: { kind: "job", name: "calendar" } });

const endless = vevent("DTSTART:20260505T090000Z", "RRULE:FREQ=WEEKLY", "SUMMARY:Network meeting");
const single = (name: string, day: string) =>
  vevent(`UID:${name}@x.example`, `DTSTART:${day}T090000Z`, `SUMMARY:${name}`);
const eight = Array.from({ length: 8 }, (_, at) => single(`Meeting ${at}`, `202606${10 + at}`));
const body = (...parts: string[][]) => calendar("X-WR-CALNAME:Network diary", ...parts);

async function connected(ctx: Ctx, text: string) {
  const group = await makeGroup(ctx, { kind: "forum", name: "Dementia forum" });
  const site = new Website(text);
  const { calendarId } = await connectSite(ctx, { noun: "group", slug: group.slug }, site);
  const run = (when: { minutes?: number; days?: number }) => runAt(ctx, calendarId, site, later(ctx, when));
  return { group, site, calendarId, run };
}

const states = async (ctx: Ctx) => {
  const rows = await ctx.db.select().from(occurrences).orderBy(asc(occurrences.startsAt));
  return rows.map(({ status }) => status);
};
const standing = async (ctx: Ctx) => (await states(ctx)).filter((state) => state === "confirmed").length;
const historyOf = async (ctx: Ctx) => {
  const rows = await ctx.db.select().from(calendarRuns).orderBy(asc(calendarRuns.endedAt));
  return rows.map(({ trigger, outcome }) => `${trigger} ${outcome}`);
};

describe("a calendar that says nothing new", () => {
  test("case 62: the same feed unchanged is one request and no write but the clock's", async ({ ctx }) => {
    const { site, run, calendarId } = await connected(ctx, body(endless));
    for (const hasEtags of [true, false]) {
      site.hasEtags = hasEtags;
      const asked = site.asked.length;
      expect(await tablesWritten(ctx, () => run({ minutes: 15 }))).toEqual(["calendar_clocks"]);
      expect(site.asked).toHaveLength(asked + 1);
    }
    expect(await clockOf(ctx, calendarId)).toMatchObject({ lastOutcome: "unchanged", quietRuns: 2 });
    expect(await historyOf(ctx)).toEqual(["connect changed"]);
  });

  test("case 62: the same body with new DTSTAMPs is no change", async ({ ctx }) => {
    const { site, run } = await connected(ctx, body(endless));
    site.says = site.says.toString().replaceAll("DTSTAMP:20251101", "DTSTAMP:20260414");
    expect(await tablesWritten(ctx, () => run({ minutes: 15 }))).toEqual(["calendar_clocks"]);
  });

  test("case 62: on a new day a 304 rolls the window on and leaves the notices of the last reading", async ({
    ctx,
  }) => {
    const { site, run, calendarId } = await connected(
      ctx,
      `${body(endless).replace("END:VCALENDAR", "junk\r\nEND:VCALENDAR")}`,
    );
    const before = await calendarOf(ctx, calendarId);
    expect(before.notices).toEqual([
      expect.objectContaining({ message: expect.stringContaining("skipped") }),
    ]);
    const count = (await states(ctx)).length;
    expect(await run({ days: 7 })).toMatchObject({ outcome: "changed", added: 1, changed: 0 });
    expect(site.asked.at(-1)).toMatchObject({ etag: before.etag });
    expect(await states(ctx)).toHaveLength(count + 1);
    const { notices, windowUntil, etag } = await calendarOf(ctx, calendarId);
    expect({ notices, etag }).toEqual({ notices: before.notices, etag: before.etag });
    expect(windowUntil).toBe("2027-07-21");
  });

  test("case 23: an endless series goes on for a year although its feed never changes again", async ({
    ctx,
  }) => {
    const { run, calendarId } = await connected(ctx, body(endless));
    const last = async () => {
      const rows = await ctx.db.select().from(occurrences).orderBy(asc(occurrences.startsAt));
      return rows.at(-1)?.startsAt?.toISOString().slice(0, 10);
    };
    expect(await last()).toBe("2027-07-13");
    for (const days of [60, 120, 250, 365]) await run({ days });
    expect(await last()).toBe("2028-07-11");
    expect(await clockOf(ctx, calendarId)).toMatchObject({ failures: 0 });
    const rows = await ctx.db.select({ status: occurrences.status }).from(occurrences);
    expect(rows.every(({ status }) => status === "confirmed")).toBe(true);
  });

  test("case 47: the same text sent anew writes no happening, no meeting and no record", async ({ ctx }) => {
    const { site, run } = await connected(ctx, body(endless, ...eight));
    site.says = `${site.says}`.replace("SUMMARY:Meeting 3", "X-NOTE:new\r\nSUMMARY:Meeting 3");
    expect(await tablesWritten(ctx, () => run({ minutes: 15 }))).toEqual([
      "calendar_clocks",
      "calendar_texts",
      "calendars",
    ]);
  });
});

describe("a calendar that cannot be read", () => {
  const failures: [string, string | Error][] = [
    ["a sign-in page with 200", "<!doctype html><title>Sign in</title>"],
    ["a body that is cut off", body(endless).slice(0, -30)],
    ["nothing", ""],
    ["401", new Unreachable("network.example asks for a sign-in (401).", "refused")],
    ["404", new Unreachable("network.example has no calendar at this address (404).", "gone")],
    ["no answer", new Unreachable("network.example did not answer.", "unreachable")],
  ];

  test.for(failures)(
    "cases 63 and 64: %s changes nothing but what is said of its state",
    async ([, says], { ctx }) => {
      const { site, run, calendarId } = await connected(ctx, body(endless));
      const good = await calendarOf(ctx, calendarId);
      site.says = says;
      const wrote = await tablesWritten(ctx, () => run({ minutes: 15 }));
      expect(wrote).toEqual(["calendar_clocks", "calendar_runs", "calendars", "changes", "data_version"]);
      await run({ days: 1 });
      const { problem, problemSince, ...kept } = await calendarOf(ctx, calendarId);
      expect(problem).toEqual(expect.any(String));
      expect(problemSince).toEqual(later(ctx, { minutes: 15 }));
      expect({ ...kept, problem: null, problemSince: null }).toEqual(good);
      expect(await historyOf(ctx)).toEqual(["connect changed", "clock failed"]);
      expect(await deedsOf(ctx, calendarId)).toContain("fail to read calendar");
      site.says = body(endless);
      expect(await run({ days: 1, minutes: 15 })).toMatchObject({ problem: null });
      expect(await calendarOf(ctx, calendarId)).toMatchObject({ problem: null, problemSince: null });
      expect((await historyOf(ctx)).slice(0, 2)).toEqual(["connect changed", "clock failed"]);
      expect(await historyOf(ctx)).toHaveLength(3);
    },
  );

  test("case 63: after a bad body the validators are those of the last good one", async ({ ctx }) => {
    const { site, run, calendarId } = await connected(ctx, body(endless));
    const { etag } = await calendarOf(ctx, calendarId);
    site.says = "<html>";
    await run({ minutes: 15 });
    await run({ minutes: 30 });
    expect(site.asked.slice(-2).map((known) => known.etag)).toEqual([etag, etag]);
    expect((await clockOf(ctx, calendarId)).failures).toBe(2);
  });

  test("case 64: its owners get one mail after the third failure, and one when it works again", async ({
    ctx,
  }) => {
    const { group, site, run, calendarId } = await connected(ctx, body(endless));
    const lead = await makeAccount(ctx, { roles: [["group-lead", group.id]] });
    const other = await makeAccount(ctx, { roles: [["administrator", null]] });
    const letters = async (email = lead.email) => (await mailsTo(ctx, email)).map(({ kind }) => kind);
    site.says = new Unreachable("network.example did not answer.", "unreachable");
    for (const minutes of [15, 30]) await run({ minutes });
    expect(await letters()).toEqual([]);
    for (const minutes of [60, 120, 240]) await run({ minutes });
    expect(await letters()).toEqual(["calendar broken"]);
    site.says = body(endless);
    for (const minutes of [300, 315]) await run({ minutes });
    expect(await letters()).toEqual(["calendar broken", "calendar works again"]);
    expect(await letters(other.email)).toEqual([]);
    const [broken] = await mailsTo(ctx, lead.email);
    const words = JSON.stringify(broken?.letter);
    expect(words).toContain("Since 14 April 2026");
    expect(words).toContain("did not answer");
    expect(words).toContain(`/calendars/${calendarId}`);
    expect(words).not.toContain("diary-f3a9");
  });

  test("who connected it is told alone, and nobody is told of two failures", async ({ ctx }) => {
    const group = await makeGroup(ctx, { kind: "forum" });
    const roles: [["secretariat", string]] = [["secretariat", group.id]];
    const [who, colleague] = [await makeAccount(ctx, { roles }), await makeAccount(ctx, { roles })];
    const site = new Website(body(endless));
    const { calendarId } = await connectSite(
      { ...ctx, actor: who },
      { noun: "group", slug: group.slug },
      site,
    );
    site.says = "";
    for (const minutes of [15, 30]) await runAt(ctx, calendarId, site, later(ctx, { minutes }));
    site.says = body(endless);
    await runAt(ctx, calendarId, site, later(ctx, { minutes: 45 }));
    expect(await mailsTo(ctx, who.email)).toEqual([]);
    site.says = "";
    for (const minutes of [60, 75, 90]) await runAt(ctx, calendarId, site, later(ctx, { minutes }));
    expect(await mailsTo(ctx, who.email)).toHaveLength(1);
    expect(await mailsTo(ctx, colleague.email)).toEqual([]);
  });

  test("case 67: a forbidden address waits for a day", async ({ ctx }) => {
    const { site, run, calendarId } = await connected(ctx, body(endless));
    site.says = new Unreachable("network.example is a private address, which is not read.", "forbidden");
    await run({ minutes: 15 });
    const { nextRunAt } = await clockOf(ctx, calendarId);
    expect(nextRunAt.getTime() - ctx.now.getTime()).toBeGreaterThan(18 * 3_600_000);
  });

  test("a source that asks to be left alone is left alone", async ({ ctx }) => {
    const { site, run, calendarId } = await connected(ctx, body(endless));
    site.says = new Unreachable("network.example asks us to come back later.", "busy", 3 * 3_600_000);
    await run({ minutes: 0 });
    const { nextRunAt } = await clockOf(ctx, calendarId);
    expect(nextRunAt.getTime() - ctx.now.getTime()).toBeGreaterThanOrEqual(3 * 3_600_000);
  });
});

describe("the run that heals", () => {
  const pageOf = async (ctx: Ctx, calendarId: string) => {
    const { runs, quietRuns } = await showKeptCalendar(ctx, calendarId);
    return {
      ends: runs.map(({ outcome, ends }) => (ends ? `${outcome} after ${ends}` : outcome)),
      quietRuns,
    };
  };

  test("a failure has an entry of its own, from which the quiet ones are counted", async ({ ctx }) => {
    const { site, run, calendarId } = await connected(ctx, body(...eight));
    site.says = new Unreachable("network.example did not answer.", "unreachable");
    await run({ minutes: 15 });
    site.says = body(...eight);
    await run({ minutes: 30 });
    await run({ minutes: 45 });
    const ends = ["unchanged after failed", "failed", "changed"];
    expect(await pageOf(ctx, calendarId)).toEqual({ ends, quietRuns: 1 });
  });

  test("a hold has one as well, whether the feed says again what it said or something new", async ({
    ctx,
  }) => {
    const { site, run, calendarId } = await connected(ctx, body(...eight));
    for (const [minutes, mended] of [
      [15, body(...eight)],
      [60, body(...eight, single("New", "20260701"))],
    ] as const) {
      site.says = body();
      await run({ minutes });
      site.says = mended;
      await run({ minutes: minutes + 15 });
    }
    const ends = ["changed after held", "held", "unchanged after held", "held", "changed"];
    expect(await pageOf(ctx, calendarId)).toEqual({ ends, quietRuns: 0 });
  });

  test("a failure of something that is held is followed by the hold", async ({ ctx }) => {
    const { site, run, calendarId } = await connected(ctx, body(...eight));
    for (const [minutes, says] of [
      [15, body()],
      [30, "<html>"],
      [45, body()],
      [60, body()],
    ] as const) {
      site.says = says;
      await run({ minutes });
    }
    expect((await pageOf(ctx, calendarId)).ends).toEqual(["held", "failed", "held", "changed"]);
  });
});

test("the history counts a group's meetings, and says which dates are none", async ({ ctx }) => {
  const untitled = vevent("UID:none@x", "DTSTART:20260620T090000Z", "SUMMARY:");
  const { group, site, run, calendarId } = await connected(ctx, body(...eight.slice(0, 3)));
  await ctx.db
    .update(calendarGroups)
    .set({ matchBy: "title", pattern: "board" })
    .where(eq(calendarGroups.groupId, group.id));
  site.says = body(...eight, single("Board one", "20260622"), single("Board two", "20260623"), untitled);
  await run({ minutes: 15 });
  const [last, first] = (await showKeptCalendar(ctx, calendarId)).runs;
  expect(first).toMatchObject({ added: 3, leftOut: {} });
  expect(last).toMatchObject({ added: 2, changed: 0, leftOut: { untitled: 1, unmatched: 5 } });
});

test("the history of an organisation's calendar counts its dates", async ({ ctx }) => {
  const site = new Website(body(endless, ...eight));
  const { slug } = await makeOrganisation(ctx);
  const { calendarId, added } = await connectSite(ctx, { noun: "organisation", slug }, site);
  const { runs } = await showKeptCalendar(ctx, calendarId);
  expect(runs).toMatchObject([{ added, leftOut: {} }]);
});

describe("a reading that would empty or halve a calendar", () => {
  const letters = async (ctx: Ctx, email: string) =>
    (await mailsTo(ctx, email)).map(({ letter }) =>
      JSON.stringify(letter).includes("suddenly holds nothing"),
    );

  test("is asked about once for as long as it lasts, and again only where it goes on to hold nothing", async ({
    ctx,
  }) => {
    const { group, site, run } = await connected(ctx, body(...eight));
    const lead = await makeAccount(ctx, { roles: [["group-lead", group.id]] });
    const say = async (minutes: number, count: number) => {
      site.says = body(...eight.slice(0, count));
      await run({ minutes });
      return letters(ctx, lead.email);
    };
    expect(await say(15, 3)).toEqual([false]);
    expect(await say(16, 2)).toEqual([false]);
    expect(await say(30, 0)).toEqual([false, true]);
    expect(await say(45, 2)).toEqual([false, true]);
    expect(await say(60, 0)).toEqual([false, true]);
    // Mended: the next question is a new one
    expect(await say(75, 8)).toEqual([false, true]);
    expect(await say(90, 3)).toEqual([false, true, false]);
  });

  test("is asked about once where an empty text becomes a halved one within seconds", async ({ ctx }) => {
    const { group, site, run } = await connected(ctx, body(...eight));
    const lead = await makeAccount(ctx, { roles: [["group-lead", group.id]] });
    for (const [minutes, count] of [
      [15, 0],
      [15.2, 3],
    ] as const) {
      site.says = body(...eight.slice(0, count));
      await run({ minutes });
    }
    expect(await letters(ctx, lead.email)).toEqual([true]);
    expect(await ctx.db.select().from(calendarHolds)).toMatchObject([{ reason: "halved", vanishing: 5 }]);
  });
  test("case 65: a feed that suddenly holds nothing is believed when it says so again an hour later", async ({
    ctx,
  }) => {
    const { group, site, run, calendarId } = await connected(ctx, body(...eight));
    const lead = await makeAccount(ctx, { roles: [["group-lead", group.id]] });
    const { etag, contentHash } = await calendarOf(ctx, calendarId);
    site.says = body();
    const hold = { reason: "emptied", vanishing: 8, ofToCome: 8 };
    expect(await run({ minutes: 15 })).toMatchObject({ outcome: "held", withdrawn: 0, hold });
    expect(await run({ minutes: 60 })).toMatchObject({ outcome: "held" });
    expect(await standing(ctx)).toBe(8);
    expect(await calendarOf(ctx, calendarId)).toMatchObject({ etag, contentHash, problem: null });
    expect((await mailsTo(ctx, lead.email)).map(({ kind }) => kind)).toEqual(["calendar held"]);
    expect(await run({ minutes: 76 })).toMatchObject({ outcome: "changed", withdrawn: 8, hold: null });
    expect(await standing(ctx)).toBe(0);
    expect(await ctx.db.select().from(calendarHolds)).toEqual([]);
    expect(await historyOf(ctx)).toEqual(["connect changed", "clock held", "clock changed"]);
    expect((await ctx.db.select().from(meetings)).map(({ status }) => status)).toEqual(
      Array(8).fill("withdrawn"),
    );
  });

  test("case 65: what is there again meanwhile was never gone", async ({ ctx }) => {
    const { site, run } = await connected(ctx, body(...eight));
    site.says = body();
    await run({ minutes: 15 });
    site.says = body(...eight);
    expect(await run({ minutes: 30 })).toMatchObject({ outcome: "unchanged", changed: 0 });
    site.says = body();
    expect(await run({ minutes: 90 })).toMatchObject({ outcome: "held" });
    expect(await standing(ctx)).toBe(8);
  });

  test("case 66: more than half of what is to come gone at once waits until somebody says that it is right", async ({
    ctx,
  }) => {
    const { group, site, run, calendarId } = await connected(ctx, body(...eight));
    const lead = await makeAccount(ctx, { roles: [["group-lead", group.id]] });
    site.says = body(...eight.slice(0, 3));
    const hold = { reason: "halved", vanishing: 5, ofToCome: 8 };
    expect(await run({ minutes: 15 })).toMatchObject({ outcome: "held", hold });
    expect(await run({ days: 3 })).toMatchObject({ outcome: "held" });
    expect(await standing(ctx)).toBe(8);
    await expect(confirmHold({ ...ctx, actor: { kind: "visitor" } }, calendarId)).rejects.toThrow(NotFound);
    await confirmHold({ ...ctx, actor: lead, now: later(ctx, { days: 3 }) }, calendarId);
    expect(await deedsOf(ctx, calendarId)).toContain("confirm reading");
    expect(await jobsOf(ctx)).toContain("sync-calendar");
    expect(await run({ days: 3 })).toMatchObject({ outcome: "changed", withdrawn: 5 });
    expect(await standing(ctx)).toBe(3);
    await expect(confirmHold({ ...ctx, actor: lead }, calendarId)).rejects.toThrow(Conflict);
  });

  test("cases 23, 65 and 66: while a reading is held the last good text goes on, day by day", async ({
    ctx,
  }) => {
    const { site, run, calendarId } = await connected(ctx, body(endless, ...eight));
    const before = await standing(ctx);
    const { etag, contentHash } = await calendarOf(ctx, calendarId);
    site.says = body(eight[0] ?? []);
    expect(await run({ minutes: 15 })).toMatchObject({ outcome: "held" });
    expect(await run({ days: 14 })).toMatchObject({ outcome: "held" });
    expect(await standing(ctx)).toBe(before + 2);
    expect(await ctx.db.select().from(meetings)).toHaveLength(before + 2);
    const { windowUntil, ...kept } = await calendarOf(ctx, calendarId);
    expect(windowUntil).toBe("2027-07-28");
    expect(kept).toMatchObject({ etag, contentHash });
    expect(await ctx.db.select().from(calendarHolds)).toHaveLength(1);
  });

  test("case 66: a yes is meant for the very text that was asked about", async ({ ctx }) => {
    const { site, run, calendarId } = await connected(ctx, body(...eight));
    site.says = body(...eight.slice(0, 3));
    await run({ minutes: 15 });
    await confirmHold(ctx, calendarId);
    site.says = body(...eight.slice(0, 2));
    expect(await run({ minutes: 30 })).toMatchObject({ outcome: "held", hold: { vanishing: 6 } });
    expect((await ctx.db.select().from(calendarHolds))[0]).toMatchObject({ confirmedAt: null });
    expect(await standing(ctx)).toBe(8);
  });

  test("case 66: half is not more than half, and a small diary may change as it likes", async ({ ctx }) => {
    const { site, run } = await connected(ctx, body(...eight));
    site.says = body(...eight.slice(0, 4));
    expect(await run({ minutes: 15 })).toMatchObject({ outcome: "changed", withdrawn: 4 });
    site.says = body(...eight.slice(0, 3));
    expect(await run({ minutes: 30 })).toMatchObject({ outcome: "changed", withdrawn: 1 });
    site.says = body(single("New", "20260701"));
    expect(await run({ minutes: 45 })).toMatchObject({ outcome: "changed", withdrawn: 3, added: 1 });
  });

  test("what is called off, moved or private has not vanished", async ({ ctx }) => {
    const { site, run } = await connected(ctx, body(...eight));
    const off = eight.map((lines) => [...lines.slice(0, -1), "STATUS:CANCELLED", "END:VEVENT"]);
    site.says = body(...off);
    expect(await run({ minutes: 15 })).toMatchObject({ outcome: "changed", changed: 8 });
    const secret = eight.map((lines) => [...lines.slice(0, -1), "CLASS:PRIVATE", "END:VEVENT"]);
    site.says = body(...secret, single("New", "20260701"));
    expect(await run({ minutes: 30 })).toMatchObject({ outcome: "changed", hold: null });
  });

  test("a run that is held keeps no text and no validator; a failure in between does not end the hold", async ({
    ctx,
  }) => {
    const { site, run } = await connected(ctx, body(...eight));
    const [before] = await ctx.db.select().from(calendarTexts);
    site.says = body();
    await run({ minutes: 15 });
    site.says = "<html>";
    await run({ minutes: 30 });
    site.says = body();
    expect(await run({ minutes: 80 })).toMatchObject({ outcome: "changed", withdrawn: 8 });
    expect(before?.body).toBeDefined();
  });
});

describe("a change", () => {
  test("reaches the draft agenda and every kept page in the same transaction", async ({ ctx }) => {
    const { group, site, run } = await connected(ctx, body(single("Board", "20260610"), ...eight));
    await ctx.db.update(groups).set({ kind: "partnership" }).where(eq(groups.id, group.id));
    await ctx.db
      .insert(standingItems)
      .values({ groupId: group.id, position: 1, title: "Minutes", purpose: "decide" });
    const version = await findDataVersion(ctx.db);
    site.says = body(single("Board", "20260520"), ...eight);
    await run({ minutes: 15 });
    expect(await findDataVersion(ctx.db)).toBeGreaterThan(version);
    const lines = await ctx.db
      .select({ title: meetings.title, item: agendaItems.title })
      .from(agendaItems)
      .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId));
    expect(lines).toEqual([{ title: "Board", item: "Minutes" }]);
  });

  test("the last two hundred runs are kept", async ({ ctx }) => {
    const { site, run } = await connected(ctx, body(...eight));
    const [first] = await ctx.db.select().from(calendarRuns);
    const rows = Array.from({ length: 250 }, (_, at) => ({
      ...{ calendarId: first?.calendarId ?? "", trigger: "clock" as const, outcome: "changed" as const },
      ...{ beganAt: later(ctx, { minutes: at - 300 }), endedAt: later(ctx, { minutes: at - 300 }) },
    }));
    await ctx.db.insert(calendarRuns).values(rows);
    site.says = body(...eight, single("New", "20260701"));
    await run({ minutes: 15 });
    const kept = await ctx.db.select().from(calendarRuns);
    expect(kept).toHaveLength(200);
    expect(kept.some(({ added }) => added === 1)).toBe(true);
  });
});
