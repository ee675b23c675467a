import type { DemoOrganisation } from "./organisation.ts";

const inNorwich: Pick<DemoOrganisation, "places" | "districts"> = {
  places: ["norwich"],
  districts: ["norwich"],
};

/** Invented groups of the city and its suburbs. */
export const norwichOrganisations: DemoOrganisation[] = [
  {
    slug: "magdalen-street-neighbours",
    name: "Magdalen Street Neighbours",
    kind: "community-group",
    description:
      "Shopkeepers, tenants and a retired postman who opened a room above the launderette because winter was coming and people were sitting alone in cold flats. It is still open.",
    ...inNorwich,
    helps: "Anybody who would rather not sit alone: tenants, shopkeepers, people passing through.",
    topics: ["somewhere-to-go", "shared-meals"],
    formerNames: [["Room Above the Launderette", "2023-11-30"]],
    confirmedDaysAgo: 5,
  },
  {
    slug: "st-augustines-welcome",
    name: "St Augustine's Welcome",
    kind: "faith-group",
    description:
      "The parish's open door: a hall with heating, a kitchen with a big kettle, and no sermon unless you ask.",
    ...inNorwich,
    topics: ["coffee-and-chat", "faith-and-culture"],
    confirmedDaysAgo: 10,
  },
  {
    slug: "sewell-park-friends",
    name: "Sewell Park Friends",
    kind: "community-group",
    description:
      "Two neighbours, one wheelbarrow and a key to the park gate. We garden on Saturdays and talk to whoever comes.",
    ...inNorwich,
    topics: ["nature-and-gardens"],
    hasWebsite: false,
    email: null,
    confirmedDaysAgo: 70,
  },
  {
    slug: "heartsease-larder",
    name: "Heartsease Community Larder",
    kind: "charity",
    description:
      "Good surplus food at a price people can pay, and someone by the door who knows where to go for everything else.",
    ...inNorwich,
    topics: ["pantries", "food-banks"],
    identifiers: [["GB-CHC", "9000104"]],
    confirmedDaysAgo: 7,
  },
  {
    slug: "mile-cross-together",
    name: "Mile Cross Together CIC",
    kind: "cic",
    description: "Residents of Mile Cross running their own advice, youth nights and Christmas lights.",
    ...inNorwich,
    topics: ["general-advice", "youth-clubs"],
    identifiers: [["GB-COH", "99000105"]],
    confirmedDaysAgo: 185,
  },
  {
    slug: "lakenham-bike-kitchen",
    name: "Lakenham Bike Kitchen",
    kind: "social-enterprise",
    description: "Old bikes in, mended bikes out. The stew on the stove is free while you wait.",
    ...inNorwich,
    topics: ["bikes-and-scooters", "repair-and-reuse"],
    confirmedDaysAgo: 185,
  },
  {
    slug: "wensum-welcome",
    name: "Wensum Welcome",
    kind: "charity",
    description: "Friendship, English and practical help for people who came to Norwich to be safe.",
    ...inNorwich,
    topics: ["immigration", "english"],
    identifiers: [["GB-CHC", "9000107"]],
    confirmedDaysAgo: 12,
  },
  {
    slug: "norvico-lietuviu-bendruomene",
    name: "Norvičo lietuvių bendruomenė",
    kind: "community-group",
    description:
      "The Lithuanian community of Norwich: Saturday school, dancing, and help with forms in both languages.",
    ...inNorwich,
    topics: ["faith-and-culture", "general-advice"],
    confirmedDaysAgo: 46,
  },
  {
    slug: "cor-cymry-norwich",
    name: "Côr Cymry Norwich – Tŷ'r Gân",
    kind: "community-group",
    description:
      "A Welsh choir a long way from home. You need not be Welsh, or able to read music; you need to turn up.",
    ...inNorwich,
    topics: ["music-and-singing"],
    confirmedDaysAgo: 225,
  },
  {
    slug: "sign-and-sip",
    name: "Sign & Sip",
    kind: "community-group",
    description:
      "Deaf people, hearing friends and learners of British Sign Language around one long café table.",
    ...inNorwich,
    topics: ["deaf-and-blind"],
    confirmedDaysAgo: 21,
  },
  {
    slug: "thorpe-hamlet-repair-cafe",
    name: "Thorpe Hamlet Repair Café",
    kind: "community-group",
    description: "Toasters, trousers and table legs mended while you watch, by people who enjoy it.",
    ...inNorwich,
    topics: ["repair-and-reuse"],
    confirmedDaysAgo: 26,
  },
  {
    slug: "rainbow-lanes",
    name: "Rainbow Lanes",
    kind: "charity",
    description: "Company, advice and celebration for LGBT+ people of every age in and around Norwich.",
    places: ["norwich", "south-norfolk"],
    districts: ["norwich", "south-norfolk", "broadland"],
    topics: ["peer-support", "company"],
    identifiers: [["GB-CHC", "9000112"]],
    confirmedDaysAgo: 23,
  },
  {
    slug: "earlham-advice-shop",
    name: "Earlham Advice Shop",
    kind: "charity",
    description:
      "Benefits, debt and housing advice between the chemist and the chip shop, three days a week for thirty years.",
    places: ["norwich"],
    districts: ["norwich", "south-norfolk"],
    topics: ["general-advice", "debt", "benefits", "tenancy"],
    identifiers: [["GB-CHC", "9000113"]],
    formerNames: [
      ["West Norwich Claimants' Union", "1999-12-31"],
      ["Earlham Law & Money Shop", "2014-09-01"],
    ],
    confirmedDaysAgo: 6,
  },
  {
    slug: "quiet-minds",
    name: "Quiet Minds CIC",
    kind: "cic",
    description:
      "Low-cost counselling from people in their last year of training, closely supervised, in rooms that do not look like a clinic.",
    places: ["norwich"],
    districts: ["norwich", "broadland"],
    topics: ["talking", "bereavement"],
    identifiers: [["GB-COH", "99000114"]],
    confirmedDaysAgo: 36,
  },
  {
    slug: "bowthorpe-growing-together",
    name: "Bowthorpe Growing Together",
    kind: "community-group",
    description:
      "Three raised beds behind the health centre became an orchard, a shed and a reason to get up on a Wednesday.",
    ...inNorwich,
    topics: ["nature-and-gardens", "cooking"],
    confirmedDaysAgo: 49,
  },
  {
    slug: "sprowston-and-catton-lifts",
    name: "Sprowston & Catton Lifts",
    kind: "charity",
    description:
      "Forty volunteer drivers and one telephone. We have taken people to hospital from NR3, NR6 and NR7 since 1987.",
    places: ["norwich"],
    districts: ["norwich", "broadland"],
    topics: ["hospital-lifts"],
    identifiers: [["GB-CHC", "9000116"]],
    confirmedDaysAgo: 19,
  },
];
