import { members } from "#db/schema/groups.ts";
import { idOf } from "../identity.server.ts";
import { rowsOf, type TableRows } from "../insert.server.ts";
import { addDays, londonDay } from "../london-time.ts";
import type { DemoOrganisation } from "../organisations/organisation.ts";
import {
  isSystemWide,
  organisationId,
  organisations,
  placesOf,
} from "../organisations/organisation-rows.server.ts";
import { places } from "../places/places.ts";
import { topics } from "../topics/topic-rows.server.ts";
import { groupId } from "./group-id.server.ts";

const statutoryKinds = new Set(["council", "nhs", "public-body"]);

const sector = organisations.filter(({ kind, state }) => !statutoryKinds.has(kind) && state !== "archived");

/** Which topics bring an organisation into a forum (S1:3651). */
const forumTopics: Record<string, string[]> = {
  "children-and-young-people-forum": ["families", "young-people", "young-carers"],
  "older-people-forum": ["getting-older", "befriending", "hospital-lifts", "dementia", "shared-meals"],
  "mental-health-forum": ["mental-health", "mens-sheds", "young-minds", "domestic-abuse"],
};

/** Local groups join the network of their place; every second one that works everywhere joins all five. */
export function memberRows(now: Date): TableRows {
  const today = londonDay(now);
  const joined = [
    ...places.flatMap(({ slug }) =>
      sector
        .filter((organisation, index) =>
          isSystemWide(organisation) ? index % 2 === 0 : placesOf(organisation).includes(slug),
        )
        .map((organisation) => ({ group: `${slug}-place-network`, organisation })),
    ),
    ...Object.entries(forumTopics).flatMap(([group, wanted]) =>
      sector
        .filter((organisation) => worksOn(organisation, wanted))
        .map((organisation) => ({ group, organisation })),
    ),
    ...sector.map((organisation) => ({ group: "vcse-assembly", organisation })),
  ];
  return rowsOf(
    members,
    joined.map(({ group, organisation }, index) => ({
      id: idOf(`member:${group}:${organisation.slug}`),
      groupId: groupId(group),
      organisationId: organisationId(organisation.slug),
      joinedOn: addDays(today, -(60 + ((index * 97) % 900))),
    })),
  );
}

function worksOn({ topics: own = [] }: DemoOrganisation, wanted: string[]): boolean {
  const all = new Set(
    topics
      .filter(({ slug }) => wanted.includes(slug))
      .flatMap((topic) => topic.terms.map(({ slug }) => slug)),
  );
  return own.some((slug) => wanted.includes(slug) || all.has(slug));
}
