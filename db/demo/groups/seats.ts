import type { PlaceSlug } from "../places/places.ts";

export interface DemoSeat {
  /** Left out where no single organisation holds it, as with primary care. */
  organisation?: string;
  roleTitle: string;
  isStatutory?: true;
  isChair?: true;
  /** Holds the same seat on the other of the two bodies. */
  isJoint?: true;
  deputy?: string;
}

const seat = (organisation: string, roleTitle: string, more: Partial<DemoSeat> = {}): DemoSeat => ({
  organisation,
  roleTitle,
  ...more,
});

const joint = { isJoint: true } as const;
const ncc = "norfolk-county-council";
const icb = "nhs-norfolk-and-waveney-icb";
const assembly = "norfolk-and-waveney-vcse-assembly";

/** The 38 seats of Appendix A in its order (S1:3467-3510). Roles, never people. */
export const icpSeats: DemoSeat[] = [
  seat("kings-lynn-and-west-norfolk-borough-council", "Elected member", joint),
  seat("breckland-district-council", "Elected member", joint),
  seat("broadland-district-council", "Elected member", joint),
  seat("cambridgeshire-community-services", "Chief Executive", joint),
  seat(assembly, "Chair of the Voluntary Sector Assembly"),
  seat("east-coast-community-healthcare", "Chief Executive", joint),
  seat("east-of-england-ambulance-service", "Director", joint),
  seat("east-suffolk-council", "Elected member", joint),
  seat("great-yarmouth-borough-council", "Elected member", joint),
  seat("healthwatch-norfolk", "Chair", joint),
  seat("james-paget-university-hospitals", "Chair", joint),
  seat("norfolk-care-association", "Chair", joint),
  seat("norfolk-community-health-and-care", "Chair", joint),
  seat("norfolk-constabulary", "Assistant Chief Constable", joint),
  seat(ncc, "Cabinet member for Adult Social Care, Public Health and Prevention", {
    ...joint,
    isChair: true,
  }),
  seat(ncc, "Cabinet member for Children's Services and Education", joint),
  seat(ncc, "Director of Public Health", joint),
  seat(ncc, "Executive Director, Adult Social Services", joint),
  seat(ncc, "Executive Director, Children's Services", joint),
  seat(ncc, "Leader (nominee)", joint),
  seat("norfolk-and-norwich-university-hospitals", "Chair", joint),
  seat("norfolk-and-suffolk-nhs-foundation-trust", "Chief Executive", joint),
  seat(icb, "Chair", joint),
  seat(icb, "Chief Executive Officer", joint),
  seat("north-norfolk-district-council", "Elected member", joint),
  seat("norwich-city-council", "Elected member", joint),
  seat("police-and-crime-commissioner-for-norfolk", "Police and Crime Commissioner", joint),
  { roleTitle: "Primary care representative (1)" },
  { roleTitle: "Primary care representative (2)" },
  { roleTitle: "Primary care representative (3)" },
  { roleTitle: "Primary care representative (4)" },
  { roleTitle: "Primary care representative (5)" },
  seat("queen-elizabeth-hospital-kings-lynn", "Chief Executive", joint),
  seat("south-norfolk-district-council", "Elected member", joint),
  seat("suffolk-county-council", "Cabinet Member for Adult Care"),
  seat("suffolk-county-council", "Executive Director of People Services"),
  seat("map", "Voluntary sector representative (1)", joint),
  seat("age-uk-norwich", "Voluntary sector representative (2)", joint),
];

const statutoryTitles = new Set([
  "Director of Public Health",
  "Executive Director, Adult Social Services",
  "Executive Director, Children's Services",
]);

/** The Norfolk board has the same members but for Suffolk, primary care and the Assembly's chair, and a third from the sector (S1:5-12). */
export const hwbSeats: DemoSeat[] = [
  ...icpSeats
    .filter((held) => held.isJoint)
    .map((held): DemoSeat => {
      const statutory = statutoryTitles.has(held.roleTitle) || held.organisation === "healthwatch-norfolk";
      return statutory ? { ...held, isStatutory: true } : held;
    }),
  seat("benjamin-foundation", "Voluntary sector representative (3)"),
];

const hospitals: Record<PlaceSlug, string> = {
  "north-norfolk": "norfolk-and-norwich-university-hospitals",
  "south-norfolk": "norfolk-and-norwich-university-hospitals",
  norwich: "norfolk-and-norwich-university-hospitals",
  "west-norfolk": "queen-elizabeth-hospital-kings-lynn",
  "great-yarmouth-and-waveney": "james-paget-university-hospitals",
};

const councils: Record<PlaceSlug, string[]> = {
  "north-norfolk": ["north-norfolk-district-council", "broadland-district-council"],
  "south-norfolk": ["south-norfolk-district-council", "breckland-district-council"],
  norwich: ["norwich-city-council", "broadland-district-council"],
  "west-norfolk": ["kings-lynn-and-west-norfolk-borough-council", "breckland-district-council"],
  "great-yarmouth-and-waveney": ["great-yarmouth-borough-council", "east-suffolk-council"],
};

/** A Place Board: the NHS, the councils of the place, and the place network in the sector's seat. */
export function placeBoardSeats(place: PlaceSlug): DemoSeat[] {
  const community =
    place === "great-yarmouth-and-waveney"
      ? "east-coast-community-healthcare"
      : "norfolk-community-health-and-care";
  return [
    seat(icb, "Place Director", { isChair: true, deputy: "Head of Primary Care Partnerships" }),
    { roleTitle: "Primary care network clinical director" },
    seat(hospitals[place], "Director of Strategy"),
    seat(community, "Place Operations Director"),
    seat("norfolk-and-suffolk-nhs-foundation-trust", "Service Director"),
    seat(ncc, "Head of Operations, Adult Social Services"),
    ...councils[place].map((council) => seat(council, "Head of Communities and Health")),
    seat("community-voices-east", "VCSE Place Network lead", { deputy: "Deputy network lead" }),
    seat("healthwatch-norfolk", "Engagement Manager"),
  ];
}

/** A district's partnership; `sector` are the voluntary organisations that sit on it. */
export function partnershipSeats(council: string, sector: string[]): DemoSeat[] {
  return [
    seat(council, "Portfolio holder for communities and wellbeing", { isChair: true }),
    seat(council, "Health and wellbeing partnership co-ordinator"),
    seat(icb, "Locality partnership manager"),
    seat(council === "east-suffolk-council" ? "suffolk-county-council" : ncc, "Public health lead"),
    seat("community-voices-east", "VCSE Place Network lead"),
    ...sector.map((organisation) => seat(organisation, "Voluntary sector member")),
  ];
}
