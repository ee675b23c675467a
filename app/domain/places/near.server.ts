import type { Ctx } from "#app/domain/context.ts";
import { remember } from "#app/domain/remember.server.ts";
import { places, postcodeDistricts, towns } from "#db/schema/places.ts";
import { type Gazetteer, gazetteerOf } from "./near.ts";

/** Every outward postcode, town and place by name, from memory while the data stays the same. */
export function findGazetteer({ db }: Pick<Ctx, "db">): Promise<Gazetteer> {
  return remember(db, "gazetteer", () => loadGazetteer(db));
}

async function loadGazetteer(db: Ctx["db"]): Promise<Gazetteer> {
  const [outwards, townRows, placeRows] = await Promise.all([
    db
      .select({
        label: postcodeDistricts.outward,
        latitude: postcodeDistricts.latitude,
        longitude: postcodeDistricts.longitude,
        placeId: postcodeDistricts.placeId,
      })
      .from(postcodeDistricts),
    db
      .select({
        label: towns.name,
        latitude: towns.latitude,
        longitude: towns.longitude,
        placeId: towns.placeId,
      })
      .from(towns),
    db
      .select({
        label: places.name,
        latitude: places.latitude,
        longitude: places.longitude,
        placeId: places.id,
      })
      .from(places),
  ]);
  // A town and a place may share a name: the town's point is the truer one, so it comes last.
  return gazetteerOf(outwards, [...placeRows, ...townRows]);
}
