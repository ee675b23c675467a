import { describe, expect } from "vitest";
import { findEvent } from "#app/domain/calendars/find-event.server.ts";
import { findEvents, findNextEventDay } from "#app/domain/calendars/find-events.server.ts";
import { findSpan } from "#app/domain/calendars/find-span.server.ts";
import { findWeek } from "#app/domain/calendars/find-week.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { calendarGroups, events } from "#db/schema/calendars.ts";
import { makeCalendar } from "#test/factories/connected-calendars.ts";
import { makeAllDay, makeEvent, makeTimed } from "#test/factories/events.ts";
import { makeGroup, makePlace } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { makeService, makeTopic } from "#test/factories/services.ts";
import { makeVenue } from "#test/factories/venues.ts";
import { test } from "#test/setup/context.ts";

const week = { from: "2026-07-06", to: "2026-07-12" };
const titles = (events: readonly { title: string }[]) => events.map(({ title }) => title);

test("lists the days in order, whole days first, each day by time", async ({ ctx }) => {
  await makeTimed(ctx, "2026-07-07T17:00:00Z", null, { summary: "Choir" });
  await makeTimed(ctx, "2026-07-07T08:00:00Z", "2026-07-07T09:00:00Z", { summary: "Walk" });
  await makeAllDay(ctx, "2026-07-07", "2026-07-08", { summary: "Open day" });
  await makeTimed(ctx, "2026-07-06T12:00:00Z", null, { summary: "Lunch" });
  await makeTimed(ctx, "2026-07-13T12:00:00Z", null, { summary: "Next week" });
  expect(titles(await findEvents(ctx, week))).toEqual(["Lunch", "Open day", "Walk", "Choir"]);
});

test("what runs into the first day is there, what ended at its midnight is not", async ({ ctx }) => {
  await makeTimed(ctx, "2026-07-05T19:00:00Z", "2026-07-05T23:00:00Z", { summary: "Ends at midnight" });
  await makeTimed(ctx, "2026-07-05T19:00:00Z", "2026-07-05T23:30:00Z", { summary: "Past midnight" });
  await makeAllDay(ctx, "2026-07-01", "2026-07-06", { summary: "Last day was Sunday" });
  await makeAllDay(ctx, "2026-07-01", "2026-07-07", { summary: "Last day is Monday" });
  expect(titles(await findEvents(ctx, week))).toEqual(["Last day is Monday", "Past midnight"]);
  // Pages go on from what runs to what begins without losing or repeating any.
  await makeTimed(ctx, "2026-07-06T10:00:00Z", null, { summary: "Begins" });
  const pages = await Promise.all([0, 1, 2].map((offset) => findEvents(ctx, { ...week, limit: 1, offset })));
  expect(titles(pages.flat())).toEqual(["Last day is Monday", "Past midnight", "Begins"]);
});

test("cancelled stays, withdrawn and private go", async ({ ctx }) => {
  await makeTimed(ctx, "2026-07-07T08:00:00Z", null, { summary: "Off", status: "cancelled" });
  await makeTimed(ctx, "2026-07-07T09:00:00Z", null, { summary: "Gone", status: "withdrawn" });
  await makeTimed(ctx, "2026-07-07T10:00:00Z", null, { summary: "Private", event: { isPublic: false } });
  const archived = await makeOrganisation(ctx, { state: "archived" });
  await makeTimed(ctx, "2026-07-07T11:00:00Z", null, { event: { organisationId: archived.id } });
  expect(titles(await findEvents(ctx, week))).toEqual(["Off"]);
});

test("a group's calendar brings meetings, not events; an organisation's brings events of its own", async ({
  ctx,
}) => {
  const host = await makeOrganisation(ctx, { name: "Age Well" });
  const own = await makeCalendar(ctx.db, { name: "Ours", organisationId: host.id });
  const shared = await makeCalendar(ctx.db, { name: "Network" });
  await ctx.db.insert(calendarGroups).values({ calendarId: shared.id, groupId: (await makeGroup(ctx)).id });
  await makeTimed(ctx, "2026-07-07T08:00:00Z", null, { summary: "Tea", event: { calendarId: own.id } });
  await makeTimed(ctx, "2026-07-07T08:00:00Z", null, { event: { calendarId: shared.id } });
  const found = await findEvents(ctx, { ...week, organisationId: host.id });
  expect(found).toMatchObject([{ title: "Tea", organisation: { name: "Age Well" } }]);
  expect(titles(await findEvents(ctx, week))).toEqual(["Tea"]);
});

test("filters by place, and by a topic with the topics below it", async ({ ctx }) => {
  const place = await makePlace(ctx, { slug: "somewhere" });
  const food = await makeTopic(ctx);
  const lunch = await makeTopic(ctx, { slug: "shared-meals", name: "Meals", parentId: food.id });
  const service = await makeService(ctx, { termIds: [lunch.id] });
  await makeTimed(ctx, "2026-07-07T08:00:00Z", null, { summary: "Here", event: { placeId: place.id } });
  await makeTimed(ctx, "2026-07-07T09:00:00Z", null, { summary: "Lunch", event: { termId: lunch.id } });
  await makeTimed(ctx, "2026-07-07T10:00:00Z", null, {
    summary: "Service",
    event: { serviceId: service.id },
  });
  expect(titles(await findEvents(ctx, { ...week, place: "somewhere" }))).toEqual(["Here"]);
  expect(titles(await findEvents(ctx, { ...week, topic: "food" }))).toEqual(["Lunch", "Service"]);
  await expect(findEvents(ctx, { place: "nowhere" })).rejects.toThrow(NotFound);
  await expect(findEvents(ctx, { topic: "nothing" })).rejects.toThrow(NotFound);
});

test("an empty week points to the next day with something on", async ({ ctx }) => {
  await makeTimed(ctx, "2026-08-20T10:00:00Z", null);
  expect(await findNextEventDay(ctx, week)).toBe("2026-08-20");
  expect(await findWeek(ctx, { page: 1, from: "2026-07-06" })).toMatchObject({
    events: [],
    hasMore: false,
    later: "2026-08-20",
    earlier: "2026-06-29",
  });
  expect(await findWeek(ctx, { page: 1 })).toMatchObject({
    from: "2026-04-14",
    to: "2026-04-20",
    earlier: null,
  });
});

test("too much for one answer is cut between days, and the rest is asked for by its day", async ({ ctx }) => {
  for (const day of ["06", "07", "08"]) {
    await makeTimed(ctx, `2026-07-${day}T10:00:00Z`, null, { summary: `${day} first` });
    await makeTimed(ctx, `2026-07-${day}T11:00:00Z`, null, { summary: `${day} second` });
  }
  const first = await findSpan(ctx, week, 3);
  expect(titles(first.events)).toEqual(["06 first", "06 second"]);
  expect(first.restFrom).toBe("2026-07-07");
  // Fewer than a day holds: the day comes whole all the same.
  const day = await findSpan(ctx, week, 1);
  expect(titles(day.events)).toEqual(["06 first", "06 second"]);
  expect(day.restFrom).toBe("2026-07-07");
  expect(await findSpan(ctx, { ...week, from: "2026-07-08" }, 2)).toMatchObject({ restFrom: null });
});

test("one event comes with the other dates of its series, from today", async ({ ctx }) => {
  const service = await makeService(ctx, { name: "Friday lunch" });
  const { id: eventId } = await makeEvent(ctx, { serviceId: service.id, cost: "Free" });
  await makeTimed(ctx, "2026-04-10T11:00:00Z", null, { eventId });
  const shown = await makeTimed(ctx, "2026-04-17T11:00:00Z", "2026-04-17T13:00:00Z", { eventId });
  const next = await makeTimed(ctx, "2026-04-24T11:00:00Z", null, { eventId, status: "cancelled" });
  const event = await findEvent(ctx, shown.id);
  expect(event).toMatchObject({
    start: "2026-04-17T11:00:00Z",
    end: "2026-04-17T13:00:00Z",
    cost: "Free",
    service: { name: "Friday lunch" },
    otherDates: [{ id: next.id, start: "2026-04-24T11:00:00Z", status: "cancelled" }],
  });
});

describe("where it is stays unsaid", () => {
  const location = "12 Duke Street, Norwich";
  const told = async (ctx: Ctx, event: Parameters<typeof makeEvent>[1]) => {
    const { id } = await makeTimed(ctx, "2026-07-07T08:00:00Z", null, { location, event: event ?? {} });
    const [listed] = await findEvents(ctx, week);
    const spanned = await findSpan(ctx, week);
    return [listed?.location, spanned.events[0]?.location, (await findEvent(ctx, id)).location];
  };
  const hiding = (ctx: Ctx) => makeOrganisation(ctx, { addressIsHidden: true });

  test("where its organisation hides its address", async ({ ctx }) => {
    expect(await told(ctx, { organisationId: (await hiding(ctx)).id })).toEqual(["", "", ""]);
  });

  test("where the organisation of its calendar does", async ({ ctx }) => {
    const organisationId = (await hiding(ctx)).id;
    const own = await makeCalendar(ctx.db, { organisationId });
    expect(await told(ctx, { calendarId: own.id })).toEqual(["", "", ""]);
  });

  test("where its venue is hidden, or the venue's organisation", async ({ ctx }) => {
    const house = await makeVenue(ctx, { addressIsHidden: true });
    expect(await told(ctx, { locationId: house.id })).toEqual(["", "", ""]);
    await ctx.db.delete(events);
    const flat = await makeVenue(ctx, { organisationId: (await hiding(ctx)).id });
    expect(await told(ctx, { locationId: flat.id })).toEqual(["", "", ""]);
  });

  test("where its service is at a hidden venue, or of a hidden organisation", async ({ ctx }) => {
    const atHouse = await makeService(ctx);
    await makeVenue(ctx, { serviceIds: [atHouse.id], addressIsHidden: true });
    expect(await told(ctx, { serviceId: atHouse.id })).toEqual(["", "", ""]);
    await ctx.db.delete(events);
    const refuge = await makeService(ctx, { organisationId: (await hiding(ctx)).id });
    expect(await told(ctx, { serviceId: refuge.id })).toEqual(["", "", ""]);
  });

  test("and is told where none of them does", async ({ ctx }) => {
    const service = await makeService(ctx);
    const hall = await makeVenue(ctx, { serviceIds: [service.id] });
    const event = { serviceId: service.id, locationId: hall.id };
    expect(await told(ctx, event)).toEqual([location, location, location]);
  });
});

test("a private event is on no list and has no page", async ({ ctx }) => {
  const { id: eventId } = await makeEvent(ctx, { isPublic: false });
  const { id } = await makeTimed(ctx, "2026-07-07T08:00:00Z", null, { eventId });
  expect((await findSpan(ctx, week)).events).toEqual([]);
  expect(await findNextEventDay(ctx, { to: "2026-07-01" })).toBeNull();
  await expect(findEvent(ctx, id)).rejects.toThrow(NotFound);
});

test.for(["", "nonsense", "00000000-0000-4000-8000-000000000000"])(
  "no event is called %j",
  async (id, { ctx }) => {
    await expect(findEvent(ctx, id)).rejects.toThrow(NotFound);
  },
);
