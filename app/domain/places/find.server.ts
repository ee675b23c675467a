import { asc, eq } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { districts, placeDistricts, places } from "#db/schema/places.ts";

export interface PlaceSummary {
  slug: string;
  name: string;
  summary: string;
}

export interface Place extends PlaceSummary {
  id: string;
  /** The district councils whose area it touches. */
  districts: { slug: string; name: string }[];
}

const summary = { slug: places.slug, name: places.name, summary: places.summary };

/** The five places, in the order people know them. */
export async function findPlaces(ctx: Ctx): Promise<PlaceSummary[]> {
  return ctx.db.select(summary).from(places).orderBy(asc(places.position), asc(places.name));
}

/** One place with its districts. Throws NotFound. */
export async function findPlace(ctx: Ctx, slug: string): Promise<Place> {
  const rows = await ctx.db
    .select({ ...summary, id: places.id, district: { slug: districts.slug, name: districts.name } })
    .from(places)
    .leftJoin(placeDistricts, eq(placeDistricts.placeId, places.id))
    .leftJoin(districts, eq(districts.id, placeDistricts.districtId))
    .where(eq(places.slug, slug))
    .orderBy(asc(districts.name));
  const [first] = rows;
  if (!first) throw new NotFound("that place");
  const { id, name, summary: about } = first;
  return {
    id,
    slug,
    name,
    summary: about,
    districts: rows.flatMap(({ district }) => (district ? [district] : [])),
  };
}

/** The id behind a filter by place; undefined when there is none. Throws NotFound for a place we do not know. */
export async function findPlaceId(ctx: Ctx, slug: string | undefined): Promise<string | undefined> {
  if (slug === undefined) return undefined;
  const [place] = await ctx.db.select({ id: places.id }).from(places).where(eq(places.slug, slug));
  if (!place) throw new NotFound("that place");
  return place.id;
}
