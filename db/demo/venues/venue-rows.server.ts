import { accessibility, addresses, locations } from "#db/schema/locations.ts";
import { idOf } from "../identity.server.ts";
import { rowsOf, type TableRows } from "../insert.server.ts";
import { organisationId } from "../organisations/organisation-rows.server.ts";
import { districtId, placeId } from "../places/place-rows.server.ts";
import { districts, type PlaceSlug, places } from "../places/places.ts";
import { northNorfolkVenues } from "./north-norfolk.ts";
import { norwichVenues } from "./norwich.ts";
import { southNorfolkVenues } from "./south-norfolk.ts";
import { accessWords, type DemoVenue, type VenuesOf } from "./venue.ts";
import { westNorfolkVenues } from "./west-norfolk.ts";
import { yarmouthAndWaveneyVenues } from "./yarmouth-and-waveney.ts";

const venuesOf: VenuesOf = {
  "north-norfolk": northNorfolkVenues,
  "south-norfolk": southNorfolkVenues,
  norwich: norwichVenues,
  "west-norfolk": westNorfolkVenues,
  "great-yarmouth-and-waveney": yarmouthAndWaveneyVenues,
};

export interface PlacedVenue extends DemoVenue {
  place: PlaceSlug;
}

const venues: PlacedVenue[] = places.flatMap(({ slug }) =>
  venuesOf[slug].map((venue) => ({ ...venue, place: slug })),
);

const byKey = new Map(venues.map((venue) => [venue.key, venue]));

/** A key that no venue carries is a mistake in the data. */
export function venueOf(key: string): PlacedVenue {
  const venue = byKey.get(key);
  if (!venue) throw new Error(`No venue has the key ${key}`);
  return venue;
}

export const locationId = (key: string) => idOf(`venue:${venueOf(key).key}`);

/** "St Augustine's Hall, Gildencroft, Norwich, NR3 1ZZ": how a diary names it. */
export function venueInWords(key: string): string {
  const { name, address, town, postcode } = venueOf(key);
  return [name, address, town, postcode].join(", ");
}

export function venueRows(): TableRows[] {
  return [
    rowsOf(
      locations,
      venues.map((venue) => ({
        id: locationId(venue.key),
        organisationId: venue.host ? organisationId(venue.host) : null,
        locationType: "physical" as const,
        name: venue.name,
        transportation: venue.gettingThere,
        latitude: venue.at[0],
        longitude: venue.at[1],
        placeId: placeId(venue.place),
        districtId: districtId(venue.district),
      })),
    ),
    rowsOf(
      addresses,
      venues.map((venue) => ({
        id: idOf(`address:${venue.key}`),
        locationId: locationId(venue.key),
        address1: venue.address,
        city: venue.town,
        stateProvince: districts.find(({ slug }) => slug === venue.district)?.county ?? "Norfolk",
        postalCode: venue.postcode,
      })),
    ),
    rowsOf(
      accessibility,
      venues.flatMap((venue) =>
        venue.access.map((access) => ({
          id: idOf(`accessibility:${venue.key}:${access}`),
          locationId: locationId(venue.key),
          description: accessWords[access][0],
          details: accessWords[access][1],
        })),
      ),
    ),
  ];
}
