import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { findEvent } from "#app/domain/calendars/find-event.server.ts";
import { findEvents } from "#app/domain/calendars/find-events.server.ts";
import { findEventsTitled } from "#app/domain/calendars/find-titled.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { events, occurrences } from "#db/schema/calendars.ts";
import { calendarVenues } from "#db/schema/diary/syncs.ts";
import { locations } from "#db/schema/locations.ts";
import { meetings } from "#db/schema/meetings.ts";
import { organisationPlaces } from "#db/schema/organisations.ts";
import { calendar, vevent } from "#test/factories/calendars.ts";
import { makePlace } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { connectSite, later, runAt, Website } from "#test/factories/sources.ts";
import { testContext } from "#test/setup/context.ts";

const test = testContext({ actor: { kind: "job", name: "calendar" } });

const fair = vevent(
  "UID:fair@x.example",
  "DTSTART:20260505T090000Z",
  "SUMMARY:Spring fair",
  "LOCATION: The Forum ",
);
const walk = vevent("UID:walk@x.example", "DTSTART:20260506T090000Z", "SUMMARY:Walk");
const untitled = vevent("UID:none@x.example", "DTSTART:20260507T090000Z", "SUMMARY:");

async function diaryOf(ctx: Ctx, name: string, ...said: string[][]) {
  const organisation = await makeOrganisation(ctx, { name });
  const site = new Website(calendar(...said));
  const of = { kind: "address" as const, source: `https://${organisation.slug}.example/diary.ics` };
  const { calendarId } = await connectSite(ctx, { noun: "organisation", slug: organisation.slug }, site, of);
  let runs = 0;
  const sayAt = (days: number, ...lines: string[][]) => {
    site.says = calendar(...lines);
    runs += 1;
    return runAt(ctx, calendarId, site, later(ctx, { days, minutes: 15 * runs }));
  };
  const say = (...lines: string[][]) => sayAt(0, ...lines);
  return { organisation, calendarId, say, sayAt };
}

const titles = async (ctx: Ctx, filter = {}) => (await findEvents(ctx, filter)).map(({ title }) => title);

test("an organisation's calendar brings events, not meetings, and they are found by their titles", async ({
  ctx,
}) => {
  const { organisation, say } = await diaryOf(ctx, "Wherry Singers", fair, walk);
  expect(await ctx.db.select().from(meetings)).toEqual([]);
  expect(await titles(ctx)).toEqual(["Spring fair", "Walk"]);
  const [found] = await findEventsTitled(ctx, "fair", 5);
  expect(found).toMatchObject({ title: "Spring fair", organisation: { name: organisation.name } });
  await say(
    fair.map((line) => line.replace("Spring fair", "Summer feast")),
    walk,
  );
  expect(await findEventsTitled(ctx, "fair", 5)).toEqual([]);
  expect(await findEventsTitled(ctx, "feast", 5)).toHaveLength(1);
});

test("case 49: an event without a title is on no list, page or search until it is let go", async ({
  ctx,
}) => {
  await diaryOf(ctx, "Wherry Singers", untitled);
  const [row] = await ctx.db.select().from(occurrences);
  expect(row?.summary).toBe("Untitled event");
  expect(await titles(ctx)).toEqual([]);
  expect(await findEventsTitled(ctx, "untitled", 5)).toEqual([]);
  await expect(findEvent(ctx, row?.id ?? "")).rejects.toThrow(NotFound);
  await ctx.db.update(events).set({ isHeld: false });
  expect(await titles(ctx)).toEqual(["Untitled event"]);
});

describe("where an event is", () => {
  test("is its decided venue's place, else the one place of its organisation", async ({ ctx }) => {
    const [cromer, norwich] = [await makePlace(ctx), await makePlace(ctx)];
    const { organisation, calendarId, say } = await diaryOf(ctx, "Wherry Singers", fair, walk);
    const placeOf = async (uid: string) => {
      const [row] = await ctx.db.select().from(events).where(eq(events.uid, uid));
      return [row?.placeId ?? null, row?.locationId ?? null];
    };
    expect(await placeOf("fair@x.example")).toEqual([null, null]);
    await ctx.db.insert(organisationPlaces).values({ organisationId: organisation.id, placeId: cromer.id });
    const [forum] = await ctx.db
      .insert(locations)
      .values({ name: "The Forum", locationType: "physical", placeId: norwich.id })
      .returning();
    const decided = { calendarId, words: "The Forum", decidedAt: ctx.now };
    await ctx.db.insert(calendarVenues).values({ ...decided, locationId: forum?.id ?? null });
    await say(fair, walk, vevent("UID:new@x.example", "DTSTART:20260601T090000Z"));
    expect(await placeOf("fair@x.example")).toEqual([norwich.id, forum?.id]);
    expect(await placeOf("walk@x.example")).toEqual([cromer.id, null]);
    await ctx.db.insert(organisationPlaces).values({ organisationId: organisation.id, placeId: norwich.id });
    await say(fair, walk);
    expect(await placeOf("walk@x.example")).toEqual([null, null]);
  });
});

describe("case 44: one event in the diaries of two organisations", () => {
  test("is listed once, and each organisation has it on its own list", async ({ ctx }) => {
    const first = await diaryOf(ctx, "Wherry Singers", fair, walk);
    const second = await diaryOf(ctx, "Reed Band", fair);
    expect(await titles(ctx)).toEqual(["Spring fair", "Walk"]);
    expect(await titles(ctx, { organisationId: first.organisation.id })).toEqual(["Spring fair", "Walk"]);
    expect(await titles(ctx, { organisationId: second.organisation.id })).toEqual(["Spring fair"]);
    expect(await findEventsTitled(ctx, "fair", 5)).toHaveLength(1);
  });

  test("its page names both, from whichever side it is opened", async ({ ctx }) => {
    const { organisation: one } = await diaryOf(ctx, "Wherry Singers", fair);
    const { organisation: two } = await diaryOf(ctx, "Reed Band", fair);
    const rows = await ctx.db.select().from(occurrences);
    const pages = await Promise.all(rows.map(({ id }) => findEvent(ctx, id)));
    const names = pages.map((page) =>
      [page.organisation?.name, ...page.alsoOf.map(({ name }) => name)].sort(),
    );
    expect(names).toEqual(Array(2).fill([two.name, one.name]));
  });

  test("stays on the list when the diary that had it first drops it", async ({ ctx }) => {
    const first = await diaryOf(ctx, "Wherry Singers", fair, walk);
    const { organisation } = await diaryOf(ctx, "Reed Band", fair);
    await first.say(walk);
    expect(await titles(ctx)).toEqual(["Spring fair", "Walk"]);
    const [event] = await findEvents(ctx);
    expect(event?.organisation?.name).toBe(organisation.name);
    await first.say(walk, fair);
    expect(await titles(ctx)).toEqual(["Spring fair", "Walk"]);
  });

  const weekly = vevent(
    "UID:w@x.example",
    "DTSTART:20260505T090000Z",
    "RRULE:FREQ=WEEKLY;COUNT=3",
    "SUMMARY:Choir",
  );
  const without = [...weekly.slice(0, -1), "EXDATE:20260512T090000Z", "END:VEVENT"];
  const off = vevent(
    ...["UID:w@x.example", "RECURRENCE-ID:20260512T090000Z", "DTSTART:20260512T090000Z"],
    ...["SUMMARY:Choir", "STATUS:CANCELLED"],
  );

  test.for([
    ["the first, which drops it", 0, [without]],
    ["the first, which calls it off", 0, [weekly, off]],
    ["the second, which drops it", 1, [without]],
    ["the second, which calls it off", 1, [weekly, off]],
  ] as const)(
    "a single date stays on the list when it leaves one of the diaries: %s",
    async ([, at, says], { ctx }) => {
      const first = await diaryOf(ctx, "Wherry Singers", weekly);
      await ctx.db.update(events).set({ createdAt: later(ctx, { days: -1 }) });
      const diaries = [first, await diaryOf(ctx, "Reed Band", weekly)];
      await diaries[at]?.say(...says);
      const listed = await findEvents(ctx);
      expect(listed.map(({ start, status }) => [start, status])).toEqual(
        ["05", "12", "19"].map((day) => [`2026-05-${day}T09:00:00Z`, "confirmed"]),
      );
      expect(new Set(listed.map(({ organisation }) => organisation?.name)).size).toBe(at === 0 ? 2 : 1);
      await diaries[1 - at]?.say(...says);
      expect((await findEvents(ctx)).map(({ status }) => status)).toEqual(
        says.length > 1 ? ["confirmed", "cancelled", "confirmed"] : ["confirmed", "confirmed"],
      );
    },
  );

  test("is found by its title for the dates that the listed diary does not have", async ({ ctx }) => {
    await diaryOf(
      ctx,
      "Wherry Singers",
      weekly.map((line) => line.replace("COUNT=3", "COUNT=1")),
    );
    await ctx.db.update(events).set({ createdAt: later(ctx, { days: -1 }) });
    await diaryOf(ctx, "Reed Band", weekly);
    const found = async (days: number) =>
      (await findEventsTitled({ ...ctx, now: later(ctx, { days }) }, "choir", 5)).map(
        ({ start, organisation }) => [start.slice(0, 10), organisation?.name],
      );
    expect(await found(0)).toEqual([
      ["2026-05-05", "Wherry Singers"],
      ["2026-05-12", "Reed Band"],
    ]);
    expect(await found(28)).toEqual([["2026-05-12", "Reed Band"]]);
  });

  test("is listed once for the dates of a held calendar, which go on day by day, too", async ({ ctx }) => {
    const endless = vevent(
      "UID:w@x.example",
      "DTSTART:20260421T090000Z",
      "RRULE:FREQ=WEEKLY",
      "SUMMARY:Choir",
    );
    const held = await diaryOf(ctx, "Wherry Singers", endless, fair);
    expect(await held.say(fair)).toMatchObject({ outcome: "held" });
    const afterwards = { ...ctx, now: later(ctx, { days: 14 }) };
    const far = vevent("UID:w@x.example", "DTSTART:20270720T090000Z", "SUMMARY:Choir");
    await diaryOf(afterwards, "Reed Band", far);
    const [day, listed] = [{ from: "2027-07-20", to: "2027-07-20" }, ["Choir"]];
    expect(await titles(ctx, day)).toEqual(listed);
    await held.sayAt(14, fair);
    expect(await titles(ctx, day)).toEqual(listed);
    expect(
      await ctx.db.select().from(occurrences).where(eq(occurrences.startsOn, "2027-07-20")),
    ).toHaveLength(2);
  });

  test("needs more than a common UID, as some programs count from one", async ({ ctx }) => {
    await diaryOf(ctx, "Wherry Singers", vevent("UID:1", "DTSTART:20260505T090000Z", "SUMMARY:Choir"));
    await diaryOf(ctx, "Reed Band", vevent("UID:1", "DTSTART:20260605T090000Z", "SUMMARY:Band"));
    expect(await titles(ctx)).toEqual(["Choir", "Band"]);
  });
});
