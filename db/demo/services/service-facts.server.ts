import { contacts, phones } from "#db/schema/contacts.ts";
import { costOptions, funding, languages, serviceAreas } from "#db/schema/services.ts";
import { idOf } from "../identity.server.ts";
import { rowsOf, type TableRows } from "../insert.server.ts";
import {
  emailOf,
  organisationId,
  organisationOf,
  organisations,
} from "../organisations/organisation-rows.server.ts";
import { phoneOf } from "../organisations/phone.server.ts";
import { footprintId, placeId } from "../places/place-rows.server.ts";
import { costWords } from "./design.ts";
import { type DemoService, demoServices, footprintOf } from "./service-list.server.ts";

const contactTitles = ["Co-ordinator", "Session organiser", "Welcome team", "Office", "Volunteer on duty"];

/** Where the money comes from, for about one service in four. */
const funders = [
  "Donations, raffles and one very good jumble sale",
  "District council community grant",
  "NHS place-based prevention grant",
  "A charitable foundation, for three years",
];

/** What hangs on a service: areas, costs, languages, funding, and whom to ask. */
export function serviceFactRows(): TableRows[] {
  return [
    rowsOf(serviceAreas, demoServices.flatMap(areaRows)),
    rowsOf(
      costOptions,
      demoServices.flatMap(({ id, slug, cost, plan }) =>
        (cost ?? plan.cost).map((key) => ({
          id: idOf(`cost:${slug}:${key}`),
          serviceId: id,
          option: costWords[key].option,
          amount: costWords[key].amount === null ? null : String(costWords[key].amount),
          amountDescription: costWords[key].amountDescription,
        })),
      ),
    ),
    rowsOf(
      languages,
      demoServices.flatMap(({ id, slug, languages: spoken = [] }) =>
        spoken.map(([code, name]) => ({ id: idOf(`language:${slug}:${code}`), serviceId: id, code, name })),
      ),
    ),
    rowsOf(
      funding,
      demoServices.flatMap(({ id, slug }, index) =>
        index % 4 === 0
          ? [
              {
                id: idOf(`funding:${slug}`),
                serviceId: id,
                source: funders[(index / 4) % funders.length] ?? "",
              },
            ]
          : [],
      ),
    ),
    ...contactRows(),
  ];
}

function areaRows({ id, slug, covers = [] }: DemoService) {
  return covers.map((footprintSlug) => {
    const footprint = footprintOf(footprintSlug);
    const [place] = footprint.places;
    return {
      id: idOf(`service-area:${slug}:${footprintSlug}`),
      serviceId: id,
      name: footprint.name,
      footprintId: footprintId(footprintSlug),
      placeId: footprint.kind === "place" && place ? placeId(place) : null,
      uri: footprint.uri ?? null,
    };
  });
}

/** One public contact a service and an organisation; every seventh organisation also has one for partners only. */
function contactRows(): TableRows[] {
  const ofServices = demoServices.map(({ id, slug, by }, index) => ({
    id: idOf(`contact:service:${slug}`),
    serviceId: id,
    title: contactTitles[index % contactTitles.length] ?? null,
    email: emailOf(organisationOf(by)),
  }));
  const ofOrganisations = organisations.map((organisation) => ({
    id: idOf(`contact:organisation:${organisation.slug}`),
    organisationId: organisationId(organisation.slug),
    title: "General enquiries",
    email: emailOf(organisation),
  }));
  const forPartners = organisations
    .filter((_, index) => index % 7 === 0)
    .map(({ slug }) => ({
      id: idOf(`contact:partners:${slug}`),
      organisationId: organisationId(slug),
      title: "Partnerships",
      email: `partners-${slug}@example.org`,
      isPublic: false,
    }));
  return [
    rowsOf(contacts, [...ofServices, ...ofOrganisations, ...forPartners]),
    rowsOf(phones, [
      ...demoServices.map(({ slug, by }) => phoneRow(`service:${slug}`, by)),
      ...organisations.map(({ slug }) => phoneRow(`organisation:${slug}`, slug)),
    ]),
  ];
}

function phoneRow(contact: string, organisation: string) {
  return {
    id: idOf(`phone:${contact}`),
    contactId: idOf(`contact:${contact}`),
    number: phoneOf(organisation),
    type: "voice",
  };
}
