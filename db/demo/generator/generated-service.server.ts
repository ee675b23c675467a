import { contacts, phones } from "#db/schema/contacts.ts";
import {
  costOptions,
  funding,
  languages,
  schedules,
  serviceAreas,
  servicePlaces,
  services,
  servicesAtLocations,
} from "#db/schema/services.ts";
import { serviceTerms } from "#db/schema/taxonomies.ts";
import { idOf } from "../identity.server.ts";
import { rowsOf, type TableRows } from "../insert.server.ts";
import { addDays, type Weekday } from "../london-time.ts";
import { dramaNumber } from "../organisations/phone.server.ts";
import { footprintId, placeId } from "../places/place-rows.server.ts";
import { type Cost, costWords } from "../services/design.ts";
import { slugOf } from "../slug.ts";
import { audiences } from "../topics/audiences.ts";
import { audienceId, topicId } from "../topics/topic-rows.server.ts";
import { type Activity, activities } from "./activities.ts";
import type { Seedling } from "./generated.ts";
import { capital, type GeneratedOrganisation } from "./generated-organisation.server.ts";
import { endings, middles, openings, things, who } from "./sentences.ts";

export interface GeneratedService {
  id: string;
  name: string;
  topic: string;
  day: Weekday;
  opensAt: string;
  closesAt: string;
  cost: string;
  rows: TableRows[];
}

const days: Weekday[] = ["TU", "WE", "TH", "MO", "FR", "SA", "SU"];
const dayNames = {
  MO: "Monday",
  TU: "Tuesday",
  WE: "Wednesday",
  TH: "Thursday",
  FR: "Friday",
  SA: "Saturday",
  SU: "Sunday",
};
const costs: Cost[] = ["free", "donation", "two", "three", "pound", "five", "lunch"];
const spoken = [
  ["lt", "Lithuanian"],
  ["pl", "Polish"],
  ["pt", "Portuguese"],
  ["uk", "Ukrainian"],
  ["ro", "Romanian"],
  ["ar", "Arabic"],
] as const;

/** The `number`th service of an organisation: the first is what it is named for, others wander. */
export function generatedService(
  seedling: Seedling,
  owner: GeneratedOrganisation,
  number: number,
): GeneratedService {
  const { dice, mark, spot } = seedling;
  const key = `${seedling.key}:service:${number}`;
  const activity = number === 0 ? owner.activity : dice.pickOften(activities);
  const day = dice.pick(days);
  const opens = 9 + dice.below(10);
  const cost = dice.pickOften(costs);
  const name = serviceName(seedling, activity, day);
  const id = idOf(key);
  const slug = `${slugOf(name)}-${mark}-${number}`;
  const opensAt = `${String(opens).padStart(2, "0")}:${dice.chance(0.5) ? "00" : "30"}`;
  const closesAt = `${String(opens + 1 + dice.below(4)).padStart(2, "0")}:30`;
  const isHere = dice.chance(0.85);
  const rows = [
    rowsOf(services, [{ id, slug, organisationId: owner.id, name, ...wordsFor(seedling, activity, isHere) }]),
    rowsOf(
      serviceTerms,
      termsFor(
        key,
        id,
        activity,
        dice.chance(0.3) ? dice.pick(activities) : activity,
        dice.pick(audiences).slug,
      ),
    ),
    rowsOf(servicePlaces, [{ serviceId: id, placeId: placeId(spot.place) }]),
    rowsOf(
      servicesAtLocations,
      isHere ? [{ id: idOf(`${key}:at`), serviceId: id, locationId: owner.locationId }] : [],
    ),
    rowsOf(serviceAreas, isHere ? [] : [areaFor(key, id, seedling)]),
    rowsOf(schedules, [
      { id: idOf(`${key}:schedule`), serviceId: id, freq: "WEEKLY", byday: day, opensAt, closesAt },
    ]),
    rowsOf(costOptions, [{ id: idOf(`${key}:cost`), serviceId: id, ...costRow(cost) }]),
    rowsOf(languages, languagesFor(key, id, seedling)),
    rowsOf(
      funding,
      dice.chance(0.15)
        ? [{ id: idOf(`${key}:funding`), serviceId: id, source: "Grants and donations" }]
        : [],
    ),
    rowsOf(contacts, [{ id: idOf(`${key}:contact`), serviceId: id, title: "Organiser", email: owner.email }]),
    rowsOf(phones, [
      {
        id: idOf(`${key}:phone`),
        contactId: idOf(`${key}:contact`),
        number: dramaNumber(dice.below(1000)),
        type: "voice",
      },
    ]),
  ];
  const { option, amount } = costWords[cost];
  return { id, name, topic: activity[1], day, opensAt, closesAt, cost: amount ? `£${amount}` : option, rows };
}

function serviceName({ dice, spot }: Seedling, [activity]: Activity, day: Weekday): string {
  const shapes = [
    () => `${spot.village} ${activity}`,
    () => `${dayNames[day]} ${activity}`,
    () => `${capital(activity)} in ${spot.village}`,
    () => `${spot.village} ${dayNames[day]} ${activity}`,
  ];
  return capital(dice.pick(shapes)());
}

function wordsFor({ dice, spot, today }: Seedling, [activity]: Activity, isHere: boolean) {
  const fill = (sentence: string) =>
    sentence
      .replaceAll("{a}", activity)
      .replaceAll("{A}", capital(activity))
      .replaceAll("{t}", spot.village)
      .replaceAll("{n}", dice.pick(things));
  const isWaiting = dice.chance(0.08);
  return {
    summary: fill(dice.pick(openings)),
    description: [dice.pick(middles), dice.pick(middles), dice.pick(endings)].map(fill).join(" "),
    eligibility: fill(dice.pick(who)),
    referralRoute: dice.chance(0.8) ? "Just turn up." : "Ring first.",
    gettingThere: isHere ? "" : "We come to you.",
    isOnline: dice.chance(0.05),
    capacity: isWaiting ? ("waiting-list" as const) : ("open" as const),
    waitWeeks: isWaiting ? 1 + dice.below(12) : null,
    confirmedOn: dice.chance(0.9) ? addDays(today, -dice.below(300)) : null,
  };
}

function termsFor(key: string, serviceId: string, first: Activity, second: Activity, audience: string) {
  const topics = [...new Set([first[1], second[1]])].map((slug) => ({
    termId: topicId(slug),
    linkType: null,
  }));
  return [...topics, { termId: audienceId(audience), linkType: "intended_audience" }].map((term, index) => ({
    id: idOf(`${key}:term:${index}`),
    serviceId,
    ...term,
  }));
}

function areaFor(key: string, serviceId: string, { spot }: Seedling) {
  return {
    id: idOf(`${key}:area`),
    serviceId,
    name: `${spot.town} and the villages around`,
    footprintId: footprintId(`district-${spot.district}`),
    placeId: placeId(spot.place),
  };
}

function costRow(cost: Cost) {
  const { option, amount, amountDescription } = costWords[cost];
  return { option, amount: amount === null ? null : String(amount), amountDescription };
}

function languagesFor(key: string, serviceId: string, { dice }: Seedling) {
  if (!dice.chance(0.06)) return [];
  const [code, name] = dice.pick(spoken);
  return [{ id: idOf(`${key}:language`), serviceId, code, name }];
}
