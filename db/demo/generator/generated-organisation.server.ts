import { contacts, phones } from "#db/schema/contacts.ts";
import { accessibility, addresses, locations } from "#db/schema/locations.ts";
import {
  formerNames,
  organisationDistricts,
  organisationIdentifiers,
  organisationPlaces,
  organisations,
} from "#db/schema/organisations.ts";
import { organisationTerms } from "#db/schema/taxonomies.ts";
import type { OrganisationKind } from "#db/vocabulary.ts";
import { idOf } from "../identity.server.ts";
import { rowsOf, type TableRows } from "../insert.server.ts";
import { addDays } from "../london-time.ts";
import { dramaNumber } from "../organisations/phone.server.ts";
import { districtId, placeId } from "../places/place-rows.server.ts";
import { districts } from "../places/places.ts";
import { slugOf } from "../slug.ts";
import { topicId } from "../topics/topic-rows.server.ts";
import { type Access, accessWords } from "../venues/venue.ts";
import { type Activity, activities } from "./activities.ts";
import type { Seedling } from "./generated.ts";
import { bodies, bright, halls, streets } from "./names.ts";
import { saints } from "./village-names.ts";

export interface GeneratedOrganisation {
  id: string;
  name: string;
  slug: string;
  email: string;
  activity: Activity;
  locationId: string;
  venue: string;
  rows: TableRows[];
}

const kinds: OrganisationKind[] = [
  "community-group",
  "charity",
  "faith-group",
  "cic",
  "social-enterprise",
  "company",
];
const accessKeys = Object.keys(accessWords) as Access[];

export function generatedOrganisation(seedling: Seedling): GeneratedOrganisation {
  const { key, mark, dice, spot, today } = seedling;
  const activity = dice.pickOften(activities);
  const kind = dice.pickOften(kinds);
  const name = nameOf(seedling, activity, kind);
  const id = idOf(`${key}:organisation`);
  const slug = `${slugOf(name)}-${mark}`;
  const email = `${slug}@example.org`;
  const hall = dice.pick(halls);
  const locationId = idOf(`${key}:location`);
  const venue = dice.chance(0.5) ? `${spot.village} ${hall}` : `St ${dice.pick(saints)}'s ${hall}`;
  const organisation = {
    id,
    slug,
    name,
    kind,
    description: `${capital(activity[0])} and more in ${spot.village} and the ${spot.outward} area.`,
    email: dice.chance(0.9) ? email : null,
    website: dice.chance(0.6) ? `https://${slug}.example.org/` : null,
    confirmedOn: dice.chance(0.85) ? addDays(today, -dice.below(400)) : null,
  };
  const rows = [
    rowsOf(organisations, [organisation]),
    rowsOf(organisationPlaces, [{ organisationId: id, placeId: placeId(spot.place) }]),
    rowsOf(organisationDistricts, [{ organisationId: id, districtId: districtId(spot.district) }]),
    rowsOf(organisationTerms, [
      { id: idOf(`${key}:organisation-term`), organisationId: id, termId: topicId(activity[1]) },
    ]),
    ...registerRows(seedling, id, activity),
    ...venueRows(seedling, id, locationId, venue),
    rowsOf(contacts, [{ id: idOf(`${key}:contact`), organisationId: id, title: "General enquiries", email }]),
    rowsOf(phones, [
      {
        id: idOf(`${key}:phone`),
        contactId: idOf(`${key}:contact`),
        number: dramaNumber(dice.below(1000)),
        type: "voice",
      },
    ]),
  ];
  return { id, name, slug, email, activity, locationId, venue, rows };
}

function nameOf({ dice, spot }: Seedling, [activity]: Activity, kind: OrganisationKind): string {
  const body = dice.pickOften(bodies);
  const { village } = spot;
  if (kind === "faith-group")
    return `St ${dice.pick(saints)}'s ${dice.chance(0.5) ? capital(activity) : body}, ${village}`;
  if (kind === "cic") return `${dice.pick(bright)} ${capital(village)} CIC`;
  const shapes = [
    () => `${village} ${capital(activity)}`,
    () => `${village} ${body}`,
    () => `${dice.pick(bright)} ${body}, ${village}`,
    () => `${village} & District ${capital(activity)}`,
    () => `Friends of ${village} ${dice.pick(halls)}`,
    () => "Village Hall",
  ];
  return dice.pickOften(shapes)();
}

/** Numbers in the nine millions: no register has given them out. */
function registerRows({ key, dice, index }: Seedling, id: string, [activity]: Activity): TableRows[] {
  const identifier = { id: idOf(`${key}:identifier`), organisationId: id };
  const number = String(9_100_000 + (index % 800_000));
  const former = {
    id: idOf(`${key}:former-name`),
    organisationId: id,
    name: `The Old ${capital(activity)}`,
    until: "2019-12-31",
  };
  return [
    rowsOf(
      organisationIdentifiers,
      dice.chance(0.5) ? [{ ...identifier, scheme: "GB-CHC", identifier: number }] : [],
    ),
    rowsOf(formerNames, dice.chance(0.05) ? [former] : []),
  ];
}

function venueRows(
  { key, dice, spot }: Seedling,
  organisationId: string,
  locationId: string,
  name: string,
): TableRows[] {
  const county = districts.find(({ slug }) => slug === spot.district)?.county ?? "Norfolk";
  const offered = accessKeys.filter(() => dice.chance(0.3));
  return [
    rowsOf(locations, [
      {
        id: locationId,
        organisationId,
        locationType: "physical",
        name,
        transportation: dice.chance(0.6) ? `A bus stops within ${2 + dice.below(12)} minutes' walk.` : "",
        latitude: spot.latitude,
        longitude: spot.longitude,
        placeId: placeId(spot.place),
        districtId: districtId(spot.district),
      },
    ]),
    rowsOf(addresses, [
      {
        id: idOf(`${key}:address`),
        locationId,
        address1: `${1 + dice.below(180)} ${dice.pick(streets)}`,
        city: spot.town,
        stateProvince: county,
        postalCode: spot.postcode,
      },
    ]),
    rowsOf(
      accessibility,
      offered.map((access) => ({
        id: idOf(`${key}:access:${access}`),
        locationId,
        description: accessWords[access][0],
        details: accessWords[access][1],
      })),
    ),
  ];
}

export const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
