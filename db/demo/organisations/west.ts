import type { DemoOrganisation } from "./organisation.ts";

const lynn: Pick<DemoOrganisation, "places" | "districts"> = {
  places: ["west-norfolk"],
  districts: ["kings-lynn-and-west-norfolk"],
};
const brecks: Pick<DemoOrganisation, "places" | "districts"> = {
  places: ["west-norfolk"],
  districts: ["breckland"],
};

/** Invented groups of West Norfolk. */
export const westOrganisations: DemoOrganisation[] = [
  {
    slug: "lynn-lighthouse-pantry",
    name: "Lynn Lighthouse Pantry",
    kind: "charity",
    description:
      "A members' food shop in North Lynn with a café, a uniform rail and a debt adviser in the corner.",
    ...lynn,
    topics: ["pantries", "debt", "grants-for-people"],
    identifiers: [["GB-CHC", "9000301"]],
    confirmedDaysAgo: 10,
  },
  {
    slug: "st-nicholas-night-kitchen",
    name: "St Nicholas' Night Kitchen",
    kind: "faith-group",
    description:
      "Hot food and a dry floor for people sleeping rough in King's Lynn, every night from November to March.",
    ...lynn,
    topics: ["homelessness", "shared-meals"],
    confirmedDaysAgo: 21,
  },
  {
    slug: "hunstanton-tideline",
    name: "Hunstanton Tideline",
    kind: "community-group",
    description:
      "Swimmers, walkers and watchers of sunsets, most of them past seventy and none of them quiet.",
    ...lynn,
    topics: ["walking", "sport"],
    confirmedDaysAgo: 37,
  },
  {
    slug: "swaffham-stitchers",
    name: "Swaffham Stitchers",
    kind: "community-group",
    description: "Sewing, knitting, mending and setting the world to rights on Tuesday mornings.",
    ...brecks,
    topics: ["arts-and-crafts", "coffee-and-chat"],
    hasWebsite: false,
    confirmedDaysAgo: 58,
  },
  {
    slug: "downham-money-matters",
    name: "Downham Money Matters",
    kind: "charity",
    description:
      "Free debt and benefits help in Downham Market and out in the villages, by appointment or at the kitchen table.",
    ...lynn,
    topics: ["debt", "benefits", "banking"],
    identifiers: [["GB-CHC", "9000305"]],
    confirmedDaysAgo: 16,
  },
  {
    slug: "fenland-families",
    name: "Fenland Families CIC",
    kind: "cic",
    description:
      "Stay-and-play, parenting courses and a minibus, because in the Fens the nearest toddler group can be nine miles off.",
    ...lynn,
    topics: ["baby-and-toddler", "parenting", "school-holidays"],
    identifiers: [["GB-COH", "99000306"]],
    confirmedDaysAgo: 26,
  },
  {
    slug: "baltijos-tiltas",
    name: "Baltijos tiltas – Baltic Bridge",
    kind: "community-group",
    description:
      "Lithuanian, Latvian and Polish neighbours in King's Lynn helping one another, and everyone else, with papers, school and work.",
    ...lynn,
    topics: ["immigration", "english", "faith-and-culture"],
    confirmedDaysAgo: 33,
  },
  {
    slug: "bem-vindos-thetford",
    name: "Bem-vindos, Thetford",
    kind: "charity",
    description:
      "Started by Portuguese-speaking families in Thetford; now forty volunteers with nine languages between them.",
    ...brecks,
    topics: ["immigration", "general-advice", "youth-clubs"],
    identifiers: [["GB-CHC", "9000308"]],
    confirmedDaysAgo: 20,
  },
  {
    slug: "marshland-wheels",
    name: "Marshland Wheels",
    kind: "charity",
    description: "Community cars for the villages west of the Ouse.",
    ...lynn,
    topics: ["hospital-lifts", "community-buses"],
    identifiers: [["GB-CHC", "9000309"]],
    confirmedDaysAgo: 29,
  },
  {
    slug: "two-chairs-and-a-flask",
    name: "Two Chairs and a Flask",
    kind: "community-group",
    description:
      "Two of us in Terrington St Clement. We put out chairs by the church wall, pour tea and listen. That is the whole of it.",
    ...lynn,
    topics: ["coffee-and-chat"],
    hasWebsite: false,
    email: null,
    confirmedDaysAgo: 95,
  },
  {
    slug: "heacham-hearing-help",
    name: "Heacham Hearing Help",
    kind: "community-group",
    description: "Volunteers who clean, re-tube and explain hearing aids in village halls along the coast.",
    ...lynn,
    topics: ["deaf-and-blind"],
    confirmedDaysAgo: 41,
  },
  {
    slug: "gaywood-grove",
    name: "Gaywood Grove",
    kind: "charity",
    description:
      "A walled garden in King's Lynn where people whose minds are tired grow vegetables and get better slowly.",
    ...lynn,
    topics: ["nature-and-gardens", "mental-health", "learning-disability"],
    identifiers: [["GB-CHC", "9000312"]],
    confirmedDaysAgo: 24,
  },
];
