import { expect } from "vitest";
import { loader as event } from "#app/routes/api/event.ts";
import { loader as events } from "#app/routes/api/events.ts";
import { makeAllDay, makeTimed } from "#test/factories/events.ts";
import { makePlace } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { test } from "#test/setup/context.ts";
import { knock } from "#test/setup/door.ts";

test("tells timed events as instants and whole days as plain dates", async ({ ctx }) => {
  const { id: placeId } = await makePlace(ctx, { slug: "the-city" });
  const { id: organisationId } = await makeOrganisation(ctx, { name: "The Long Table" });
  const lunch = await makeTimed(ctx, "2026-07-07T11:00:00Z", "2026-07-07T13:00:00Z", {
    event: { placeId, organisationId, cost: "Free", summary: "Lunch" },
    location: "St Mary’s Hall, Norwich",
    status: "cancelled",
  });
  await makeAllDay(ctx, "2026-07-08", "2026-07-10", { summary: "Fair", event: { placeId } });
  const reply = await events(await knock(ctx, "/api/events?place=the-city&from=2026-07-01&to=2026-07-31"));
  expect(reply.status).toBe(200);
  const body = await reply.json();
  expect(body.events).toHaveLength(2);
  expect(body.events[0]).toEqual({
    id: lunch.id,
    url: `http://localhost:3000/events/${lunch.id}`,
    title: "Lunch",
    organisation: "The Long Table",
    start: "2026-07-07T11:00:00Z",
    end: "2026-07-07T13:00:00Z",
    allDay: false,
    timeZone: "Europe/London",
    location: "St Mary’s Hall, Norwich",
    onlineUrl: null,
    status: "cancelled",
    place: "the-city",
    cost: "Free",
  });
  expect(body.events[1]).toMatchObject({
    title: "Fair",
    allDay: true,
    start: "2026-07-08",
    end: "2026-07-10",
  });
  expect(reply.headers.get("Link")).toBeNull();
});

test("without dates it starts today in London and goes on for a year", async ({ ctx }) => {
  await makeTimed(ctx, "2026-04-13T10:00:00Z", null, { summary: "Yesterday" });
  await makeTimed(ctx, "2026-04-14T06:00:00Z", null, { summary: "This morning" });
  await makeTimed(ctx, "2027-04-14T10:00:00Z", null, { summary: "In a year" });
  await makeTimed(ctx, "2027-04-15T10:00:00Z", null, { summary: "Too far" });
  const { events: found } = await (await events(await knock(ctx, "/api/events"))).json();
  expect(found.map(({ title }: { title: string }) => title)).toEqual(["This morning", "In a year"]);
});

test.for([
  ["from=2026-02-30", 422],
  ["from=tomorrow", 422],
  ["to=31/12/2026", 422],
  ["from=2026-07-02&to=2026-07-01", 422],
  ["from=2026-01-01&to=2027-06-01", 422],
  ["place=Not%20a%20slug", 422],
  ["place=nowhere", 404],
] as const)("answers %s with %i and a plain message", async ([query, status], { ctx }) => {
  const reply = await events(await knock(ctx, `/api/events?${query}`));
  expect(reply.status).toBe(status);
  const { error } = await reply.json();
  expect(error.status).toBe(status);
  expect(error.message).toMatch(/^[A-Z“].+\.$/);
});

test("one event, or a 404 in JSON", async ({ ctx }) => {
  const made = await makeTimed(ctx, "2026-07-07T11:00:00Z", null);
  const found = await event(await knock(ctx, `/api/events/${made.id}`, { params: { id: made.id } }));
  expect((await found.json()).event).toMatchObject({ id: made.id, end: null });
  const missing = await event(await knock(ctx, "/api/events/nonsense", { params: { id: "nonsense" } }));
  expect(missing.status).toBe(404);
  expect(await missing.json()).toEqual({ error: { status: 404, message: "We could not find that event." } });
});
