import { eq } from "drizzle-orm";
import * as v from "valibot";
import { describe, expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { seenOf } from "#app/domain/section.ts";
import { findService } from "#app/domain/services/find.server.ts";
import { findServiceRecord } from "#app/domain/services/record/find-record.server.ts";
import { findVenue } from "#app/domain/services/venues/find-venue.server.ts";
import { findVenueChoices } from "#app/domain/services/venues/find-venues.server.ts";
import { addVenue, saveVenue } from "#app/domain/services/venues/save-venue.server.ts";
import { type VenueFields, VenueInput, venueValues } from "#app/domain/services/venues/venue-input.ts";
import { changes } from "#db/schema/accounts.ts";
import { accessibility, addresses, locations } from "#db/schema/locations.ts";
import { servicePlaces } from "#db/schema/services.ts";
import { makePerson, makePlace } from "#test/factories/meetings.ts";
import { makeReadyDraft, makeService } from "#test/factories/services.ts";
import { makeTowns } from "#test/factories/towns.ts";
import { makeVenue } from "#test/factories/venues.ts";
import { test } from "#test/setup/context.ts";

const hall: VenueFields = {
  ...{ name: "St Mary’s Hall", addressLine: "12 Duke Street", town: "Norwich", postcode: "NR3 3AB" },
  ...{ isHidden: false, access: ["level", "loop"], accessWords: "Ring the bell", gettingThere: "Bus 25" },
};

async function aService(ctx: Ctx) {
  const { organisation, service } = await makeReadyDraft(ctx, { state: "live" });
  const [norwich, north] = [await makePlace(ctx), await makePlace(ctx)];
  await makeTowns(ctx, { norwich: norwich.id, north: north.id });
  const asEditor = { ...ctx, actor: await makePerson(ctx, [["organisation-editor", organisation.id]]) };
  const asOutsider = { ...ctx, actor: await makePerson(ctx, [["group-lead", organisation.id]]) };
  return { organisation, id: service.id, slug: service.slug, norwich, north, asEditor, asOutsider };
}

const locationOf = async (ctx: Ctx, id: string) => {
  const [row] = await ctx.db.select().from(locations).where(eq(locations.id, id));
  return row;
};

describe("adding a place", () => {
  test("puts the service there, on the map and in its place", async ({ ctx }) => {
    const { organisation, id, slug, norwich, asEditor } = await aService(ctx);
    const venue = await addVenue(asEditor, slug, hall);
    expect((await findServiceRecord(asEditor, slug)).record.where.venues).toEqual([
      { id: venue.id, note: "" },
    ]);
    expect(await locationOf(ctx, venue.id)).toMatchObject({
      ...{ organisationId: organisation.id, placeId: norwich.id, latitude: 52.643, longitude: 1.293 },
    });
    expect((await findVenue(asEditor, slug, venue.id)).fields).toEqual(hall);
    const reached = await ctx.db.select().from(servicePlaces).where(eq(servicePlaces.serviceId, id));
    expect(reached.map(({ placeId }) => placeId)).toEqual([norwich.id]);
    expect((await findService(ctx, slug)).venues[0]).toMatchObject({
      address: ["12 Duke Street", "Norwich", "NR3 3AB"],
      accessibility: [
        { description: "Also good to know" },
        { description: "Hearing loop" },
        { description: "Step-free entrance" },
      ],
    });
    const deeds = await ctx.db.select().from(changes).where(eq(changes.nounId, venue.id));
    expect(deeds).toMatchObject([{ deed: "add place", noun: "location", after: { name: hall.name } }]);
  });

  test("finds the place by the town where there is no postcode, and leaves an unknown one off the map", async ({
    ctx,
  }) => {
    const { slug, north, asEditor } = await aService(ctx);
    const cromer = await addVenue(asEditor, slug, { ...hall, town: "CROMER", postcode: "" });
    expect(await locationOf(ctx, cromer.id)).toMatchObject({ placeId: north.id, latitude: 52.931 });
    const far = await addVenue(asEditor, slug, { ...hall, town: "Penzance", postcode: "TR18 2AA" });
    expect([cromer.isOnMap, far.isOnMap]).toEqual([true, false]);
    expect(await locationOf(ctx, far.id)).toMatchObject({ placeId: null, latitude: null });
  });

  test("keeps a hidden address from everybody but its keepers", async ({ ctx }) => {
    const { slug, norwich, asEditor } = await aService(ctx);
    const secret = { ...hall, name: "", addressLine: "", isHidden: true };
    const { id } = await addVenue(asEditor, slug, secret);
    expect((await findVenue(asEditor, slug, id)).fields).toEqual(secret);
    expect((await locationOf(ctx, id))?.placeId).toBe(norwich.id);
    expect((await findService(ctx, slug)).venues).toMatchObject([
      { isHidden: true, address: null, accessibility: [] },
    ]);
  });

  test("is not there for outsiders", async ({ ctx }) => {
    const { slug, asOutsider } = await aService(ctx);
    await expect(addVenue(asOutsider, slug, hall)).rejects.toThrow(NotFound);
  });
});

describe("changing a place", () => {
  test("holds for all services there, and keeps what others said of it", async ({ ctx }) => {
    const { organisation, slug, north, asEditor } = await aService(ctx);
    const { id } = await addVenue(asEditor, slug, hall);
    const other = await makeService(ctx, { organisationId: organisation.id });
    await ctx.db
      .insert(accessibility)
      .values([{ locationId: id, description: "Braille signs", details: "On every door" }]);
    await ctx.db.execute(
      `insert into services_at_locations (service_id, location_id) values ('${other.id}', '${id}')`,
    );
    const moved = { ...hall, town: "Cromer", postcode: "", access: ["toilet" as const], accessWords: "" };
    await saveVenue(asEditor, slug, id, moved, seenOf(hall));
    const facts = await ctx.db.select().from(accessibility).where(eq(accessibility.locationId, id));
    expect(facts.map(({ description }) => description).toSorted()).toEqual([
      "Accessible toilet",
      "Braille signs",
    ]);
    const reached = await ctx.db.select().from(servicePlaces).where(eq(servicePlaces.serviceId, other.id));
    expect(reached.map(({ placeId }) => placeId)).toEqual([north.id]);
    expect(await ctx.db.select().from(addresses).where(eq(addresses.locationId, id))).toHaveLength(1);
  });

  test("leaves a point that somebody set more exactly where it is, until the address moves", async ({
    ctx,
  }) => {
    const { slug, asEditor } = await aService(ctx);
    const { id } = await addVenue(asEditor, slug, hall);
    await ctx.db.update(locations).set({ latitude: 52.6401 }).where(eq(locations.id, id));
    await saveVenue(asEditor, slug, id, { ...hall, name: "The hall" }, seenOf(hall));
    expect((await locationOf(ctx, id))?.latitude).toBe(52.6401);
  });

  test("crosses with another change: both versions are shown", async ({ ctx }) => {
    const { slug, asEditor } = await aService(ctx);
    const { id } = await addVenue(asEditor, slug, hall);
    await saveVenue(asEditor, slug, id, { ...hall, gettingThere: "Bus 26" }, seenOf(hall));
    await expect(saveVenue(asEditor, slug, id, { ...hall, name: "Hall" }, seenOf(hall))).rejects.toThrow(
      Conflict,
    );
  });

  test("is not there for outsiders, nor for places of others", async ({ ctx }) => {
    const { id, slug, asEditor, asOutsider, organisation } = await aService(ctx);
    const mine = await addVenue(asEditor, slug, hall);
    const theirs = await makeVenue(ctx, { serviceIds: [id] });
    await expect(saveVenue(asOutsider, slug, mine.id, hall, seenOf(hall))).rejects.toThrow(NotFound);
    await expect(saveVenue(asEditor, slug, theirs.id, hall, "")).rejects.toThrow(NotFound);
    await expect(saveVenue(asEditor, slug, "no-id", hall, "")).rejects.toThrow(NotFound);
    const choices = await findVenueChoices(ctx, organisation.id);
    expect(choices.filter(({ isOwn }) => isOwn).map(({ id: own }) => own)).toEqual([mine.id]);
  });
});

describe("the form of a place", () => {
  test("reads back as it was written", () => {
    expect(v.parse(VenueInput, venueValues(hall))).toEqual(hall);
    expect(v.parse(VenueInput, { ...venueValues(hall), postcode: "nr33ab" })).toEqual(hall);
  });

  test.for([
    [{ town: "Norwich" }, "addressLine"],
    [{ name: "The hall", town: "Norwich" }, "addressLine"],
    [{ name: "The hall", addressLine: "Green Lane" }, "town"],
    [{ addressLine: "Green Lane", town: "Diss", postcode: "none" }, "postcode"],
    [{ addressLine: "Green Lane", town: "Diss", access: "teleport" }, "access"],
  ] as const)("%j is refused at %s", ([values, field]) => {
    const { issues = [] } = v.safeParse(VenueInput, values);
    expect(issues.map((issue) => v.getDotPath(issue))).toContain(field);
  });

  test("a refuge needs no name and no street", () =>
    expect(v.safeParse(VenueInput, { isHidden: "yes", town: "Norwich" }).success).toBe(true));
});
