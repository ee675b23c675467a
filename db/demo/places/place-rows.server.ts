import {
  bankHolidays as bankHolidayTable,
  districts as districtTable,
  footprintDistricts,
  footprintPlaces,
  footprints as footprintTable,
  placeDistricts,
  places as placeTable,
  postcodeDistricts,
  towns as townTable,
} from "#db/schema/places.ts";
import { idOf } from "../identity.server.ts";
import { rowsOf, type TableRows } from "../insert.server.ts";
import { bankHolidays } from "./bank-holidays.ts";
import { footprints } from "./footprints.ts";
import { type DistrictSlug, districts, type PlaceSlug, places } from "./places.ts";
import { postcodes } from "./postcodes.ts";
import { townsByPlace } from "./towns.ts";

export const placeId = (slug: PlaceSlug) => idOf(`place:${slug}`);
export const districtId = (slug: DistrictSlug) => idOf(`district:${slug}`);
export const footprintId = (slug: string) => idOf(`footprint:${slug}`);

export function placeRows(): TableRows[] {
  return [
    rowsOf(
      placeTable,
      places.map(({ slug, name, summary, at: [latitude, longitude] }, position) => ({
        id: placeId(slug),
        slug,
        name,
        summary,
        position,
        latitude,
        longitude,
      })),
    ),
    rowsOf(
      districtTable,
      districts.map(({ slug, name, county }) => ({ id: districtId(slug), slug, name, county })),
    ),
    rowsOf(
      placeDistricts,
      places.flatMap((place) =>
        place.districts.map((district) => ({
          placeId: placeId(place.slug),
          districtId: districtId(district),
        })),
      ),
    ),
    ...footprintRows(),
    rowsOf(
      postcodeDistricts,
      postcodes.map(({ outward, town, at: [latitude, longitude], place, district }) => ({
        outward,
        town,
        latitude,
        longitude,
        placeId: place && placeId(place),
        districtId: district && districtId(district),
      })),
    ),
    rowsOf(townTable, townRows()),
    rowsOf(
      bankHolidayTable,
      Object.entries(bankHolidays).map(([day, name]) => ({ day, name })),
    ),
  ];
}

function footprintRows(): TableRows[] {
  return [
    rowsOf(
      footprintTable,
      footprints.map(({ slug, name, kind, uri }) => ({ id: footprintId(slug), slug, name, kind, uri })),
    ),
    rowsOf(
      footprintPlaces,
      footprints.flatMap((footprint) =>
        footprint.places.map((place) => ({
          footprintId: footprintId(footprint.slug),
          placeId: placeId(place),
        })),
      ),
    ),
    rowsOf(
      footprintDistricts,
      footprints.flatMap((footprint) =>
        footprint.districts.map((district) => ({
          footprintId: footprintId(footprint.slug),
          districtId: districtId(district),
        })),
      ),
    ),
  ];
}

function townRows() {
  return places.flatMap(({ slug }) =>
    townsByPlace[slug].map(([name, latitude, longitude, district]) => ({
      id: idOf(`town:${name}`),
      name,
      latitude,
      longitude,
      placeId: placeId(slug),
      districtId: districtId(district),
    })),
  );
}
