import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";

/** Districts and places as Postgres arrays: each kind names the other, for one record may say either. */
export interface Reach {
  districtIds: string;
  placeIds: string;
}

interface Area {
  districtIds?: readonly string[];
  placeIds?: readonly string[];
}

/** The districts and places that somebody's own touch; null where none was named. */
export async function findReach({ db }: Pick<Ctx, "db">, area: Area): Promise<Reach | null> {
  const { districtIds = [], placeIds = [] } = area;
  if (districtIds.length + placeIds.length === 0) return null;
  const rows = await db.execute<{ placeId: string; districtId: string }>(sql`
    select place_id as "placeId", district_id as "districtId" from place_districts
    where district_id = any(${arrayOf(districtIds)}::uuid[]) or place_id = any(${arrayOf(placeIds)}::uuid[])`);
  const ofPlaces = rows.filter(({ placeId }) => placeIds.includes(placeId));
  const ofDistricts = rows.filter(({ districtId }) => districtIds.includes(districtId));
  return {
    districtIds: arrayOf([...districtIds, ...ofPlaces.map(({ districtId }) => districtId)]),
    placeIds: arrayOf([...placeIds, ...ofDistricts.map(({ placeId }) => placeId)]),
  };
}

/** An array as Postgres reads it from a text; ids hold nothing that would need quoting. */
const arrayOf = (ids: readonly string[]) => `{${[...new Set(ids)].join(",")}}`;
