import type { GroupKind } from "#db/vocabulary.ts";
import { type DistrictSlug, districts, type PlaceSlug, places } from "../places/places.ts";

export interface DemoGroup {
  slug: string;
  name: string;
  abbreviation?: string;
  kind: GroupKind;
  summary: string;
  /** None for bodies of the whole system. */
  places: PlaceSlug[];
  footprint: string;
  host: string;
  feedsInto: string[];
}

const system = { places: [], footprint: "norfolk-and-waveney" };

const systemGroups: DemoGroup[] = [
  {
    slug: "vcse-assembly",
    name: "Norfolk and Waveney VCSE Assembly",
    kind: "assembly",
    summary:
      "Every voluntary, community and social enterprise organisation in Norfolk and Waveney is welcome here. The Assembly listens to the place networks and forums, and speaks for the sector where decisions are made.",
    ...system,
    host: "norfolk-and-waveney-vcse-assembly",
    feedsInto: ["norfolk-and-waveney-icp"],
  },
  {
    slug: "vcse-assembly-steering-group",
    name: "VCSE Assembly Steering Group",
    kind: "steering-group",
    summary: "Plans the work of the Assembly between its meetings and looks after the network leads.",
    ...system,
    host: "norfolk-and-waveney-vcse-assembly",
    feedsInto: ["vcse-assembly"],
  },
  {
    slug: "norfolk-hwb",
    name: "Norfolk Health and Wellbeing Board",
    abbreviation: "HWB",
    kind: "health-and-wellbeing-board",
    summary:
      "Councils, the NHS, police and the voluntary sector leading work to improve the health and wellbeing of the people of Norfolk. It meets in public, and the public may ask questions.",
    places: [],
    footprint: "norfolk",
    host: "norfolk-county-council",
    feedsInto: [],
  },
  {
    slug: "norfolk-and-waveney-icp",
    name: "Norfolk and Waveney Integrated Care Partnership",
    abbreviation: "ICP",
    kind: "integrated-care-partnership",
    summary:
      "Partners from across Norfolk and Waveney who agree the integrated care strategy. It meets on the same day as the Norfolk Health and Wellbeing Board, and takes in Waveney, which lies in Suffolk.",
    ...system,
    host: "norfolk-county-council",
    feedsInto: [],
  },
];

const forums: DemoGroup[] = [
  {
    slug: "children-and-young-people-forum",
    name: "Children and Young People Forum",
    kind: "forum",
    summary:
      "Organisations that work with children, young people and families compare what they see and speak with one voice.",
    ...system,
    host: "community-voices-east",
    feedsInto: ["vcse-assembly"],
  },
  {
    slug: "older-people-forum",
    name: "Older People Forum",
    kind: "forum",
    summary:
      "For everyone who supports older people, from lunch clubs to home care: getting about, staying warm, staying in company.",
    ...system,
    host: "age-uk-norwich",
    feedsInto: ["vcse-assembly"],
  },
  {
    slug: "mental-health-forum",
    name: "Mental Health Forum",
    kind: "forum",
    summary:
      "Voluntary organisations that support people's mental health, and people who use them, working with the NHS on equal terms.",
    ...system,
    host: "rest-hub",
    feedsInto: ["vcse-assembly"],
  },
];

const inPlace = places.flatMap(({ slug, name }): DemoGroup[] => [
  {
    slug: `${slug}-place-network`,
    name: `${name} VCSE Place Network`,
    kind: "place-network",
    summary: `Voluntary groups, charities and social enterprises working in ${name}, of every size. The network finds gaps, shares what it sees, hears early of funding, and takes what matters to the Place Board and the partnerships.`,
    places: [slug],
    footprint: `place-${slug}`,
    host: "community-voices-east",
    feedsInto: [`${slug}-place-board`, ...partnershipsIn(slug), "vcse-assembly"],
  },
  {
    slug: `${slug}-place-board`,
    name: `${name} Place Board`,
    kind: "place-board",
    summary: `Brings the NHS, councils and the voluntary sector in ${name} together to join up services around people and to put money where it prevents harm.`,
    places: [slug],
    footprint: `place-${slug}`,
    host: "nhs-norfolk-and-waveney-icb",
    feedsInto: ["norfolk-and-waveney-icp", "norfolk-hwb"],
  },
]);

const partnershipNames: Record<DistrictSlug, [name: string, host: string]> = {
  breckland: ["Breckland Health and Wellbeing Partnership", "breckland-district-council"],
  broadland: ["Broadland Health and Wellbeing Partnership", "broadland-district-council"],
  "east-suffolk": ["Waveney Health and Wellbeing Partnership", "east-suffolk-council"],
  "great-yarmouth": ["Great Yarmouth Health and Wellbeing Partnership", "great-yarmouth-borough-council"],
  "kings-lynn-and-west-norfolk": [
    "King's Lynn and West Norfolk Health and Wellbeing Partnership",
    "kings-lynn-and-west-norfolk-borough-council",
  ],
  "north-norfolk": ["North Norfolk Health and Wellbeing Partnership", "north-norfolk-district-council"],
  norwich: ["Norwich Health and Wellbeing Partnership", "norwich-city-council"],
  "south-norfolk": ["South Norfolk Health and Wellbeing Partnership", "south-norfolk-district-council"],
};

const partnerships = districts.map((district): DemoGroup => {
  const [name, host] = partnershipNames[district.slug];
  const area =
    district.slug === "east-suffolk" ? "Lowestoft and the Waveney part of East Suffolk" : district.name;
  return {
    slug: `${district.slug}-partnership`,
    name,
    kind: "partnership",
    summary: `The district council, the NHS, the county council and local voluntary organisations working on what makes people well in ${area}: homes, work, food, company and green space.`,
    places: places.filter((place) => place.districts.includes(district.slug)).map((place) => place.slug),
    footprint: `district-${district.slug}`,
    host,
    // Waveney is in Suffolk: its people ask the ICP, not the Norfolk board.
    feedsInto:
      district.county === "Suffolk"
        ? ["norfolk-and-waveney-icp"]
        : ["norfolk-and-waveney-icp", "norfolk-hwb"],
  };
});

const workstream = (slug: string, name: string, host: string, summary: string): DemoGroup => ({
  slug: `norwich-${slug}`,
  name: `Norwich workstream: ${name}`,
  kind: "workstream",
  summary,
  places: ["norwich"],
  footprint: "district-norwich",
  host,
  feedsInto: ["norwich-partnership"],
});

/** The six workstreams of the Norwich partnership and who leads them (S0:189-211). */
const norwichWorkstreams: DemoGroup[] = [
  workstream("food-equity", "food equity", "the-feed", "Good food that people can afford, grow and cook."),
  workstream(
    "social-mobility",
    "social mobility",
    "business-in-the-community-norwich",
    "Chances for young people who face the most disadvantage.",
  ),
  workstream(
    "mental-health-and-social-isolation",
    "mental health and social isolation",
    "norwich-city-council",
    "Men over 16, children and young people, older people, and people whom services miss.",
  ),
  workstream("physical-activity", "physical activity", "active-norfolk", "Moving more, at every age."),
  workstream(
    "hearing-community-voices",
    "hearing community voices",
    "norwich-city-council",
    "Making sure that what residents say changes what is done.",
  ),
  workstream(
    "community-access-to-support",
    "community access to support",
    "future-projects",
    "Joined-up and equal access to help and activities.",
  ),
];

export const groups: DemoGroup[] = [
  ...systemGroups,
  ...forums,
  ...inPlace,
  ...partnerships,
  ...norwichWorkstreams,
];

function partnershipsIn(place: PlaceSlug): string[] {
  return places
    .filter(({ slug }) => slug === place)
    .flatMap((found) => found.districts.map((slug) => `${slug}-partnership`));
}
