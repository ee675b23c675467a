import { and, eq, inArray, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { refuseIfCrossed } from "#app/domain/history.server.ts";
import { isId } from "#app/domain/ids.ts";
import { queueJob } from "#app/domain/queue.server.ts";
import { record } from "#app/domain/record.server.ts";
import { mayEditService } from "#app/domain/services/policy.ts";
import { lockServiceRecord } from "#app/domain/services/record/find-record.server.ts";
import { writeChange } from "#app/domain/services/record/save-section.server.ts";
import { refreshReach } from "#app/domain/services/writing/refresh-reach.server.ts";
import { accessibility, addresses, locations } from "#db/schema/locations.ts";
import { accessFactNames, accessFacts, OWN_WORDS } from "./access-facts.ts";
import { findVenue } from "./find-venue.server.ts";
import { locate } from "./locate.server.ts";
import type { VenueFields } from "./venue-input.ts";

/**
 * Adds a place to the organisation and puts the service there. `isOnMap`: its town or postcode is one that we know.
 * Throws NotFound.
 */
export function addVenue(
  ctx: Ctx,
  slug: string,
  fields: VenueFields,
): Promise<{ id: string; isOnMap: boolean }> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const service = await lockServiceRecord(inside, slug);
    if (!mayEditService(ctx.actor, service)) throw new NotFound("that service");
    const [made] = await db
      .insert(locations)
      .values({ organisationId: service.organisationId, locationType: "physical", createdAt: ctx.now })
      .returning({ id: locations.id });
    if (!made) throw new Conflict("The place could not be added. Try again.");
    await write(inside, made.id, fields);
    const where = service.record.where;
    const venues = [...where.venues, { id: made.id, note: "" }];
    await writeChange(
      inside,
      service,
      { section: "where", fields: { ...where, venues } },
      { deed: "add place to service" },
    );
    await record(inside, { deed: "add place", noun: "location", nounId: made.id, after: fields });
    const { latitude } = await locate(inside, fields);
    return { ...made, isOnMap: latitude !== null };
  });
}

/** Changes what is said of a place, for all services held there. Throws NotFound, or Conflict with both versions. */
export function saveVenue(
  ctx: Ctx,
  slug: string,
  id: string,
  fields: VenueFields,
  seen: string,
): Promise<void> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    if (isId(id)) await db.execute(sql`select from locations where id = ${id} for update`);
    const { service, fields: before } = await findVenue(inside, slug, id);
    if (!mayEditService(ctx.actor, service)) throw new NotFound("that service");
    await refuseIfCrossed(inside, { noun: "location", id }, { seen, current: before, mine: fields });
    await write(inside, id, fields, before);
    const rows = await db.execute<{ id: string }>(
      sql`select service_id as id from services_at_locations where location_id = ${id}`,
    );
    const ids = [...new Set([service.id, ...rows.map((row) => row.id)])];
    await refreshReach(inside, ids);
    await queueJob(inside, "index-services", { ids });
    await record(inside, { deed: "change place", noun: "location", nounId: id, before, after: fields });
  });
}

async function write(ctx: Ctx, id: string, fields: VenueFields, before?: VenueFields): Promise<void> {
  const { name, gettingThere, isHidden, town, postcode } = fields;
  const isMoved = before?.town !== town || before?.postcode !== postcode;
  const { county, ...spot } = await locate(ctx, fields);
  await ctx.db
    .update(locations)
    .set({
      ...{ name, transportation: gettingThere, addressIsHidden: isHidden, updatedAt: ctx.now },
      // A point that somebody set more exactly stays until the address moves
      ...(isMoved && spot),
    })
    .where(eq(locations.id, id));
  await writeAddress(ctx, id, fields, county);
  await writeAccess(ctx, id, fields);
}

async function writeAddress(
  { db }: Ctx,
  locationId: string,
  { addressLine, town, postcode }: VenueFields,
  county: string,
) {
  const values = {
    ...{ address1: addressLine || town || postcode, city: town, postalCode: postcode },
    ...(county && { stateProvince: county }),
  };
  const mine = and(eq(addresses.locationId, locationId), eq(addresses.addressType, "physical"));
  const [known] = await db
    .select({ id: addresses.id })
    .from(addresses)
    .where(mine)
    .orderBy(addresses.id)
    .limit(1);
  if (known) await db.update(addresses).set(values).where(eq(addresses.id, known.id));
  else await db.insert(addresses).values({ stateProvince: "", ...values, locationId });
}

/** Facts of our list, and the keeper's words; what others said of the place, and details of a fact that stays, are kept. */
async function writeAccess(
  { db }: Ctx,
  locationId: string,
  { access, accessWords }: VenueFields,
): Promise<void> {
  const ours = accessFactNames.map((name): string => accessFacts[name]);
  const wanted = access.map((name): string => accessFacts[name]);
  const here = eq(accessibility.locationId, locationId);
  const before = await db.select().from(accessibility).where(here);
  const gone = before.filter(
    ({ description }) =>
      (ours.includes(description) && !wanted.includes(description)) || description === OWN_WORDS,
  );
  const goneIds = gone.map(({ id }) => id);
  if (goneIds.length > 0) await db.delete(accessibility).where(inArray(accessibility.id, goneIds));
  const added = wanted.filter((description) => !before.some((row) => row.description === description));
  const rows = [
    ...added.map((description) => ({ locationId, description, details: "" })),
    ...(accessWords ? [{ locationId, description: OWN_WORDS, details: accessWords }] : []),
  ];
  if (rows.length > 0) await db.insert(accessibility).values(rows);
}
