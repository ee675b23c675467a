import {
  feedsInto,
  groupPlaces,
  groupRules,
  groups as groupTable,
  seats as seatTable,
  standingItems,
  themes,
  themeTerms,
} from "#db/schema/groups.ts";
import { personIdOf } from "../accounts.server.ts";
import { idOf } from "../identity.server.ts";
import { rowsOf, type TableRows } from "../insert.server.ts";
import { addDays, londonDay } from "../london-time.ts";
import { organisationId } from "../organisations/organisation-rows.server.ts";
import { footprintId, placeId } from "../places/place-rows.server.ts";
import { topicId } from "../topics/topic-rows.server.ts";
import { groupId, standingItemId } from "./group-id.server.ts";
import { type DemoGroup, groups } from "./groups.ts";
import { memberRows } from "./members.server.ts";
import { rulesByKind } from "./rules.ts";
import { type DemoSeat, hwbSeats, icpSeats, partnershipSeats, placeBoardSeats } from "./seats.ts";
import { type DemoStandingItem, standingByKind } from "./standing-items.ts";
import { type DemoTheme, norwichThemes } from "./themes.ts";

/** Groups with everything that hangs on them but their meetings. Needs organisations, topics and people. */
export function groupRows(now: Date): TableRows[] {
  const today = londonDay(now);
  return [
    ...bodyRows((group, index) => ({
      hostOrganisationId: organisationId(group.host),
      contactEmail: `${group.slug}@example.org`,
      termsReviewedOn: addDays(today, -(40 + ((index * 53) % 320))),
    })),
    rowsOf(seatTable, groups.flatMap(seatRows)),
    memberRows(now),
    ...themeRows(),
  ];
}

interface Invented {
  hostOrganisationId?: string;
  contactEmail?: string;
  termsReviewedOn?: string;
}

/** The bodies that there are, with their rules and standing items. Needs places; `invent` adds what the demonstration makes up. */
export function bodyRows(invent: (group: DemoGroup, index: number) => Invented = () => ({})): TableRows[] {
  return [
    rowsOf(
      groupTable,
      groups.map((group, index) => {
        const { hostOrganisationId = null, contactEmail = null } = invent(group, index);
        return { ...groupRow(group), hostOrganisationId, contactEmail };
      }),
    ),
    rowsOf(
      groupPlaces,
      groups.flatMap((group) =>
        group.places.map((place) => ({ groupId: groupId(group.slug), placeId: placeId(place) })),
      ),
    ),
    rowsOf(
      feedsInto,
      groups.flatMap((group) =>
        group.feedsInto.map((to) => ({ fromGroupId: groupId(group.slug), toGroupId: groupId(to) })),
      ),
    ),
    rowsOf(
      groupRules,
      groups.map((group, index) => ({
        groupId: groupId(group.slug),
        ...rulesByKind[group.kind],
        termsReviewedOn: invent(group, index).termsReviewedOn ?? null,
      })),
    ),
    rowsOf(standingItems, groups.flatMap(standingRows)),
  ];
}

function groupRow(group: DemoGroup) {
  const [place] = group.places;
  return {
    id: groupId(group.slug),
    slug: group.slug,
    name: group.name,
    abbreviation: group.abbreviation ?? null,
    kind: group.kind,
    summary: group.summary,
    placeId: place && group.places.length === 1 ? placeId(place) : null,
    footprintId: footprintId(group.footprint),
  };
}

function standingRows({ slug, kind }: DemoGroup) {
  const { opening, closing } = standingByKind[kind];
  const row = (atEnd: boolean) => (item: DemoStandingItem, position: number) => ({
    id: standingItemId(slug, atEnd, position + 1),
    groupId: groupId(slug),
    position: position + 1,
    atEnd,
    title: item.title,
    type: item.type,
    purpose: item.purpose ?? null,
    lead: item.lead ?? null,
  });
  return [...opening.map(row(false)), ...closing.map(row(true))];
}

function seatRows(group: DemoGroup) {
  return seatsOf(group).map((seat, index) => {
    const isDemoLead = group.slug === "norwich-place-board" && seat.roleTitle === "VCSE Place Network lead";
    return {
      id: idOf(`seat:${group.slug}:${index + 1}`),
      groupId: groupId(group.slug),
      seatNumber: index + 1,
      organisationId: seat.organisation ? organisationId(seat.organisation) : null,
      roleTitle: seat.roleTitle,
      personId: isDemoLead ? personIdOf("lead@example.org") : null,
      deputyName: seat.deputy ?? null,
      isStatutory: seat.isStatutory ?? false,
      isChair: seat.isChair ?? false,
      isJointMember: seat.isJoint ?? false,
      heldFrom: "2022-04-01",
    };
  });
}

function seatsOf(group: DemoGroup): DemoSeat[] {
  const [place] = group.places;
  if (group.kind === "health-and-wellbeing-board") return hwbSeats;
  if (group.kind === "integrated-care-partnership") return icpSeats;
  if (group.kind === "place-board" && place) return placeBoardSeats(place);
  if (group.kind === "partnership") return partnershipSeats(group.host, sectorOn[group.slug] ?? []);
  return [];
}

/** Voluntary organisations that sit on a district's partnership. */
const sectorOn: Record<string, string[]> = {
  "breckland-partnership": ["bem-vindos-thetford", "attleborough-youth-shack", "dereham-baby-bank"],
  "broadland-partnership": ["aylsham-carers-circle", "reepham-learning-room", "sprowston-and-catton-lifts"],
  "east-suffolk-partnership": ["kirkley-kitchen-table", "lowestoft-launch-pad", "bungay-black-dog-shed"],
  "great-yarmouth-partnership": ["harbour-night-shelter", "mulheres-unidas", "map"],
  "kings-lynn-and-west-norfolk-partnership": ["lynn-lighthouse-pantry", "fenland-families", "gaywood-grove"],
  "north-norfolk-partnership": [
    "cromer-pier-neighbours",
    "north-walsham-good-neighbours",
    "holt-memory-lane",
  ],
  "norwich-partnership": ["the-feed", "future-projects", "active-norfolk", "age-uk-norwich", "menscraft"],
  "south-norfolk-partnership": [
    "chet-valley-good-neighbours",
    "south-norfolk-rural-wheels",
    "harleston-table",
  ],
};

function themeRows(): TableRows[] {
  const all = norwichThemes.flatMap((theme, position) => [
    { theme: theme as Omit<DemoTheme, "workstreams">, position, parentId: null },
    ...theme.workstreams.map((workstream, under) => ({
      theme: workstream,
      position: under,
      parentId: themeId(theme.name),
    })),
  ]);
  return [
    rowsOf(
      themes,
      all.map(({ theme, position, parentId }) => ({
        id: themeId(theme.name),
        groupId: groupId("norwich-partnership"),
        parentId,
        position,
        name: theme.name,
        summary: theme.summary,
        lead: theme.lead,
        validFrom: "2023-04-01",
      })),
    ),
    rowsOf(
      themeTerms,
      all.flatMap(({ theme }) =>
        theme.topics.map((topic) => ({ themeId: themeId(theme.name), termId: topicId(topic) })),
      ),
    ),
  ];
}

const themeId = (name: string) => idOf(`theme:norwich-partnership:${name}`);
