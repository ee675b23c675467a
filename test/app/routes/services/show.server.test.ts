import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { findService } from "#app/domain/services/find.server.ts";
import { loader } from "#app/routes/services/show.tsx";
import { contacts, phones } from "#db/schema/contacts.ts";
import { bankHolidays } from "#db/schema/places.ts";
import { costOptions, schedules, servicesAtLocations } from "#db/schema/services.ts";
import { makeTimed } from "#test/factories/events.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { makeService } from "#test/factories/services.ts";
import { makeVenue } from "#test/factories/venues.ts";
import { test, testContext } from "#test/setup/context.ts";
import { answerOf, knock } from "#test/setup/door.ts";

const partner = testContext({
  actor: {
    kind: "person",
    id: "1",
    name: "Sam",
    email: "s@example.org",
    roles: [{ role: "icb-staff", scopeId: null }],
  },
});

const show = async (ctx: Ctx, slug: string) =>
  loader(await knock(ctx, `/services/${slug}`, { params: { slug } }));

describe("the page of a service", () => {
  test("says what it costs, when and where it is, and what is next", async ({ ctx }) => {
    const { id, slug } = await makeService(ctx, { confirmedOn: "2026-03-01" });
    await makeVenue(ctx, { serviceIds: [id] });
    await ctx.db.insert(costOptions).values({ serviceId: id, option: "Each visit", amount: "2.50" });
    await ctx.db
      .insert(schedules)
      .values({ serviceId: id, freq: "WEEKLY", byday: "TU", opensAt: "10:00", closesAt: "12:00" });
    const next = await makeTimed(ctx, "2026-04-21T09:00:00Z", "2026-04-21T11:00:00Z", {
      event: { serviceId: id },
    });
    await makeTimed(ctx, "2026-04-07T09:00:00Z", "2026-04-07T11:00:00Z", { event: { serviceId: id } });
    const { service, events } = await show(ctx, slug);
    expect(service.costs).toEqual(["Each visit: £2.50"]);
    expect(service.hours.usual).toEqual(["Every Tuesday, 10am to midday"]);
    expect(service.venues[0]?.address).toEqual(["12 Duke Street", "Norwich", "NR3 3AB"]);
    expect(service.confirmation).toEqual({ state: "fresh", on: "2026-03-01" });
    expect(events.map((event) => event.id)).toEqual([next.id]);
  });

  test.for(["draft", "waiting", "archived"] as const)("is not there when %s", async (state, { ctx }) => {
    const { slug } = await makeService(ctx, { state });
    expect((await answerOf(show(ctx, slug))).status).toBe(404);
  });

  test("says why it is closed for a while, how much room there is since when, and what holds on bank holidays", async ({
    ctx,
  }) => {
    const { id, slug } = await makeService(ctx, {
      ...{
        state: "temporarily-closed",
        stateNote: "Painting.",
        bankHolidays: "closed",
        isTermTimeOnly: true,
      },
      ...{ capacity: "full", capacityNote: "Ring in May.", capacitySetAt: ctx.now },
    });
    await ctx.db
      .insert(schedules)
      .values({ serviceId: id, freq: "WEEKLY", byday: "MO", opensAt: "10:00", closesAt: "12:00" });
    await ctx.db.insert(bankHolidays).values({ day: "2026-05-04", name: "Early May bank holiday" });
    const { service } = await show(ctx, slug);
    expect(service).toMatchObject({
      ...{ state: "temporarily-closed", stateNote: "Painting.", capacityNote: "Ring in May." },
      capacitySetAt: "2026-04-14T09:00:00Z",
      dayRules: [
        expect.stringMatching(/term time only/),
        "Closed on bank holidays, next on 4 May 2026 (Early May bank holiday)",
      ],
    });
  });

  test("says of each venue when it is next open, less closures of the whole service", async ({ ctx }) => {
    const { id, slug } = await makeService(ctx);
    const venues = [await makeVenue(ctx, { serviceIds: [id] }), await makeVenue(ctx, { serviceIds: [id] })];
    const at = await ctx.db.select().from(servicesAtLocations);
    for (const [order, byday] of ["TU", "TH"].entries()) {
      const here = at.find(({ locationId }) => locationId === venues[order]?.id);
      await ctx.db.insert(schedules).values({
        serviceAtLocationId: here?.id,
        freq: "WEEKLY",
        byday,
        opensAt: "09:00",
        closesAt: "12:00",
      });
    }
    await ctx.db
      .insert(schedules)
      .values({ serviceId: id, validFrom: "2026-04-16", validTo: "2026-04-16", isClosed: true });
    const { service } = await show(ctx, slug);
    const next = venues.map((venue) => service.venues.find((one) => one.id === venue.id)?.next);
    expect(next).toMatchObject([
      { day: "2026-04-14", isNow: true },
      { day: "2026-04-23", isNow: false },
    ]);
  });

  test("is not there when nothing has that address, or its organisation is gone", async ({ ctx }) => {
    const gone = await makeOrganisation(ctx, { state: "archived" });
    const { slug } = await makeService(ctx, { organisationId: gone.id });
    for (const unknown of [slug, "no-such-service", "💥", "\u0000", "a".repeat(3000)]) {
      expect((await answerOf(show(ctx, unknown))).status).toBe(404);
    }
  });
});

describe("what a service keeps to itself", () => {
  async function aRefuge(ctx: Ctx) {
    const { id, slug } = await makeService(ctx, { name: "Refuge" });
    await makeVenue(ctx, {
      serviceIds: [id],
      addressIsHidden: true,
      name: "Secret house",
      transportation: "Bus 25",
    });
    const [open, closed] = await ctx.db
      .insert(contacts)
      .values([
        { serviceId: id, name: "Duty worker", email: "duty@example.org" },
        { serviceId: id, name: "Director", email: "director@example.org", isPublic: false },
      ])
      .returning();
    await ctx.db.insert(phones).values([
      { serviceId: id, number: "01632 960001" },
      { serviceId: id, number: "01632 960002", isPublic: false },
      { contactId: open?.id, number: "01632 960003", isPublic: false },
      { contactId: closed?.id, number: "01632 960004" },
    ]);
    return slug;
  }

  test("is not told to visitors", async ({ ctx }) => {
    const told = JSON.stringify(await show(ctx, await aRefuge(ctx)));
    expect(told).toMatch(/duty@example.org/);
    expect(told).toMatch(/960001/);
    expect(told).not.toMatch(/Secret house|Bus 25|Duke Street|director@|960002|960003|960004/);
  });

  partner("is told to partners, marked, save for the address", async ({ ctx }) => {
    const service = await findService(ctx, await aRefuge(ctx));
    expect(service.contacts).toMatchObject([
      { name: "Director", isPublic: false, phones: [{ number: "01632 960004" }] },
      { name: "Duty worker", isPublic: true, phones: [{ isPublic: false }] },
    ]);
    expect(service.phones.map(({ isPublic }) => isPublic)).toEqual([true, false]);
    expect(service.venues[0]).toMatchObject({ address: null, isHidden: true });
  });
});
