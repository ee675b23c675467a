import { eq, inArray } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid } from "#app/domain/errors.ts";
import type { RecordHours, ServiceRecord } from "#app/domain/services/record/service-record.ts";
import { schedules, servicesAtLocations } from "#db/schema/services.ts";
import type { Written } from "./write-section.server.ts";

type Hours = Pick<ServiceRecord["when"], "hours" | "exceptions" | "words">;

/** All hours of a service and of its venues, written anew: no other row hangs on them. */
export async function writeHours(
  { db }: Ctx,
  { id }: Written,
  { hours, exceptions, words }: Hours,
): Promise<void> {
  const venues = await db
    .select({ id: servicesAtLocations.id, locationId: servicesAtLocations.locationId })
    .from(servicesAtLocations)
    .where(eq(servicesAtLocations.serviceId, id));
  const byLocation = new Map(venues.map((venue) => [venue.locationId, venue.id]));
  await db.delete(schedules).where(eq(schedules.serviceId, id));
  const ids = venues.map((venue) => venue.id);
  if (ids.length > 0) await db.delete(schedules).where(inArray(schedules.serviceAtLocationId, ids));
  const rows = [...hours, ...exceptions].map((row) => rowOf(row, id, byLocation));
  if (words) rows.push({ serviceId: id, description: words });
  if (rows.length > 0) await db.insert(schedules).values(rows);
}

function rowOf(
  { at, ...row }: RecordHours,
  serviceId: string,
  byLocation: ReadonlyMap<string, string>,
): typeof schedules.$inferInsert {
  if (at === null) return { ...row, serviceId };
  const serviceAtLocationId = byLocation.get(at);
  if (!serviceAtLocationId)
    throw new Invalid("Some hours are for a place that this service is no longer at.");
  return { ...row, serviceAtLocationId };
}
