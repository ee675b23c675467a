import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { pauseCalendar, resumeCalendar } from "#app/domain/calendars/keeping/pause.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { groupFeed, oneMeetingFeed } from "#app/domain/meetings/calendar/feeds/meeting-feed.server.ts";
import { disconnectCalendar } from "#app/domain/meetings/calendar/keeping/disconnect.server.ts";
import { findMeetings } from "#app/domain/meetings/find.server.ts";
import { calendars, events, occurrences } from "#db/schema/calendars.ts";
import { meetingSeriesChanges } from "#db/schema/diary/meeting-series.ts";
import { groupRules, groups } from "#db/schema/groups.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import { vevent } from "#test/factories/calendars.ts";
import { Diaries, meetingsIn } from "#test/factories/diaries.ts";
import { feedAt, lineOf, listed, veventsOf } from "#test/factories/feeds.ts";
import { makeGroup } from "#test/factories/meetings.ts";
import { NOW, testContext } from "#test/setup/context.ts";

const test = testContext({ actor: { kind: "job", name: "calendar" } });

const london = "TZID=Europe/London";
const uid = "UID:network@x.example";
const network = (...lines: string[]) => [
  ...[uid, `DTSTART;${london}:20260408T100000`, "DURATION:PT2H", "RRULE:FREQ=WEEKLY"],
  ...lines,
];
const series = (...lines: string[]) => vevent(...network("SUMMARY:Network", ...lines));
const date = (slot: string, ...lines: string[]) => {
  const words = lines.some((line) => line.startsWith("SUMMARY")) ? [] : ["SUMMARY:Network"];
  return vevent(uid, `RECURRENCE-ID;${london}:${slot}`, "DURATION:PT2H", ...words, ...lines);
};
const at = (start: string) => `DTSTART;${london}:${start}`;

/** A group's diary of one weekly series. */
async function weekly(ctx: Ctx, diary: string[][] = [series()], match?: Parameters<Diaries["connect"]>[3]) {
  const diaries = new Diaries(ctx);
  const group = await makeGroup(ctx, { name: "Norwich Network" });
  await diaries.connect(group, "network", diary, match);
  const feed = (days = 0) => groupFeed(later(ctx, days), group.slug, feedAt);
  return { diaries, group, feed };
}
const later = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(NOW.getTime() + days * 86_400_000) });
const master = (feed: { text: string }) => veventsOf(feed).find((lines) => lineOf(lines, "RRULE")) ?? [];
const sequence = (feed: { text: string }) => Number(lineOf(master(feed), "SEQUENCE"));
const meetingOn = async (ctx: Ctx, day: string) => {
  const found = (await meetingsIn(ctx)).find(({ heldOn }) => heldOn === day);
  if (!found) throw new Error(`No meeting on ${day}`);
  return found;
};

/** The page of a group, as a feed would list it. */
async function pageOf(ctx: Ctx, slug: string, from: string, to: string): Promise<string[]> {
  const found = await findMeetings(ctx, { group: slug, from, to, limit: 500 });
  return found
    .map(({ start, title, status }) => {
      const isOff = status === "cancelled" || status === "withdrawn";
      return `${start?.replace(".000Z", "Z")} ${isOff ? `CANCELLED: ${title}` : title}`;
    })
    .toSorted();
}

describe("case 73: the meetings of a repeating event", () => {
  test("go out as one series: a master of the group's page, and each meeting as the date of its slot", async ({
    ctx,
  }) => {
    const { group, feed } = await weekly(ctx, [
      series(`EXDATE;${london}:20261014T100000`, `RDATE;${london}:20261016T150000`, "LOCATION:City Hall"),
      date("20261021T100000", at("20261022T140000")),
      date("20261028T100000", at("20261028T100000"), "STATUS:CANCELLED"),
    ]);
    const found = veventsOf(await feed());
    const [event] = await ctx.db.select().from(events);
    expect(new Set(found.map((lines) => lineOf(lines, "UID")))).toEqual(
      new Set([`${event?.id}@meetings.assembly`]),
    );
    const [first = [], ...dates] = found;
    expect(first).toEqual(
      expect.arrayContaining([
        `DTSTART;${london}:20260408T100000`,
        "DURATION:PT2H",
        "RRULE:FREQ=WEEKLY",
        `RDATE;${london}:20261016T150000`,
        `EXDATE;${london}:20261014T100000`,
        "SUMMARY:Network",
        "LOCATION:City Hall",
        `DESCRIPTION:Norwich Network\\nMore: ${feedAt.links.group(group.slug)}`,
        `URL;VALUE=URI:${feedAt.links.group(group.slug)}`,
        "STATUS:CONFIRMED",
      ]),
    );
    const moved = await meetingOn(ctx, "2026-10-22");
    const ofMoved = dates.find((lines) => lineOf(lines, "RECURRENCE-ID") === "20261021T100000") ?? [];
    expect(ofMoved).toEqual(
      expect.arrayContaining([
        `RECURRENCE-ID;${london}:20261021T100000`,
        `DTSTART;${london}:20261022T140000`,
        `URL;VALUE=URI:${feedAt.links.meeting(moved.id)}`,
      ]),
    );
    const off = dates.find((lines) => lineOf(lines, "RECURRENCE-ID") === "20261028T100000") ?? [];
    expect(off).toEqual(expect.arrayContaining(["STATUS:CANCELLED", "SUMMARY:CANCELLED: Network"]));
    expect(dates).toHaveLength((await meetingsIn(ctx)).length);
  });

  test("are listed as the page lists them, also where the clocks change", async ({ ctx }) => {
    const { group, feed } = await weekly(ctx, [
      series(`EXDATE;${london}:20261014T100000`, `RDATE;${london}:20261024T233000`),
      date("20261021T100000", at("20261026T140000")),
      date("20261028T100000", at("20261028T100000"), "STATUS:CANCELLED"),
      date("20261104T100000", at("20261104T100000"), "SUMMARY:Network and lunch"),
    ]);
    for (const [from, to] of [
      ["2026-10-01", "2026-11-30"],
      ["2027-03-01", "2027-04-30"],
    ] as const) {
      const page = await pageOf(ctx, group.slug, from, to);
      expect(page.length).toBeGreaterThan(7);
      expect(listed(await feed(), `${from}T00:00:00Z`, `${to}T23:59:00Z`)).toEqual(page);
    }
  });

  test("go on beyond the dates that are known, as a series does", async ({ ctx }) => {
    const { feed } = await weekly(ctx);
    expect(listed(await feed(), "2028-02-01", "2028-02-09")).toEqual(["2028-02-02T10:00:00Z Network"]);
  });

  test("begin with the first that was ever known here, unless their rule counts them", async ({ ctx }) => {
    const since = (rule: string) => [
      vevent(uid, "SUMMARY:Network", `DTSTART;${london}:20190102T100000`, "DURATION:PT2H", `RRULE:${rule}`),
    ];
    const { feed, diaries } = await weekly(ctx, since("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"));
    const [first] = await meetingsIn(ctx);
    const dates = listed(await feed(), "2018-01-01", "2028-01-01");
    expect(dates[0]).toBe(`${first?.startsAt?.toISOString().replace(".000Z", "Z")} Network`);
    expect(lineOf(master(await feed()), "DTSTART")).toBe(`${first?.heldOn.replaceAll("-", "")}T100000`);
    await diaries.says("network", since("FREQ=WEEKLY;INTERVAL=2;COUNT=900"));
    expect(lineOf(master(await feed()), "DTSTART")).toBe("20190102T100000");
  });

  test("one of them by itself stays one VEVENT under its own UID", async ({ ctx }) => {
    await weekly(ctx);
    const { id } = await meetingOn(ctx, "2026-05-06");
    const found = veventsOf(await oneMeetingFeed(ctx, id, feedAt));
    expect(found.map((lines) => [lineOf(lines, "UID"), lineOf(lines, "RECURRENCE-ID")])).toEqual([
      [`${id}@meetings.assembly`, undefined],
    ]);
  });

  test("a joint series stands once in each body's feed, whichever diary was read first", async ({ ctx }) => {
    const { diaries, group, feed } = await weekly(ctx);
    const board = await makeGroup(ctx, { name: "Board" });
    await diaries.connect(board, "board", [series()]);
    const [own, others] = [await feed(), await groupFeed(ctx, board.slug, feedAt)];
    expect(lineOf(master(own), "CATEGORIES")).toBe("Norwich Network,Board");
    // What was over when the second diary was read is the first body's alone
    const [past = [], ...joint] = veventsOf(own);
    expect(lineOf(past, "DTSTART")).toBe("20260408T100000");
    expect(veventsOf(others)).toEqual(joint);
    expect(listed(own, "2026-04-01", "2027-06-01")).toEqual(
      await pageOf(ctx, group.slug, "2026-04-01", "2027-05-31"),
    );
  });
});

describe("case 75: what is no public meeting of the group is no date of its series", () => {
  const june = ["2026-06-01", "2026-06-30T23:00:00Z"] as const;
  const days = (feed: { text: string }) => listed(feed, ...june).map((line) => line.slice(8, 10));

  test("private dates, and their words, are in no feed", async ({ ctx }) => {
    const { feed } = await weekly(ctx, [
      series(),
      date("20260610T100000", at("20260610T100000"), "SUMMARY:SECRET", "CLASS:PRIVATE"),
    ]);
    expect(days(await feed())).toEqual(["03", "17", "24"]);
    await ctx.db.update(meetings).set({ isPublic: false }).where(eq(meetings.heldOn, "2026-06-17"));
    expect(days(await feed())).toEqual(["03", "24"]);
    await ctx.db.update(events).set({ summary: "SECRET of the diary" });
    expect((await feed()).text).not.toContain("SECRET");
  });

  test("dates that are nobody's meeting by its rule are taken out", async ({ ctx }) => {
    const away = date("20260610T100000", at("20260610T100000"), "SUMMARY:Away day");
    const { feed } = await weekly(ctx, [series(), away], { by: "title", pattern: "Network" });
    expect(days(await feed())).toEqual(["03", "17", "24"]);
  });

  test("a date of other bodies stands by itself in the feeds of each, and is no date of the series", async ({
    ctx,
  }) => {
    const { group, feed } = await weekly(ctx);
    const before = sequence(await feed());
    const board = await makeGroup(ctx, { name: "Board" });
    const { id } = await meetingOn(ctx, "2026-06-10");
    await ctx.db.insert(meetingGroups).values({ meetingId: id, groupId: board.id, position: 1 });
    const now = await feed();
    expect(days(now)).toEqual(["03", "10", "17", "24"]);
    expect(lineOf(master(now), "EXDATE")).toBe("20260610T100000");
    expect(sequence(now)).toBeGreaterThan(before);
    const theirs = veventsOf(await groupFeed(ctx, board.slug, feedAt));
    expect(theirs.map((lines) => lineOf(lines, "UID"))).toEqual([`${id}@meetings.assembly`]);
    expect(group.id).not.toBe(board.id);
  });

  test("a series of which a group has a few dates only goes out date by date", async ({ ctx }) => {
    const few = ["03", "17"].map((day) =>
      date(`202606${day}T100000`, at(`202606${day}T100000`), "SUMMARY:Board"),
    );
    const { feed } = await weekly(ctx, [series(), ...few], { by: "title", pattern: "Board" });
    const found = await feed();
    expect(days(found)).toEqual(["03", "17"]);
    expect(found.text).not.toMatch(/RRULE:FREQ=WEEKLY|RECURRENCE-ID/);
  });
});

describe("a series ends with its last known date where nobody vouches for more", () => {
  const beyond = async (feed: () => Promise<{ text: string }>) =>
    listed(await feed(), "2027-08-01", "2029-01-01").length;

  test.for<[string, (ctx: Ctx, diaries: Diaries) => Promise<unknown>]>([
    ["it is paused", async (ctx) => pauseCalendar(ctx, (await calendarIn(ctx)).id)],
    ["it is disconnected", async (ctx) => disconnectCalendar(ctx, (await calendarIn(ctx)).id, "keep")],
    [
      "the group meets in private from now on",
      (ctx) => ctx.db.update(groupRules).set({ meetsInPublic: false }),
    ],
  ])("where %s", async ([, end], { ctx }) => {
    const { diaries, group, feed } = await weekly(ctx);
    await ctx.db.insert(groupRules).values({ groupId: group.id });
    expect(await beyond(feed)).toBeGreaterThan(50);
    const before = sequence(await feed());
    await end(ctx, diaries);
    expect(await beyond(feed)).toBe(0);
    expect(lineOf(master(await feed()), "RRULE")).toMatch(/^FREQ=WEEKLY;UNTIL=202707\d\dT090000Z$/);
    expect(sequence(await feed())).toBeGreaterThan(before);
  });

  test("where it is gone from its diary; and goes on where it is there again, or is read again", async ({
    ctx,
  }) => {
    const kept = Array.from({ length: 70 }, (_, at) =>
      vevent(
        `UID:${at}@x.example`,
        `DTSTART:202701${String(1 + (at % 28)).padStart(2, "0")}T1${at % 9}0000Z`,
      ),
    );
    const { diaries, feed } = await weekly(ctx, [series(), ...kept]);
    await diaries.says("network", kept);
    expect(await beyond(feed)).toBe(0);
    await diaries.says("network", [series(), ...kept]);
    expect(await beyond(feed)).toBeGreaterThan(50);
    await pauseCalendar(ctx, (await calendarIn(ctx)).id);
    await resumeCalendar(ctx, (await calendarIn(ctx)).id);
    expect(await beyond(feed)).toBeGreaterThan(50);
  });

  const calendarIn = async (ctx: Ctx) => {
    const [row] = await ctx.db.select().from(calendars);
    if (!row) throw new Error("No calendar");
    return row;
  };
});

describe("case 76: dates of a series that were called off", () => {
  test("are told of for 30 days, and then taken out", async ({ ctx }) => {
    const { feed } = await weekly(ctx, [
      series(),
      date("20260422T100000", at("20260422T100000"), "STATUS:CANCELLED"),
    ]);
    const told = (found: { text: string }) => listed(found, "2026-04-20", "2026-04-24");
    expect(told(await feed(38))).toEqual(["2026-04-22T09:00:00Z CANCELLED: Network"]);
    const after = await feed(39);
    expect(told(after)).toEqual([]);
    expect(lineOf(master(after), "EXDATE")).toBe("20260422T100000");
  });

  test("are one called-off series where all of them are", async ({ ctx }) => {
    const { feed } = await weekly(ctx, [series("STATUS:CANCELLED")]);
    expect(lineOf(master(await feed()), "STATUS")).toBe("CANCELLED");
    expect(lineOf(master(await feed()), "SUMMARY")).toBe("CANCELLED: Network");
  });

  test("a meeting of more than a year ago is left to the rule, or taken out where it was moved", async ({
    ctx,
  }) => {
    const { feed } = await weekly(ctx, [series(), date("20260422T100000", at("20260423T100000"))]);
    const dates = veventsOf(await feed(400));
    expect(dates.some((lines) => lineOf(lines, "RECURRENCE-ID")?.startsWith("202604"))).toBe(false);
    expect(listed(await feed(400), "2026-04-14", "2026-05-01")).toEqual([
      "2026-04-15T09:00:00Z Network",
      "2026-04-29T09:00:00Z Network",
    ]);
  });
});

describe("SEQUENCE of a series", () => {
  test("rises with what changes, in its dates too, and never falls", async ({ ctx }) => {
    const { diaries, feed } = await weekly(ctx);
    const each = async () => {
      const found = await feed();
      const slot = veventsOf(found).find((lines) => lineOf(lines, "RECURRENCE-ID") === "20260506T100000");
      return [sequence(found), Number(lineOf(slot ?? [], "SEQUENCE"))] as const;
    };
    let [last, lastOfDate] = await each();
    const steps: string[][][] = [
      [series(), date("20260506T100000", at("20260507T100000"))],
      [series("LOCATION:City Hall"), date("20260506T100000", at("20260506T100000"), "STATUS:CANCELLED")],
      [series("LOCATION:City Hall")],
    ];
    for (const [index, diary] of steps.entries()) {
      await diaries.says("network", diary, index + 1);
      const [now, ofDate] = await each();
      expect([index, now > last, ofDate > lastOfDate, ofDate >= now]).toEqual([index, true, true, true]);
      [last, lastOfDate] = [now, ofDate];
      await diaries.sync(index + 1);
      expect(await each()).toEqual([last, lastOfDate]);
    }
  });

  test("counts the changes of a series that nobody asks for, and keeps few of them", async ({ ctx }) => {
    const { diaries, feed } = await weekly(ctx);
    const before = sequence(await feed());
    for (let time = 1; time <= 30; time += 1)
      await diaries.says("network", [series(`LOCATION:Room ${time}`)], time / 24);
    const waiting = await ctx.db.select().from(meetingSeriesChanges);
    expect(waiting.length).toBeLessThan(60);
    expect(sequence(await feed(1))).toBeGreaterThanOrEqual(before + 30);
    expect(await ctx.db.select().from(meetingSeriesChanges)).toEqual([]);
    expect(lineOf(master(await feed(1)), "LOCATION")).toBe("Room 30");
  });

  test("does not rise when further dates come within reach", async ({ ctx }) => {
    const { diaries, feed } = await weekly(ctx);
    const [before, count] = [sequence(await feed()), (await meetingsIn(ctx)).length];
    await diaries.sync(30);
    expect((await meetingsIn(ctx)).length).toBeGreaterThan(count);
    expect(veventsOf(await feed(30))).toHaveLength(1 + (await meetingsIn(ctx)).length);
    expect(sequence(await feed(30))).toBe(before);
  });
});

test("the text of a series is forgotten when anything that it shows changes, whoever changes it", async ({
  ctx,
}) => {
  const { group, feed } = await weekly(ctx, [series(), date("20260527T100000", at("20260528T100000"))]);
  const { id } = await meetingOn(ctx, "2026-06-10");
  const ofMeeting = eq(meetings.id, id);
  const seen = new Set([(await feed()).etag]);
  expect(seen.has((await feed()).etag)).toBe(true);
  const set = (values: Partial<typeof meetings.$inferInsert>) =>
    ctx.db.update(meetings).set(values).where(ofMeeting);
  const steps: (() => Promise<unknown>)[] = [
    () => set({ title: "Network and lunch" }),
    () => set({ agendaState: "published", agendaPublishedAt: ctx.now }),
    () => set({ status: "cancelled" }),
    () => set({ isPublic: false }),
    () => ctx.db.update(groups).set({ name: "Renamed" }).where(eq(groups.id, group.id)),
    () => ctx.db.update(groups).set({ slug: "another-address" }).where(eq(groups.id, group.id)),
    () => ctx.db.delete(meetings).where(eq(meetings.heldOn, "2026-06-17")),
    () => ctx.db.delete(meetingGroups).where(eq(meetingGroups.meetingId, id)),
    () => ctx.db.delete(occurrences).where(eq(occurrences.startsOn, "2026-06-24")),
    () => ctx.db.update(calendars).set({ pausedAt: ctx.now }),
    () => ctx.db.update(events).set({ series: null }),
  ];
  for (const [index, step] of steps.entries()) {
    await step();
    const [known] = await ctx.db.select({ slug: groups.slug }).from(groups).where(eq(groups.id, group.id));
    const { etag } = await groupFeed(ctx, known?.slug ?? "", feedAt);
    if (index !== 7) expect([index, seen.has(etag)]).toEqual([index, false]);
    seen.add(etag);
  }
});
