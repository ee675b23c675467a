import { eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { outwardOf, placeKey } from "#app/domain/places/near.ts";
import { districts, postcodeDistricts, towns } from "#db/schema/places.ts";

/** Where an address is, as well as we know: the middle of its postcode district or its town. */
export interface Located {
  latitude: number | null;
  longitude: number | null;
  placeId: string | null;
  districtId: string | null;
  county: string;
}

/** Beyond the area, and where neither is known, there is no point and no place. */
export async function locate(
  { db }: Pick<Ctx, "db">,
  { town, postcode }: { town: string; postcode: string },
): Promise<Located> {
  const found = (await byPostcode(db, postcode)) ?? (await byTown(db, town));
  if (!found) return { latitude: null, longitude: null, placeId: null, districtId: null, county: "" };
  const { county, ...spot } = found;
  return { ...spot, county: county ?? "" };
}

async function byPostcode(db: Ctx["db"], postcode: string) {
  const outward = outwardOf(postcode)?.toUpperCase();
  if (!outward) return undefined;
  const [row] = await db
    .select({ ...spotOf(postcodeDistricts), county: districts.county })
    .from(postcodeDistricts)
    .leftJoin(districts, eq(districts.id, postcodeDistricts.districtId))
    .where(eq(postcodeDistricts.outward, outward));
  return row;
}

async function byTown(db: Ctx["db"], town: string) {
  const key = placeKey(town);
  if (!key) return undefined;
  const rows = await db
    .select({ ...spotOf(towns), name: towns.name, county: districts.county })
    .from(towns)
    .leftJoin(districts, eq(districts.id, towns.districtId))
    .where(inArray(sql`lower(left(${towns.name}, 1))`, [key.slice(0, 1)]));
  const [found] = rows.filter(({ name }) => placeKey(name) === key);
  if (!found) return undefined;
  const { name: _, ...spot } = found;
  return spot;
}

const spotOf = (table: typeof postcodeDistricts | typeof towns) => ({
  latitude: table.latitude,
  longitude: table.longitude,
  placeId: table.placeId,
  districtId: table.districtId,
});
