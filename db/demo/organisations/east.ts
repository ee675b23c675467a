import type { DemoOrganisation } from "./organisation.ts";

const yarmouth: Pick<DemoOrganisation, "places" | "districts"> = {
  places: ["great-yarmouth-and-waveney"],
  districts: ["great-yarmouth"],
};
const waveney: Pick<DemoOrganisation, "places" | "districts"> = {
  places: ["great-yarmouth-and-waveney"],
  districts: ["east-suffolk"],
};

/** Invented groups of Great Yarmouth and Waveney. */
export const eastOrganisations: DemoOrganisation[] = [
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
