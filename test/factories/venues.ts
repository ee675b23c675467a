import type { Ctx } from "#app/domain/context.ts";
import { addresses, locations } from "#db/schema/locations.ts";
import { servicesAtLocations } from "#db/schema/services.ts";

type Over = Partial<typeof locations.$inferInsert> & {
  address1?: string;
  city?: string;
  serviceIds?: string[];
};

/** A hall in the city with its address, where these services are held. */
export async function makeVenue(ctx: Ctx, { address1, city, serviceIds = [], ...over }: Over = {}) {
  const [made] = await ctx.db
    .insert(locations)
    .values({ locationType: "physical", name: "St Mary’s Hall", latitude: 52.64, longitude: 1.29, ...over })
    .returning();
  if (!made) throw new Error("The venue was not made");
  const locationId = made.id;
  await ctx.db.insert(addresses).values({
    locationId,
    address1: address1 ?? "12 Duke Street",
    city: city ?? "Norwich",
    stateProvince: "Norfolk",
    postalCode: "NR3 3AB",
  });
  for (const serviceId of serviceIds)
    await ctx.db.insert(servicesAtLocations).values({ serviceId, locationId });
  return made;
}
