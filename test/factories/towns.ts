import type { Ctx } from "#app/domain/context.ts";
import { postcodeDistricts, towns } from "#db/schema/places.ts";

/** NR3 and Norwich in one place, Cromer in another; Cromer is about 21 miles off. */
export async function makeTowns(ctx: Ctx, { norwich, north }: { norwich: string; north: string }) {
  await ctx.db
    .insert(postcodeDistricts)
    .values({ outward: "NR3", town: "Norwich", latitude: 52.643, longitude: 1.293, placeId: norwich });
  await ctx.db.insert(towns).values([
    { name: "Norwich", latitude: 52.628, longitude: 1.297, placeId: norwich },
    { name: "Cromer", latitude: 52.931, longitude: 1.302, placeId: north },
  ]);
}
