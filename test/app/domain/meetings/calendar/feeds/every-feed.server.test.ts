import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { daysBack, type FeedAddress, type FeedAnswer } from "#app/domain/calendars/feeds/answer.ts";
import {
  oneEventFeed,
  organisationFeed,
  whatsOnFeed,
} from "#app/domain/calendars/feeds/event-feeds.server.ts";
import { readFeed } from "#app/domain/calendars/ics.ts";
import { findKeptEvent } from "#app/domain/calendars/typed/find-typed-events.server.ts";
import { addEvent, editEvent } from "#app/domain/calendars/typed/keep-event.server.ts";
import { listFurtherDates } from "#app/domain/calendars/typed/list-further-dates.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import {
  groupFeed,
  oneMeetingFeed,
  placeFeed,
} from "#app/domain/meetings/calendar/feeds/meeting-feed.server.ts";
import {
  findMyCalendar,
  myFeed,
  renewMyCalendar,
} from "#app/domain/meetings/calendar/feeds/my-feed.server.ts";
import { seenOf } from "#app/domain/section.ts";
import { changes, people } from "#db/schema/accounts.ts";
import { calendarGroups, calendars, events, occurrences } from "#db/schema/calendars.ts";
import { groupFollowers, personalFeeds } from "#db/schema/diary/following.ts";
import { organisations } from "#db/schema/organisations.ts";
import { as, makeAccount } from "#test/factories/accounts.ts";
import { makeCalendar } from "#test/factories/connected-calendars.ts";
import { eventFields, makeEvent, makeTimed } from "#test/factories/events.ts";
import { makeMember, makeSeat } from "#test/factories/groups.ts";
import { makeGroup, makeMeeting, makePlace } from "#test/factories/meetings.ts";
import { makeOrganisation, makeOwner } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";

const at: FeedAddress = {
  self: "https://assembly.example/calendars/x.ics",
  links: {
    meeting: (id) => `https://assembly.example/meetings/${id}`,
    agenda: (id) => `https://assembly.example/meetings/${id}/agenda`,
    event: (id) => `https://assembly.example/events/${id}`,
    group: (slug) => `https://assembly.example/groups/${slug}`,
  },
};
const start = "2026-05-01T09:00:00Z";
const end = "2026-05-01T10:00:00Z";
const reach = { from: new Date("2025-01-01"), to: new Date("2028-01-01") };
const unfolded = ({ text }: FeedAnswer) => text.replace(/\r\n[ \t]/g, "");
const titles = ({ text }: FeedAnswer) => readFeed(text, reach).occurrences.map(({ summary }) => summary);

/** A place, a group there, and an organisation whose owner sits on the group by its seat. */
async function makeWorld(ctx: Ctx) {
  const place = await makePlace(ctx, { name: "Norwich" });
  const group = await makeGroup(ctx, { kind: "place-board", placeId: place.id, name: "Norwich Place Board" });
  const organisation = await makeOrganisation(ctx);
  await makeMember(ctx, group.id, organisation.id);
  const owner = await makeOwner(ctx, organisation.id);
  const { secret } = await renewMyCalendar(as(ctx, owner));
  return { place, group, organisation, owner, secret };
}
type World = Awaited<ReturnType<typeof makeWorld>>;

const everyFeed = async (ctx: Ctx, { place, group, organisation, secret }: World) => [
  await groupFeed(ctx, group.slug, at),
  await placeFeed(ctx, place.slug, at),
  await organisationFeed(ctx, organisation.slug, at),
  await whatsOnFeed(ctx, {}, at),
  await whatsOnFeed(ctx, { place: place.slug }, at),
  await myFeed(ctx, secret, at),
];

describe("case 75: what a feed holds", () => {
  test("nothing that is draft, exempt, private, withdrawn, held, archived or of another's calendar is in any", async ({
    ctx,
  }) => {
    const world = await makeWorld(ctx);
    const { organisation, place, group } = world;
    const of = { organisationId: organisation.id, placeId: place.id };
    const planted = async (summary: string, event: Partial<typeof events.$inferInsert>) =>
      makeTimed(ctx, start, end, { summary, recurrenceId: "", event: { ...of, summary, ...event } });
    await planted("Open", {});
    const hidden = [
      await planted("SECRET private", { isPublic: false }),
      await planted("SECRET held", { isHeld: true }),
    ];
    const gone = await planted("SECRET withdrawn", {});
    await ctx.db.update(occurrences).set({ status: "withdrawn" }).where(eq(occurrences.id, gone.id));
    const first = await planted("Listed twin", {});
    await planted("SECRET twin", { sameAsId: first.eventId });
    const archived = await makeOrganisation(ctx, { state: "archived" });
    const left = await planted("SECRET archived", { organisationId: archived.id });
    const diary = await makeCalendar(ctx.db, { organisationId: organisation.id });
    await ctx.db.insert(calendarGroups).values({ calendarId: diary.id, groupId: group.id });
    await planted("SECRET of a group", { calendarId: diary.id });
    await makeMeeting(ctx, [group.id], { title: "SECRET exempt", isPublic: false });
    await makeMeeting(ctx, [group.id], { title: "Board", agendaState: "draft" });

    const feeds = await everyFeed(ctx, world);
    expect(feeds.map((feed) => titles(feed).toSorted())).toEqual([
      ["Board"],
      ["Board", "Listed twin", "Open"],
      ["Listed twin", "Open"],
      ["Listed twin", "Open"],
      ["Listed twin", "Open"],
      ["Board"],
    ]);
    for (const feed of feeds) expect(unfolded(feed)).not.toMatch(/SECRET|\/agenda/);
    for (const { id } of [...hidden, gone, left])
      await expect(oneEventFeed(ctx, id, at)).rejects.toThrow(NotFound);
    await expect(organisationFeed(ctx, archived.slug, at)).rejects.toThrow(NotFound);
  });

  test("a hidden address is in none, also one that is hidden later", async ({ ctx }) => {
    const world = await makeWorld(ctx);
    const { id } = world.organisation;
    const event = {
      organisationId: id,
      placeId: world.place.id,
      location: "9 Refuge Row",
      latitude: 52.6,
      longitude: 1.3,
    };
    await makeTimed(ctx, start, end, { location: "9 Refuge Row", recurrenceId: "", event });
    expect(unfolded(await organisationFeed(ctx, world.organisation.slug, at))).toMatch(
      /LOCATION:9 Refuge Row[\s\S]*GEO/,
    );
    await ctx.db.update(organisations).set({ addressIsHidden: true }).where(eq(organisations.id, id));
    for (const feed of await everyFeed(ctx, world)) expect(unfolded(feed)).not.toMatch(/Refuge|GEO/);
  });

  test("a place's feed is that place's alone; what's on takes the filters of its page", async ({ ctx }) => {
    const world = await makeWorld(ctx);
    const elsewhere = await makePlace(ctx, { name: "Elsewhere" });
    for (const [summary, placeId] of [
      ["Here", world.place.id],
      ["There", elsewhere.id],
    ] as const)
      await makeTimed(ctx, start, end, { summary, event: { summary, placeId } });
    expect(titles(await placeFeed(ctx, world.place.slug, at))).toEqual(["Here"]);
    expect(titles(await whatsOnFeed(ctx, { place: elsewhere.slug }, at))).toEqual(["There"]);
    expect(titles(await whatsOnFeed(ctx, {}, at)).toSorted()).toEqual(["Here", "There"]);
    await expect(whatsOnFeed(ctx, { place: "nowhere" }, at)).rejects.toThrow(NotFound);
    await expect(whatsOnFeed(ctx, { topic: "nothing" }, at)).rejects.toThrow(NotFound);
  });
});

describe("case 73: what is typed in, and changed", () => {
  test("is a series whose SEQUENCE rises with each change, and never falls", async ({ ctx }) => {
    const { organisation, owner } = await makeWorld(ctx);
    const inside = as(ctx, owner);
    const { id } = await addEvent(
      inside,
      organisation.slug,
      eventFields({ repeats: "weekly", until: "2026-06-26" }),
    );
    const feed = async () => unfolded(await oneEventFeed(ctx, id, at));
    const sequence = async () => Number(/SEQUENCE:(\d+)/.exec(await feed())?.[1]);
    expect(await feed()).toContain("DTSTART;TZID=Europe/London:20260417T180000");
    expect(await feed()).toContain("RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20260626T225900Z");
    expect((await feed()).match(/BEGIN:VEVENT/g)).toHaveLength(1);
    const first = await sequence();
    const save = async (title: string) => {
      const { fields } = await findKeptEvent(inside, id);
      await editEvent(inside, id, { fields: { ...fields, title }, seen: seenOf(fields) });
    };
    await save("Renamed");
    const second = await sequence();
    expect(second).toBe(first + 1);
    await save("Renamed again");
    expect(await sequence()).toBe(second + 1);
    expect(await feed()).toContain("SUMMARY:Renamed again");
  });

  test("does not rise when further dates are listed", async ({ ctx }) => {
    const { organisation, owner } = await makeWorld(ctx);
    const { id } = await addEvent(as(ctx, owner), organisation.slug, eventFields({ repeats: "weekly" }));
    const before = await oneEventFeed(ctx, id, at);
    const later = {
      ...ctx,
      actor: { kind: "job", name: "test" } as const,
      now: new Date("2026-05-30T09:00:00Z"),
    };
    expect((await listFurtherDates(later)).added).toBeGreaterThan(0);
    expect((await oneEventFeed(ctx, id, at)).etag).toBe(before.etag);
  });
});

test("case 76: a called-off event is told of for 30 days", async ({ ctx }) => {
  const { organisation } = await makeWorld(ctx);
  const off = (summary: string, day: string) =>
    makeTimed(ctx, `${day}T09:00:00Z`, null, {
      ...{ summary, recurrenceId: "", status: "cancelled" },
      event: { summary, organisationId: organisation.id },
    });
  await off("Lately", "2026-03-20");
  await off("Long ago", "2026-03-10");
  expect(titles(await organisationFeed(ctx, organisation.slug, at))).toEqual(["CANCELLED: Lately"]);
  const later = { ...ctx, now: new Date(ctx.now.getTime() + daysBack.calledOff * 86_400_000) };
  expect(titles(await organisationFeed(later, organisation.slug, at))).toEqual([]);
});

test("a series of a diary ends with its last known date while nobody reads it, and goes on afterwards", async ({
  ctx,
}) => {
  const organisation = await makeOrganisation(ctx);
  const { id: calendarId } = await makeCalendar(ctx.db, { organisationId: organisation.id });
  const parts = { timeZone: "Europe/London", duration: "PT1H", exceptRules: [], added: [], removed: [] };
  const series = { ...parts, start: "2026-05-01T10:00:00", rules: ["FREQ=WEEKLY"] };
  const event = await makeEvent(ctx, { calendarId, rrule: "FREQ=WEEKLY", series });
  const add = (day: string) =>
    makeTimed(ctx, `${day}T09:00:00Z`, `${day}T10:00:00Z`, {
      eventId: event.id,
      recurrenceId: `${day}T09:00:00Z`,
    });
  await add("2026-05-01");
  const last = await add("2026-05-08");
  const goesOn = async () => titles(await organisationFeed(ctx, organisation.slug, at)).length > 3;
  const steps: [boolean, () => Promise<unknown>][] = [
    [true, async () => undefined],
    [false, () => ctx.db.update(calendars).set({ pausedAt: ctx.now })],
    [true, () => ctx.db.update(calendars).set({ pausedAt: null })],
    [false, () => ctx.db.update(calendars).set({ disconnectedAt: ctx.now })],
    [true, () => ctx.db.update(calendars).set({ disconnectedAt: null })],
    [false, () => ctx.db.update(occurrences).set({ status: "withdrawn" }).where(eq(occurrences.id, last.id))],
    [true, () => add("2026-05-15")],
  ];
  for (const [index, [expected, step]] of steps.entries()) {
    await step();
    expect([index, await goesOn()]).toEqual([index, expected]);
  }
});

describe("the texts of events that are kept", () => {
  test("are forgotten when anything that they show changes, whoever changes it", async ({ ctx }) => {
    const { organisation } = await makeWorld(ctx);
    const event = await makeEvent(ctx, { organisationId: organisation.id });
    const date = await makeTimed(ctx, start, end, { eventId: event.id, recurrenceId: "" });
    const read = async () => (await oneEventFeed(ctx, date.id, at)).etag;
    const seen = new Set([await read()]);
    const stays = await read();
    expect(seen.has(stays)).toBe(true);
    const steps = [
      () => ctx.db.update(events).set({ description: "New words" }).where(eq(events.id, event.id)),
      () => ctx.db.update(events).set({ cost: "£2" }).where(eq(events.id, event.id)),
      () => ctx.db.update(occurrences).set({ location: "New hall" }).where(eq(occurrences.id, date.id)),
      () => ctx.db.update(occurrences).set({ status: "cancelled" }).where(eq(occurrences.id, date.id)),
      () =>
        ctx.db.update(organisations).set({ name: "New name" }).where(eq(organisations.id, organisation.id)),
      () =>
        makeTimed(ctx, "2026-06-01T09:00:00Z", null, {
          eventId: event.id,
          recurrenceId: "2026-06-01T09:00:00Z",
        }),
    ];
    for (const [index, step] of steps.entries()) {
      await step();
      const etag = await read();
      expect([index, seen.has(etag)]).toEqual([index, false]);
      seen.add(etag);
    }
  });
});

describe("one's own calendar", () => {
  test("holds the public meetings of groups where one has a role or a seat, keeps a member, or follows", async ({
    ctx,
  }) => {
    const names = ["role", "seat", "member", "follow", "none"] as const;
    const made = new Map<string, Awaited<ReturnType<typeof makeGroup>>>();
    for (const name of names) {
      const group = await makeGroup(ctx, { name });
      made.set(name, group);
      await makeMeeting(ctx, [group.id], { title: name });
      await makeMeeting(ctx, [group.id], { title: "SECRET", isPublic: false });
    }
    const idOf = (name: string) => made.get(name)?.id ?? "";
    const organisation = await makeOrganisation(ctx);
    const person = await makeAccount(ctx, {
      roles: [
        ["secretariat", idOf("role")],
        ["organisation-editor", organisation.id],
      ],
    });
    await makeSeat(ctx, idOf("seat"), { personId: person.id });
    await makeMember(ctx, idOf("member"), organisation.id);
    await makeMember(ctx, idOf("none"), organisation.id, { leftOn: "2026-01-01" });
    await ctx.db.insert(groupFollowers).values({ groupId: idOf("follow"), personId: person.id });
    const { secret } = await renewMyCalendar(as(ctx, person));
    expect(titles(await myFeed(ctx, secret, at)).toSorted()).toEqual(["follow", "member", "role", "seat"]);
    const mine = await findMyCalendar(as(ctx, person));
    expect(mine).toMatchObject({ secret, lastAskedOn: "2026-04-14" });
    expect(mine.groups.map(({ name }) => name)).toEqual(["follow", "member", "role", "seat"]);
  });

  test("is renewed: the old address is gone at once, and the record has neither", async ({ ctx }) => {
    const { owner, secret } = await makeWorld(ctx);
    const { secret: next } = await renewMyCalendar(as(ctx, owner));
    await expect(myFeed(ctx, secret, at)).rejects.toThrow(NotFound);
    await expect(myFeed(ctx, next, at)).resolves.toBeTruthy();
    const told = await ctx.db.select().from(changes).where(eq(changes.nounId, owner.id));
    expect(told.filter(({ deed }) => deed === "renew calendar address")).toHaveLength(2);
    const rows = JSON.stringify([told, await ctx.db.select().from(personalFeeds)]);
    expect(rows).not.toContain(secret);
    expect(rows).not.toContain(next);
  });

  test("is gone with the account", async ({ ctx }) => {
    const { owner, secret } = await makeWorld(ctx);
    await ctx.db.update(people).set({ erasedAt: ctx.now }).where(eq(people.id, owner.id));
    await expect(myFeed(ctx, secret, at)).rejects.toThrow(NotFound);
  });
});

test("one meeting is nobody's to have while it is private", async ({ ctx }) => {
  const group = await makeGroup(ctx);
  const meeting = await makeMeeting(ctx, [group.id], { isPublic: false });
  await expect(oneMeetingFeed(ctx, meeting.id, at)).rejects.toThrow(NotFound);
});
