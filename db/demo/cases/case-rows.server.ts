import { cases } from "#db/schema/keeping/cases.ts";
import { registrations } from "#db/schema/keeping/registrations.ts";
import { organisationPlaces, organisations } from "#db/schema/organisations.ts";
import { groupId } from "../groups/group-id.server.ts";
import { idOf } from "../identity.server.ts";
import { rowsOf, type TableRows } from "../insert.server.ts";
import { organisationId } from "../organisations/organisation-rows.server.ts";
import { placeId } from "../places/place-rows.server.ts";
import { demoServices } from "../services/service-list.server.ts";
import { type DemoRegistration, registered } from "./registered.ts";

const DAY = 86_400_000;
const registeredId = ({ slug }: DemoRegistration) => idOf(`registered:${slug}`);
const emailOf = ({ slug }: DemoRegistration) => `${slug}@example.org`;

/** A few cases in each queue. Unconfirmed records make their own at the first run of the clock. */
export function caseRows(now: Date): TableRows[] {
  const ago = (days: number) => new Date(now.getTime() - days * DAY);
  const made = { createdAt: now, updatedAt: now };
  return [
    rowsOf(
      organisations,
      registered.map((one) => ({
        ...{ id: registeredId(one), slug: one.slug, name: one.name, kind: one.kind },
        ...{ description: one.description, helps: one.helps, email: emailOf(one), state: "waiting" as const },
        ...{ createdAt: ago(one.daysAgo), updatedAt: ago(one.daysAgo) },
      })),
    ),
    rowsOf(
      organisationPlaces,
      registered.map((one) => ({ organisationId: registeredId(one), placeId: placeId(one.place) })),
    ),
    rowsOf(
      registrations,
      registered.map((one) => ({
        ...{ id: idOf(`registration:${one.slug}`), organisationId: registeredId(one) },
        ...{ contactName: one.contact.name, contactEmail: emailOf(one), contactRole: one.contact.role },
        stepsDone: ["you", "names", "numbers", "where", "about", "contact"],
        ...{ emailVerifiedAt: ago(one.daysAgo), submittedAt: ago(one.daysAgo) },
        ...{ createdAt: ago(one.daysAgo), updatedAt: ago(one.daysAgo) },
      })),
    ),
    rowsOf(cases, [
      ...registered.map((one) => ({ ...registrationCase(one), createdAt: ago(one.daysAgo), updatedAt: now })),
      { ...claim, ...made, createdAt: ago(2) },
      { ...reportToKeepers, ...made, createdAt: ago(1), climbsAt: ago(-6) },
      { ...reportToLead, ...made, createdAt: ago(4), climbsAt: ago(-3) },
      { ...change, ...made, createdAt: ago(2) },
    ]),
  ];
}

const norwichLead = { level: "lead" as const, groupId: groupId("norwich-place-network") };

const registrationCase = (one: DemoRegistration) => ({
  ...{
    id: idOf(`case:registration:${one.slug}`),
    kind: "registration" as const,
    noun: "organisation" as const,
  },
  ...{ recordId: registeredId(one), organisationId: registeredId(one) },
  ...(one.place === "norwich" ? norwichLead : { level: "team" as const, groupId: null }),
  ...{ title: `New organisation: ${one.name}`, details: { role: one.contact.role } },
  ...{ fromName: one.contact.name, fromEmail: emailOf(one), onceKey: `registration ${registeredId(one)}` },
  climbsAt: null,
});

const about = (slug: string) =>
  ({ noun: "organisation", recordId: organisationId(slug), organisationId: organisationId(slug) }) as const;

const claim = {
  ...{ id: idOf("case:claim"), kind: "claim" as const, ...about("heartsease-larder"), ...norwichLead },
  ...{ title: "“This is us”: Heartsease Community Larder", fromName: "Dev Pattni" },
  fromEmail: "dev.pattni@example.org",
  details: { role: "Treasurer", howToCheck: "Ring the number on our page on a weekday morning." },
};

const reportToLead = {
  ...{ id: idOf("case:report:lead"), kind: "report" as const, ...about("heartsease-larder"), ...norwichLead },
  title: "Heartsease Community Larder: a phone number, e-mail or web address is wrong",
  details: {
    choice: "contact",
    words: "The number rings in somebody's kitchen. She was very kind about it.",
  },
};

const lunch = demoServices.find(({ by }) => by === "magdalen-street-neighbours");

const reportToKeepers = {
  ...{
    id: idOf("case:report:owner"),
    kind: "report" as const,
    level: "owner" as const,
    noun: "service" as const,
  },
  ...{ recordId: lunch?.id ?? "", organisationId: organisationId("magdalen-street-neighbours") },
  ...{ groupId: norwichLead.groupId, fromEmail: "a.neighbour@example.org" },
  title: `${lunch?.name}: the time or the place is wrong`,
  details: { choice: "time-or-place", words: "It was shut last week. Has the day changed?" },
};

const names = { name: "Lakenham Bike Kitchen", kind: "social-enterprise", formerNames: [] };

const change = {
  ...{ id: idOf("case:change"), kind: "change" as const, ...about("lakenham-bike-kitchen"), ...norwichLead },
  ...{ title: "Name and kind of Lakenham Bike Kitchen", fromName: "Somebody of the Bike Kitchen" },
  details: { section: "names", before: names, after: { ...names, name: "Lakenham Bike and Soup Kitchen" } },
};
