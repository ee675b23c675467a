import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { Invalid } from "#app/domain/errors.ts";
import { findPlaceId } from "#app/domain/places/find.server.ts";
import { addresses, locations } from "#db/schema/locations.ts";
import { services, servicesAtLocations } from "#db/schema/services.ts";
import { taxonomyTerms } from "#db/schema/taxonomies.ts";
import type { EventFields } from "./event-fields.ts";

/** A venue of an organisation: "St Mary’s Hall, 12 Duke Street, Norwich". */
export interface Venue {
  id: string;
  words: string;
  placeId: string | null;
}

/** Where an organisation is or holds its services; places to meet, not letter boxes. */
export async function findVenues({ db }: Ctx, organisationId: string): Promise<Venue[]> {
  const ofServices = db
    .select({ id: servicesAtLocations.locationId })
    .from(servicesAtLocations)
    .innerJoin(services, eq(services.id, servicesAtLocations.serviceId))
    .where(eq(services.organisationId, organisationId));
  const { id, name, placeId } = locations;
  const rows = await db
    .selectDistinctOn([id], { id, name, placeId, address1: addresses.address1, city: addresses.city })
    .from(locations)
    .leftJoin(addresses, eq(addresses.locationId, id))
    .where(
      and(
        eq(locations.locationType, "physical"),
        or(eq(locations.organisationId, organisationId), inArray(id, ofServices)),
      ),
    )
    .orderBy(asc(id), asc(addresses.id));
  return rows
    .map((row) => ({ id: row.id, placeId: row.placeId, words: wordsOf(row) }))
    .toSorted((a, b) => a.words.localeCompare(b.words, "en-GB"));
}

function wordsOf(row: { name: string; address1: string | null; city: string | null }): string {
  return (
    [...new Set([row.name, row.address1, row.city])].filter(Boolean).join(", ") || "Venue without a name"
  );
}

/** The columns of an event that say where it is and what it is about. Throws Invalid, NotFound for what we do not know. */
export async function whereAndWhat(ctx: Ctx, organisationId: string, fields: EventFields) {
  const { locationId, where, place, topic } = fields;
  const venue = locationId
    ? (await findVenues(ctx, organisationId)).find(({ id }) => id === locationId)
    : null;
  if (locationId && !venue) {
    const message = "Choose one of your venues, or somewhere else";
    throw new Invalid(message, { locationId: message });
  }
  const placeId = place ? await findPlaceId(ctx, place) : undefined;
  return {
    locationId,
    location: venue?.words ?? where,
    placeId: placeId ?? venue?.placeId ?? null,
    termId: topic ? await findTermId(ctx, topic) : null,
  };
}

async function findTermId({ db }: Ctx, slug: string): Promise<string> {
  const [term] = await db
    .select({ id: taxonomyTerms.id })
    .from(taxonomyTerms)
    .where(eq(taxonomyTerms.slug, slug))
    .limit(1);
  if (!term) {
    const message = "Choose a topic from the list";
    throw new Invalid(message, { topic: message });
  }
  return term.id;
}
