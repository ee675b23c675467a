import { and, asc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { findEvent } from "#app/domain/calendars/find-event.server.ts";
import { findEvents } from "#app/domain/calendars/find-events.server.ts";
import {
  archiveEvent,
  cancelEventDate,
  reinstateEventDate,
  restoreEvent,
} from "#app/domain/calendars/typed/call-off.server.ts";
import type { EventFields } from "#app/domain/calendars/typed/event-fields.ts";
import { findEventToEdit } from "#app/domain/calendars/typed/find-choices.server.ts";
import { findKeptEvent, findKeptEvents } from "#app/domain/calendars/typed/find-typed-events.server.ts";
import { addEvent, editEvent } from "#app/domain/calendars/typed/keep-event.server.ts";
import { listFurtherDates } from "#app/domain/calendars/typed/list-further-dates.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, Invalid, NotAllowed, NotFound } from "#app/domain/errors.ts";
import { seenOf } from "#app/domain/section.ts";
import { changes } from "#db/schema/accounts.ts";
import { events, occurrences } from "#db/schema/calendars.ts";
import { eventFields, makeTimed } from "#test/factories/events.ts";
import { makePerson, makePlace } from "#test/factories/meetings.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { makeTopic } from "#test/factories/services.ts";
import { makeVenue } from "#test/factories/venues.ts";
import { NOW, test } from "#test/setup/context.ts";

/** The clock of these tests stands at Tuesday 14 April 2026, 10am in London. */
async function keeper(ctx: Ctx) {
  const organisation = await makeOrganisation(ctx, { slug: "shed", name: "Men’s Shed" });
  const as = { ...ctx, actor: await makePerson(ctx, [["organisation-owner", organisation.id]]) };
  const asOutsider = {
    ...ctx,
    actor: await makePerson(ctx, [["organisation-owner", (await makeOrganisation(ctx)).id]]),
  };
  return { organisation, as, asOutsider };
}

const add = (ctx: Ctx, over: Partial<EventFields> = {}) => addEvent(ctx, "shed", eventFields(over));

const later = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(NOW.getTime() + days * 86_400_000) });

async function edit(ctx: Ctx, id: string, over: Partial<EventFields>) {
  const { fields } = await findKeptEvent(ctx, id);
  return editEvent(ctx, id, { fields: { ...fields, ...over }, seen: seenOf(fields) });
}

async function datesOf(ctx: Ctx, id: string) {
  const [date] = await ctx.db.select().from(occurrences).where(eq(occurrences.id, id));
  return ctx.db
    .select()
    .from(occurrences)
    .where(eq(occurrences.eventId, date?.eventId ?? ""))
    .orderBy(asc(occurrences.startsOn), asc(occurrences.recurrenceId));
}

async function standing(ctx: Ctx, id: string) {
  const dates = await datesOf(ctx, id);
  return dates
    .filter(({ status }) => status !== "withdrawn")
    .map(
      ({ startsOn, startsAt, status }) => `${startsOn} ${startsAt?.toISOString().slice(11, 16)} ${status}`,
    );
}

const threeWeeks = { repeats: "weekly", until: "2026-05-01" } as const;

describe("adding", () => {
  test("the same twice is one; another day, hall or after it was taken down is another", async ({ ctx }) => {
    const { as } = await keeper(ctx);
    const first = await add(as, threeWeeks);
    expect(await add(as, threeWeeks)).toEqual(first);
    expect(await as.db.select().from(events)).toHaveLength(1);
    await add(as, { ...threeWeeks, where: "The other bank" });
    await add(as, { ...threeWeeks, startsOn: "2026-04-18" });
    await archiveEvent(as, first.id);
    expect(await add(as, threeWeeks)).not.toEqual(first);
    expect(await as.db.select().from(events)).toHaveLength(4);
  });

  test("lists a single event with all that it says, and its record", async ({ ctx }) => {
    const { as, organisation } = await keeper(ctx);
    const place = await makePlace(ctx, { slug: "here", name: "Here" });
    const venue = await makeVenue(ctx, { organisationId: organisation.id, placeId: place.id });
    const { id } = await add(as, { locationId: venue.id, where: "", cost: "Free" });
    expect(await findEvent(ctx, id)).toMatchObject({
      title: "Bench evening",
      location: "St Mary’s Hall, 12 Duke Street, Norwich",
      place: { slug: "here" },
      start: "2026-04-17T17:00:00Z",
      end: "2026-04-17T19:00:00Z",
      cost: "Free",
      organisation: { slug: "shed" },
      otherDates: [],
    });
    expect((await findEvents(ctx, { place: "here" })).map((event) => event.id)).toEqual([id]);
    const { event, fields } = await findKeptEvent(as, id);
    expect(fields).toEqual(eventFields({ locationId: venue.id, where: "", cost: "Free", place: "here" }));
    const [change] = await ctx.db.select().from(changes).where(eq(changes.nounId, event.id));
    expect(change).toMatchObject({ deed: "add event", after: { details: { title: "Bench evening" } } });
  });

  test("a weekly one stays at its time when the clocks change", async ({ ctx }) => {
    const { as } = await keeper(ctx);
    const given = { startsOn: "2026-10-16", repeats: "weekly", until: "2026-10-30" } as const;
    const { id } = await add(as, given);
    expect(await standing(ctx, id)).toEqual([
      "2026-10-16 17:00 confirmed",
      "2026-10-23 17:00 confirmed",
      "2026-10-30 18:00 confirmed",
    ]);
  });

  test.for([
    [{ startsOn: "2026-04-13" }, "startsOn"],
    [{ locationId: "00000000-0000-4000-8000-000000000000" }, "locationId"],
    [{ topic: "no-such-topic" }, "topic"],
    [{ startsOn: "2030-01-01", repeats: "weekly" as const }, "startsOn"],
  ] as const)("refuses %j", async ([over, field], { ctx }) => {
    const { as } = await keeper(ctx);
    const refusal = add(as, over);
    await expect(refusal).rejects.toThrow(Invalid);
    await expect(refusal).rejects.toMatchObject({ fields: { [field]: expect.any(String) } });
  });

  test("is not for others, nor for what a calendar brings", async ({ ctx }) => {
    const { as, asOutsider } = await keeper(ctx);
    const { id } = await add(as);
    for (const deed of [
      () => add(asOutsider),
      () => edit(asOutsider, id, {}),
      () => cancelEventDate(asOutsider, id),
      () => reinstateEventDate(asOutsider, id),
      () => archiveEvent(asOutsider, id),
      () => restoreEvent(asOutsider, id),
      () => findKeptEvents(asOutsider, "shed"),
      () => findKeptEvent(as, "no-id"),
    ])
      await expect(deed()).rejects.toThrow(NotFound);
  });
});

describe("editing", () => {
  test("a new time moves every date to come, keeps its page, and what was called off stays off", async ({
    ctx,
  }) => {
    const { as } = await keeper(ctx);
    const { id } = await add(as, threeWeeks);
    const before = await datesOf(ctx, id);
    await cancelEventDate(as, before[1]?.id ?? "");
    await edit(as, id, { startsTime: "19:00", endsTime: "21:00" });
    expect(await standing(ctx, id)).toEqual([
      "2026-04-17 18:00 confirmed",
      "2026-04-24 18:00 cancelled",
      "2026-05-01 18:00 confirmed",
    ]);
    const after = await datesOf(ctx, id);
    expect(after.map((date) => date.id)).toEqual(before.map((date) => date.id));
    expect(after.map(({ sequence }) => sequence)).toEqual([1, 1, 1]);
    expect((await findKeptEvent(as, id)).event).toMatchObject({ sequence: 1 });
  });

  test("what is past stays as it was", async ({ ctx }) => {
    const { as } = await keeper(ctx);
    const { id } = await add(as, threeWeeks);
    await edit(later(as, 7), id, { title: "Chair evening", startsOn: "2026-04-25", until: "2026-05-02" });
    const dates = await datesOf(ctx, id);
    expect(dates.map(({ startsOn, summary }) => `${startsOn} ${summary}`)).toEqual([
      "2026-04-17 Bench evening",
      "2026-04-25 Chair evening",
      "2026-05-02 Chair evening",
    ]);
  });

  test("a series that ends earlier withdraws the rest, and may go on again", async ({ ctx }) => {
    const { as } = await keeper(ctx);
    const { id } = await add(as, threeWeeks);
    await edit(as, id, { until: "2026-04-17" });
    expect(await standing(ctx, id)).toEqual(["2026-04-17 17:00 confirmed"]);
    await edit(as, id, { until: "2026-05-01" });
    expect(await standing(ctx, id)).toHaveLength(3);
    await edit(as, id, { repeats: "none", until: null });
    expect(await standing(ctx, id)).toEqual(["2026-04-17 17:00 confirmed"]);
    expect(await datesOf(ctx, id)).toHaveLength(3);
  });

  test("of two at once, the second sees both versions", async ({ ctx }) => {
    const { as } = await keeper(ctx);
    const { id } = await add(as);
    const { fields } = await findKeptEvent(as, id);
    await edit(as, id, { cost: "£1" });
    const second = editEvent(as, id, { fields: { ...fields, cost: "£2" }, seen: seenOf(fields) });
    await expect(second).rejects.toMatchObject({
      versions: { theirs: { cost: "£1" }, mine: { cost: "£2" } },
    });
  });

  test("a rule that the form cannot say is kept", async ({ ctx }) => {
    const { as, organisation } = await keeper(ctx);
    const event = { organisationId: organisation.id, rrule: "FREQ=WEEKLY;BYDAY=MO,TU", location: "Hall" };
    const { id } = await makeTimed(ctx, "2026-04-20T09:00:00Z", "2026-04-20T10:00:00Z", {
      event,
      recurrenceId: "2026-04-20T09:00:00Z",
    });
    await edit(as, id, { until: "2026-04-28" });
    expect((await standing(ctx, id)).map((line) => line.slice(0, 10))).toEqual([
      "2026-04-20",
      "2026-04-21",
      "2026-04-27",
      "2026-04-28",
    ]);
  });
});

describe("calling off", () => {
  test("one date says so and may be taken back; the others go on", async ({ ctx }) => {
    const { as } = await keeper(ctx);
    const { id } = await add(as, threeWeeks);
    await cancelEventDate(as, id);
    expect(await findEvents(ctx)).toMatchObject([
      { id, status: "cancelled" },
      { status: "confirmed" },
      { status: "confirmed" },
    ]);
    const { event } = await findKeptEvent(as, id);
    const rows = await ctx.db
      .select()
      .from(changes)
      .where(and(eq(changes.nounId, event.id), eq(changes.deed, "cancel date of event")));
    expect(rows).toMatchObject([{ after: { date: { startsOn: "2026-04-17", status: "cancelled" } } }]);
    await reinstateEventDate(as, id);
    expect((await findEvents(ctx))[0]).toMatchObject({ id, status: "confirmed" });
  });

  test("an event that is taken down is nowhere, until it is put back", async ({ ctx }) => {
    const { as } = await keeper(ctx);
    const { id } = await add(as, threeWeeks);
    await archiveEvent(as, id);
    expect(await findEvents(ctx)).toEqual([]);
    await expect(findEvent(ctx, id)).rejects.toThrow(NotFound);
    await expect(edit(as, id, { title: "Other" })).rejects.toThrow(Conflict);
    await expect(cancelEventDate(as, id)).rejects.toThrow(Conflict);
    expect((await findKeptEvents(as, "shed")).events).toMatchObject([{ isPublic: false }]);
    await restoreEvent(as, id);
    expect(await findEvents(ctx)).toHaveLength(3);
  });
});

test("keepers see what they typed in: first what comes next, with how it repeats", async ({ ctx }) => {
  const { as } = await keeper(ctx);
  await add(as, { title: "Once", startsOn: "2026-04-15" });
  await add(as, { title: "Weekly", repeats: "weekly" });
  const { events: found } = await findKeptEvents(later(as, 2), "shed");
  expect(found.map(({ title, repeats, isPast, dates }) => [title, repeats, isPast, dates.length])).toEqual([
    ["Weekly", "Every Friday", false, 6],
    ["Once", "", true, 1],
  ]);
});

test("the clock lists further dates of what goes on, once", async ({ ctx }) => {
  const { as } = await keeper(ctx);
  const { id } = await add(as, { repeats: "fortnightly" });
  await add(as, threeWeeks);
  const job: Ctx = { ...later(ctx, 30), actor: { kind: "job", name: "list event dates" } };
  expect(await listFurtherDates({ ...job, now: ctx.now })).toEqual({ added: 0 });
  expect(await listFurtherDates(job)).toEqual({ added: 2 });
  expect(await listFurtherDates(job)).toEqual({ added: 0 });
  const days = (await datesOf(ctx, id)).map(({ startsOn }) => Date.parse(startsOn));
  expect(new Set(days.slice(1).map((day, at) => day - (days[at] ?? 0)))).toEqual(new Set([14 * 86_400_000]));
  expect(await ctx.db.select().from(changes).where(eq(changes.deed, "list further dates"))).toHaveLength(1);
  await expect(listFurtherDates(as)).rejects.toThrow(NotAllowed);
  expect(await ctx.db.select().from(events)).toHaveLength(2);
});

test("the form offers whatever topic an event has, narrow ones by the name of their widest", async ({
  ctx,
}) => {
  const { as } = await keeper(ctx);
  const widest = await makeTopic(ctx, { slug: "health", name: "Health" });
  await makeTopic(ctx, { slug: "sleep", name: "Sleep", parentId: widest.id });
  const { id } = await add(as, { topic: "sleep" });
  const { fields, choices } = await findEventToEdit(as, id);
  expect(fields.topic).toBe("sleep");
  expect(choices.topics).toContainEqual({ slug: "sleep", name: "Health: Sleep" });
});
