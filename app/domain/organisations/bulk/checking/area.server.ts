import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";

/** Where an organisation works, by slugs. */
export interface Area {
  places: readonly string[];
  districts: readonly string[];
  isSystemWide: boolean;
}

/** Says who works near whom: in one district or place, where a place and its districts are one. */
export class Neighbours {
  private readonly districtsOf = new Map<string, string[]>();

  constructor(pairs: readonly { place: string; district: string }[]) {
    for (const { place, district } of pairs) {
      this.districtsOf.set(place, [...(this.districtsOf.get(place) ?? []), district]);
    }
  }

  /** Who works everywhere, or has not said where, is everybody's neighbour. */
  areNear(one: Area, other: Area): boolean {
    if (isEverywhere(one) || isEverywhere(other)) return true;
    if (one.places.some((place) => other.places.includes(place))) return true;
    if (one.districts.some((district) => other.districts.includes(district))) return true;
    return this.holds(one.places, other.districts) || this.holds(other.places, one.districts);
  }

  private holds(places: readonly string[], districts: readonly string[]): boolean {
    return places.some((place) => this.districtsOf.get(place)?.some((one) => districts.includes(one)));
  }
}

const isEverywhere = ({ isSystemWide, places, districts }: Area) =>
  isSystemWide || places.length + districts.length === 0;

export async function findNeighbours({ db }: Pick<Ctx, "db">): Promise<Neighbours> {
  const pairs = await db.execute<{ place: string; district: string }>(sql`
    select p.slug as place, d.slug as district from place_districts pd
    join places p on p.id = pd.place_id join districts d on d.id = pd.district_id`);
  return new Neighbours([...pairs]);
}
