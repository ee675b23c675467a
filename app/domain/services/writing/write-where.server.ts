import { and, eq, inArray, notInArray } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid } from "#app/domain/errors.ts";
import type { RecordVenue } from "#app/domain/services/record/service-record.ts";
import { findVenueChoices } from "#app/domain/services/venues/find-venues.server.ts";
import { footprintPlaces, footprints } from "#db/schema/places.ts";
import { serviceAreas, servicesAtLocations } from "#db/schema/services.ts";
import type { Written } from "./write-section.server.ts";

/** A venue that stays keeps its row, and with it the hours and contacts that hang on it. */
export async function writeVenues(ctx: Ctx, service: Written, venues: readonly RecordVenue[]): Promise<void> {
  const ids = venues.map(({ id }) => id);
  await refuseUnknown(ctx, service, ids);
  const mine = eq(servicesAtLocations.serviceId, service.id);
  const gone = ids.length > 0 ? and(mine, notInArray(servicesAtLocations.locationId, ids)) : mine;
  await ctx.db.delete(servicesAtLocations).where(gone);
  for (const { id, note } of venues) {
    await ctx.db
      .insert(servicesAtLocations)
      .values({ serviceId: service.id, locationId: id, description: note })
      .onConflictDoUpdate({
        target: [servicesAtLocations.serviceId, servicesAtLocations.locationId],
        set: { description: note },
      });
  }
}

async function refuseUnknown(ctx: Ctx, service: Written, ids: readonly string[]): Promise<void> {
  const offered = new Set((await findVenueChoices(ctx, service.organisationId)).map(({ id }) => id));
  if (ids.some((id) => !offered.has(id)))
    throw new Invalid("", { venues: "Choose from the places of the list" });
}

/** Areas by their slugs, and one more in words; areas that stay keep their rows. */
export async function writeAreas(
  { db }: Ctx,
  { id }: Written,
  slugs: readonly string[],
  words: string,
): Promise<void> {
  const known = slugs.length > 0 ? await findAreas(db, slugs) : [];
  if (known.length < new Set(slugs).size) throw new Invalid("", { areas: "Choose areas from the list" });
  const before = await db.select().from(serviceAreas).where(eq(serviceAreas.serviceId, id));
  const kept = before.filter(({ footprintId }) => known.some((area) => area.footprintId === footprintId));
  const gone = before.filter((row) => !kept.includes(row)).map((row) => row.id);
  if (gone.length > 0) await db.delete(serviceAreas).where(inArray(serviceAreas.id, gone));
  const added = known.filter((area) => !kept.some(({ footprintId }) => footprintId === area.footprintId));
  const rows = [...added, ...(words ? [{ name: words, footprintId: null, placeId: null, uri: null }] : [])];
  if (rows.length > 0) await db.insert(serviceAreas).values(rows.map((row) => ({ ...row, serviceId: id })));
}

/** A footprint that is one place says which. */
async function findAreas(db: Ctx["db"], slugs: readonly string[]) {
  const rows = await db
    .select({
      ...{ footprintId: footprints.id, name: footprints.name, kind: footprints.kind, uri: footprints.uri },
      placeId: footprintPlaces.placeId,
    })
    .from(footprints)
    .leftJoin(footprintPlaces, eq(footprintPlaces.footprintId, footprints.id))
    .where(inArray(footprints.slug, [...slugs]));
  const byId = new Map(rows.map((row) => [row.footprintId, row]));
  return [...byId.values()].map(({ kind, placeId, ...area }) => ({
    ...area,
    placeId: kind === "place" ? placeId : null,
  }));
}
