import { expect } from "vitest";
import type { Ctx } from "#app/domain/context.ts";
import { findService } from "#app/domain/services/find.server.ts";
import { contacts, phones } from "#db/schema/contacts.ts";
import { accessibility } from "#db/schema/locations.ts";
import { schedules, servicesAtLocations } from "#db/schema/services.ts";
import { makeOrganisation } from "#test/factories/organisations.ts";
import { makeService } from "#test/factories/services.ts";
import { makeVenue } from "#test/factories/venues.ts";
import { test } from "#test/setup/context.ts";

interface Hidden {
  service?: boolean;
  venue?: boolean;
  landlord?: boolean;
}

/** A service at one venue that says all it can; true hides the address of the service's organisation, the venue or its owner. */
async function aService(ctx: Ctx, hidden: Hidden) {
  const { id: organisationId } = await makeOrganisation(ctx, { addressIsHidden: hidden.service ?? false });
  const landlord = await makeOrganisation(ctx, { addressIsHidden: hidden.landlord ?? false });
  const { id: serviceId, slug } = await makeService(ctx, {
    organisationId,
    gettingThere: "Bus 25 to Duke Street",
  });
  const { id: locationId } = await makeVenue(ctx, {
    organisationId: landlord.id,
    addressIsHidden: hidden.venue ?? false,
    transportation: "Park behind Duke Street",
  });
  const [held] = await ctx.db
    .insert(servicesAtLocations)
    .values({ serviceId, locationId, description: "The blue door on Duke Street" })
    .returning();
  await ctx.db
    .insert(accessibility)
    .values({ locationId, description: "Ramp", details: "By the gate on Duke Street" });
  await ctx.db.insert(phones).values({ locationId, number: "01632 960009" });
  await ctx.db.insert(contacts).values({ serviceId, name: "Duty worker", email: "duty@example.org" });
  await ctx.db
    .insert(schedules)
    .values({ serviceAtLocationId: held?.id, freq: "WEEKLY", byday: "TU", opensAt: "10:00" });
  return slug;
}

test.for([{ service: true }, { venue: true }, { landlord: true }])(
  "nothing tells where a hidden address is (%j)",
  async (hidden, { ctx }) => {
    const service = await findService(ctx, await aService(ctx, hidden));
    expect(JSON.stringify(service)).not.toMatch(/Duke Street|Bus 25|960009|Ramp|St Mary/);
    expect(service.venues).toMatchObject([{ isHidden: true, note: "", accessibility: [], phones: [] }]);
    // What does not tell it stays: when it is open, and whom to ask.
    expect(service.venues[0]?.hours.usual).toHaveLength(1);
    expect(service.contacts).toMatchObject([{ email: "duty@example.org" }]);
  },
);

test("one hidden venue of two keeps the way untold, and leaves the other its own facts", async ({ ctx }) => {
  const slug = await aService(ctx, {});
  const { id } = await findService(ctx, slug);
  await makeVenue(ctx, { serviceIds: [id], addressIsHidden: true, name: "A house" });
  const service = await findService(ctx, slug);
  expect(service.gettingThere).toBe("");
  expect(service.venues.map(({ note, isHidden }) => [note, isHidden]).sort()).toEqual([
    ["", true],
    ["The blue door on Duke Street", false],
  ]);
});

test("an address that anybody may know comes with all that is said of it", async ({ ctx }) => {
  const service = await findService(ctx, await aService(ctx, {}));
  expect(service).toMatchObject({
    gettingThere: "Bus 25 to Duke Street",
    venues: [
      {
        note: "The blue door on Duke Street",
        accessibility: [{ description: "Ramp" }],
        phones: [{ number: "01632 960009" }],
      },
    ],
  });
});
