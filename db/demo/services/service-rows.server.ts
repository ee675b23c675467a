import { schedules, servicePlaces, services, servicesAtLocations } from "#db/schema/services.ts";
import { serviceTerms } from "#db/schema/taxonomies.ts";
import { idOf } from "../identity.server.ts";
import { rowsOf, type TableRows } from "../insert.server.ts";
import { addDays, londonDay } from "../london-time.ts";
import { emailOf, organisationId, organisationOf } from "../organisations/organisation-rows.server.ts";
import { placeId } from "../places/place-rows.server.ts";
import { audienceId, topicId } from "../topics/topic-rows.server.ts";
import { locationId } from "../venues/venue-rows.server.ts";
import { scheduleOf } from "./schedule.ts";
import {
  audiencesOf,
  type DemoService,
  demoServices,
  serviceAtId,
  topicsOf,
  venuesOf,
} from "./service-list.server.ts";

/** The services themselves, what they are about, where and when they are on. */
export function serviceRows(now: Date): TableRows[] {
  const today = londonDay(now);
  return [
    rowsOf(
      services,
      demoServices.map((service, index) => serviceRow(service, index, today)),
    ),
    rowsOf(
      serviceTerms,
      demoServices.flatMap((service) => [
        ...topicsOf(service).map((slug) => termRow(service, topicId(slug), null)),
        ...audiencesOf(service).map((slug) => termRow(service, audienceId(slug), "intended_audience")),
      ]),
    ),
    rowsOf(
      servicePlaces,
      demoServices.flatMap((service) =>
        service.places.map((place) => ({ serviceId: service.id, placeId: placeId(place) })),
      ),
    ),
    rowsOf(
      servicesAtLocations,
      demoServices.flatMap((service) =>
        venuesOf(service).map((venue) => ({
          id: serviceAtId(service.slug, venue),
          serviceId: service.id,
          locationId: locationId(venue),
        })),
      ),
    ),
    rowsOf(
      schedules,
      demoServices.flatMap((service, index) => [
        ...openings(service, today),
        ...christmas(service, index, today),
      ]),
    ),
  ];
}

function serviceRow(service: DemoService, index: number, today: string) {
  const { id, slug, name, plan, by, at, local, waitWeeks, full, staleDays, draft } = service;
  const { bankHolidays, inTermTime } = service;
  const organisation = organisationOf(by);
  const [minimumAge = null, maximumAge = null] = plan.ages ?? [];
  const { capacity, weeks } = full
    ? { capacity: "full" as const, weeks: null }
    : { capacity: waitWeeks ? ("waiting-list" as const) : ("open" as const), weeks: waitWeeks ?? null };
  return {
    id,
    slug,
    organisationId: organisationId(by),
    name,
    summary: plan.summary,
    description: [local, ...plan.text].join("\n\n"),
    url: organisation.hasWebsite === false ? null : `https://${by}.example.org/${slug}`,
    email: emailOf(organisation),
    eligibility: plan.who,
    minimumAge,
    maximumAge,
    referralRoute: plan.route,
    gettingThere: at ? "" : (plan.gettingThere ?? ""),
    ...stateOf(service, today),
    isOnline: service.isOnline ?? false,
    capacity,
    waitWeeks: weeks,
    capacitySetAt: capacity === "open" ? null : new Date(`${addDays(today, -(1 + (index % 20)))}T09:00:00Z`),
    bankHolidays: bankHolidays ?? null,
    isTermTimeOnly: inTermTime ?? false,
    confirmedOn: draft ? null : addDays(today, -(staleDays ?? 2 + ((index * 7) % 80))),
    assurerEmail: index % 3 === 0 ? "community-voices-east@example.org" : null,
  };
}

function stateOf({ closed, draft }: DemoService, today: string) {
  if (draft) return { state: "draft" as const, stateNote: "", publishedAt: null };
  const publishedAt = new Date(`${addDays(today, -400)}T09:00:00Z`);
  if (closed) return { state: "temporarily-closed" as const, stateNote: closed, publishedAt };
  return { state: "live" as const, stateNote: "", publishedAt };
}

function termRow({ id, slug }: DemoService, term: string, linkType: string | null) {
  return { id: idOf(`service-term:${slug}:${term}`), serviceId: id, termId: term, linkType };
}

/** Hours of the service; where it is held at two places, each has its own. */
function openings({ id, slug, at, when = [], alsoAt }: DemoService, today: string) {
  const hours = (
    list: readonly string[],
    key: string,
    owner: { serviceId: string } | { serviceAtLocationId: string },
  ) =>
    list.map((words, index) => ({
      id: idOf(`schedule:${slug}:${key}${index}`),
      ...owner,
      ...scheduleOf(words, today),
    }));
  if (!at || !alsoAt) return hours(when, "", { serviceId: id });
  return [
    ...hours(when, "", { serviceAtLocationId: serviceAtId(slug, at) }),
    ...hours(alsoAt.when, "also:", { serviceAtLocationId: serviceAtId(slug, alsoAt.venue) }),
  ];
}

/** Every second service with weekly hours says when it shuts for Christmas. */
function christmas({ id, slug, when = [] }: DemoService, index: number, today: string) {
  if (index % 2 === 0 || when.length === 0) return [];
  const year = Number(today.slice(0, 4));
  return [
    {
      id: idOf(`schedule:${slug}:christmas`),
      serviceId: id,
      validFrom: `${year}-12-24`,
      validTo: `${year + 1}-01-01`,
      description: "Christmas",
      isClosed: true,
    },
  ];
}
