import type { DemoOrganisation } from "./organisation.ts";

const lynn: Pick<DemoOrganisation, "places" | "districts"> = {
  places: ["west-norfolk"],
  districts: ["kings-lynn-and-west-norfolk"],
};
const brecks: Pick<DemoOrganisation, "places" | "districts"> = {
  places: ["west-norfolk"],
  districts: ["breckland"],
};
const yarmouth: Pick<DemoOrganisation, "places" | "districts"> = {
  places: ["great-yarmouth-and-waveney"],
  districts: ["great-yarmouth"],
};
const waveney: Pick<DemoOrganisation, "places" | "districts"> = {
  places: ["great-yarmouth-and-waveney"],
  districts: ["east-suffolk"],
};

/** Invented groups of West Norfolk, and of Great Yarmouth and Waveney. */
export const westAndEastOrganisations: DemoOrganisation[] = [
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
  {
    slug: "kirkley-kitchen-table",
    name: "Kirkley Kitchen Table",
    kind: "charity",
    description:
      "Cheap food, free lunches and cookery lessons a street back from the sea in south Lowestoft.",
    ...waveney,
    topics: ["pantries", "cooking", "shared-meals"],
    identifiers: [["GB-CHC", "9000401"]],
    confirmedDaysAgo: 8,
  },
  {
    slug: "gorleston-cliff-striders",
    name: "Gorleston Cliff Striders",
    kind: "community-group",
    description: "Walks of thirty, sixty and ninety minutes along the cliff, with a café at the end of each.",
    ...yarmouth,
    topics: ["walking"],
    confirmedDaysAgo: 17,
  },
  {
    slug: "mulheres-unidas",
    name: "Mulheres Unidas – Women United",
    kind: "community-group",
    description:
      "Portuguese-speaking women of Great Yarmouth: conversation, sewing, and someone to come to the appointment with you.",
    ...yarmouth,
    topics: ["english", "company"],
    confirmedDaysAgo: 43,
  },
  {
    slug: "harbour-night-shelter",
    name: "Harbour Night Shelter",
    kind: "charity",
    description:
      "Fourteen beds, a kitchen and a key worker for people with nowhere to sleep in Great Yarmouth.",
    ...yarmouth,
    topics: ["homelessness", "supported-housing"],
    identifiers: [["GB-CHC", "9000404"]],
    formerNames: [["Yarmouth Churches' Winter Beds", "2019-10-31"]],
    confirmedDaysAgo: 14,
  },
  {
    slug: "bungay-black-dog-shed",
    name: "Bungay Black Dog Shed",
    kind: "community-group",
    description:
      "Named for the legend and for the mood. A workshop for people who find it easier to talk with a chisel in hand.",
    ...waveney,
    topics: ["mens-sheds", "peer-support"],
    confirmedDaysAgo: 35,
  },
  {
    slug: "halesworth-volunteer-drivers",
    name: "Halesworth Volunteer Drivers",
    kind: "charity",
    description:
      "Door-to-door lifts from Halesworth, Southwold and the villages to wherever the appointment is.",
    ...waveney,
    topics: ["hospital-lifts"],
    identifiers: [["GB-CHC", "9000406"]],
    confirmedDaysAgo: 48,
  },
  {
    slug: "southwold-memory-cafe",
    name: "Southwold & Reydon Memory Café",
    kind: "community-group",
    description: "Tea, old songs and straight answers about dementia, twice a month.",
    ...waveney,
    topics: ["dementia"],
    confirmedDaysAgo: 230,
  },
  {
    slug: "beccles-bumps-and-babies",
    name: "Beccles Bumps & Babies",
    kind: "community-group",
    description:
      "Begun by five women on one antenatal course; now the whole of the Quaker meeting house on a Monday.",
    ...waveney,
    topics: ["baby-and-toddler"],
    confirmedDaysAgo: 27,
  },
  {
    slug: "caister-bereavement-friends",
    name: "Caister Bereavement Friends",
    kind: "community-group",
    description:
      "Nobody should have to walk back into an empty house and stay there. We meet, we walk, we eat chips.",
    ...yarmouth,
    topics: ["bereavement"],
    confirmedDaysAgo: 31,
  },
  {
    slug: "lowestoft-launch-pad",
    name: "Lowestoft Launch Pad",
    kind: "social-enterprise",
    description:
      "First jobs, job clubs and tea for people under 25 and for people over 50 who thought they were finished.",
    ...waveney,
    topics: ["finding-work", "first-steps", "computers"],
    identifiers: [["GB-COH", "99000410"]],
    confirmedDaysAgo: 19,
  },
];
