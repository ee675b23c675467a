import {
  formerNames,
  organisationDistricts,
  organisationIdentifiers,
  organisationPlaces,
  organisations as organisationTable,
} from "#db/schema/organisations.ts";
import { organisationTerms } from "#db/schema/taxonomies.ts";
import { idOf } from "../identity.server.ts";
import { rowsOf, type TableRows } from "../insert.server.ts";
import { addDays, londonDay } from "../london-time.ts";
import { districtId, placeId } from "../places/place-rows.server.ts";
import { districts, type PlaceSlug, places } from "../places/places.ts";
import { topicId } from "../topics/topic-rows.server.ts";
import { eastOrganisations } from "./east.ts";
import { namedInTheBoardPapers } from "./named-in-the-board-papers.ts";
import { namedInTheNorwichPlan } from "./named-in-the-norwich-plan.ts";
import { northAndSouthOrganisations } from "./north-and-south.ts";
import { norwichOrganisations } from "./norwich.ts";
import type { DemoOrganisation } from "./organisation.ts";
import { publicBodies } from "./public-bodies.ts";
import { systemWideOrganisations } from "./system-wide.ts";
import { westOrganisations } from "./west.ts";

export const organisations: DemoOrganisation[] = [
  ...namedInTheBoardPapers,
  ...namedInTheNorwichPlan,
  ...norwichOrganisations,
  ...northAndSouthOrganisations,
  ...westOrganisations,
  ...eastOrganisations,
  ...systemWideOrganisations,
  ...publicBodies,
];

const bySlug = new Map(organisations.map((organisation) => [organisation.slug, organisation]));

/** A slug that no organisation carries is a mistake in the data. */
export function organisationId(slug: string): string {
  return idOf(`organisation:${organisationOf(slug).slug}`);
}

export function organisationOf(slug: string): DemoOrganisation {
  const organisation = bySlug.get(slug);
  if (!organisation) throw new Error(`No organisation has the slug ${slug}`);
  return organisation;
}

export const isSystemWide = (organisation: DemoOrganisation) => !organisation.places;

/** Where an organisation works: those of the whole system work in every place. */
export const placesOf = (organisation: DemoOrganisation): PlaceSlug[] =>
  organisation.places ?? places.map((place) => place.slug);

export function emailOf({ slug, email }: DemoOrganisation): string | null {
  return email === undefined ? `${slug}@example.org` : email;
}

export function organisationRows(now: Date): TableRows[] {
  const today = londonDay(now);
  const sorted = [...organisations].sort((a, b) => Number(Boolean(a.branchOf)) - Number(Boolean(b.branchOf)));
  return [
    rowsOf(
      organisationTable,
      sorted.map((organisation) => ({
        id: organisationId(organisation.slug),
        slug: organisation.slug,
        name: organisation.name,
        kind: organisation.kind,
        description: organisation.description,
        email: emailOf(organisation),
        website: organisation.hasWebsite === false ? null : `https://${organisation.slug}.example.org/`,
        branchOfId: organisation.branchOf ? organisationId(organisation.branchOf) : null,
        state: organisation.state ?? "live",
        archivedAt: organisation.state === "archived" ? now : null,
        stateNote: organisation.stateNote ?? "",
        addressIsHidden: organisation.addressIsHidden ?? false,
        helps: organisation.helps ?? "",
        worksOnline: organisation.worksOnline ?? false,
        isTrusted: organisation.isTrusted ?? false,
        isSystemWide: isSystemWide(organisation),
        confirmedOn:
          organisation.confirmedDaysAgo === null ? null : addDays(today, -organisation.confirmedDaysAgo),
      })),
    ),
    ...factRows(),
    ...reachRows(),
  ];
}

function factRows(): TableRows[] {
  return [
    rowsOf(
      organisationIdentifiers,
      organisations.flatMap(({ slug, identifiers = [] }) =>
        identifiers.map(([scheme, identifier]) => ({
          id: idOf(`identifier:${slug}:${scheme}`),
          organisationId: organisationId(slug),
          scheme,
          identifier,
        })),
      ),
    ),
    rowsOf(
      formerNames,
      organisations.flatMap(({ slug, formerNames: names = [] }) =>
        names.map(([name, until]) => ({
          id: idOf(`former-name:${slug}:${name}`),
          organisationId: organisationId(slug),
          name,
          until,
        })),
      ),
    ),
    rowsOf(
      organisationTerms,
      organisations.flatMap(({ slug, topics = [] }) =>
        topics.map((topic) => ({
          id: idOf(`organisation-term:${slug}:${topic}`),
          organisationId: organisationId(slug),
          termId: topicId(topic),
        })),
      ),
    ),
  ];
}

function reachRows(): TableRows[] {
  const local = organisations.filter((organisation) => !isSystemWide(organisation));
  return [
    rowsOf(
      organisationPlaces,
      local.flatMap((organisation) =>
        placesOf(organisation).map((place) => ({
          organisationId: organisationId(organisation.slug),
          placeId: placeId(place),
        })),
      ),
    ),
    rowsOf(
      organisationDistricts,
      local.flatMap((organisation) =>
        districtsOf(organisation).map((district) => ({
          organisationId: organisationId(organisation.slug),
          districtId: districtId(district),
        })),
      ),
    ),
  ];
}

function districtsOf(organisation: DemoOrganisation) {
  if (organisation.districts) return organisation.districts;
  const reached = placesOf(organisation);
  const touched = new Set(
    places.filter(({ slug }) => reached.includes(slug)).flatMap((place) => place.districts),
  );
  return districts.map((district) => district.slug).filter((slug) => touched.has(slug));
}
