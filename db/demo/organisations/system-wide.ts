import type { DemoOrganisation } from "./organisation.ts";

/** Invented organisations that work across the whole of Norfolk and Waveney. */
export const systemWideOrganisations: DemoOrganisation[] = [
  {
    slug: "community-voices-east",
    name: "Community Voices East",
    kind: "infrastructure-body",
    description:
      "Helps small groups to start, stay legal, find money and be heard; hosts the five place networks.",
    topics: ["speaking-up", "volunteering-to-work"],
    identifiers: [["GB-CHC", "9000501"]],
    formerNames: [["East Anglian Council for Voluntary Action", "2017-03-31"]],
    confirmedDaysAgo: 4,
  },
  {
    slug: "night-line-norfolk",
    name: "Night Line Norfolk & Waveney",
    kind: "charity",
    description: "Volunteers who answer the telephone between nine at night and six in the morning.",
    topics: ["crisis", "talking"],
    identifiers: [["GB-CHC", "9000502"]],
    worksOnline: true,
    isTrusted: true,
    confirmedDaysAgo: 6,
  },
  {
    slug: "norfolk-autism-collective",
    name: "Norfolk & Waveney Autism Collective",
    kind: "cic",
    description:
      "Run by autistic people: advice while you wait, groups that are not too loud, and training for those who need it more than we do.",
    topics: ["autism-and-adhd", "peer-support"],
    identifiers: [["GB-COH", "99000503"]],
    confirmedDaysAgo: 12,
  },
  {
    slug: "broads-breakfast",
    name: "Broads Veterans' Breakfast",
    kind: "community-group",
    description: "A fry-up once a week in five towns, for anyone who served and anyone who waited for them.",
    topics: ["peer-support", "shared-meals"],
    confirmedDaysAgo: 45,
  },
  {
    slug: "harbour-and-haven",
    name: "Harbour & Haven",
    kind: "charity",
    description:
      "Refuges and outreach for women, men and children leaving abuse. We do not publish where we are.",
    topics: ["domestic-abuse"],
    identifiers: [["GB-CHC", "9000505"]],
    addressIsHidden: true,
    confirmedDaysAgo: 9,
  },
  {
    slug: "furrow",
    name: "Furrow: farm families' support",
    kind: "charity",
    description:
      "For people who work the land. We come to the yard, and we know what a bad harvest does to a house.",
    topics: ["mental-health", "debt"],
    identifiers: [["GB-CHC", "9000506"]],
    confirmedDaysAgo: 55,
  },
  {
    slug: "young-carers-east",
    name: "Young Carers East",
    kind: "charity",
    description:
      "Time off, someone to talk to and a word with your school, for children who look after somebody.",
    topics: ["young-carers"],
    identifiers: [["GB-CHC", "9000507"]],
    confirmedDaysAgo: 18,
  },
  {
    slug: "anchor-street-credit-union",
    name: "Anchor Street Credit Union",
    kind: "company",
    description: "Savings and fair small loans, owned by the people who use it.",
    topics: ["banking"],
    identifiers: [["GB-MPR", "99000508"]],
    confirmedDaysAgo: 62,
  },
  {
    slug: "old-lynn-road-day-club",
    name: "Old Lynn Road Day Club",
    kind: "charity",
    description: "Closed when its hall was sold; kept here so that old addresses still lead somewhere.",
    places: ["west-norfolk"],
    districts: ["breckland"],
    state: "archived",
    confirmedDaysAgo: 900,
  },
];
