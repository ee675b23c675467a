import type { DistrictSlug, PlaceSlug } from "../places/places.ts";
import type { DemoOrganisation } from "./organisation.ts";

const everywhere: Pick<DemoOrganisation, "places" | "districts"> = {};

const council = (
  slug: string,
  name: string,
  inPlaces: PlaceSlug[],
  inDistricts: DistrictSlug[],
  description: string,
): DemoOrganisation => ({
  slug,
  name,
  kind: "council",
  description,
  places: inPlaces,
  districts: inDistricts,
  confirmedDaysAgo: 40,
});

const nhs = (slug: string, name: string, description: string, where = everywhere): DemoOrganisation => ({
  slug,
  name,
  kind: "nhs",
  description,
  ...where,
  topics: ["health"],
  confirmedDaysAgo: 60,
});

/** Bodies that hold seats: councils, NHS bodies and others named in the papers of 28 April 2022. */
export const publicBodies: DemoOrganisation[] = [
  council(
    "norfolk-county-council",
    "Norfolk County Council",
    ["north-norfolk", "south-norfolk", "norwich", "west-norfolk", "great-yarmouth-and-waveney"],
    [
      "breckland",
      "broadland",
      "great-yarmouth",
      "kings-lynn-and-west-norfolk",
      "north-norfolk",
      "norwich",
      "south-norfolk",
    ],
    "Adult social care, children's services, public health, libraries and transport across Norfolk.",
  ),
  council(
    "suffolk-county-council",
    "Suffolk County Council",
    ["great-yarmouth-and-waveney"],
    ["east-suffolk"],
    "Social care, public health and libraries in Suffolk; for this system, in the Waveney part of East Suffolk.",
  ),
  council(
    "kings-lynn-and-west-norfolk-borough-council",
    "Borough Council of King's Lynn & West Norfolk",
    ["west-norfolk"],
    ["kings-lynn-and-west-norfolk"],
    "Housing, benefits, leisure and community safety in King's Lynn and West Norfolk; host of the local health and wellbeing partnership.",
  ),
  council(
    "breckland-district-council",
    "Breckland District Council",
    ["south-norfolk", "west-norfolk"],
    ["breckland"],
    "Housing, benefits and community grants in Attleborough, Dereham, Swaffham, Thetford, Watton and the villages between them.",
  ),
  council(
    "broadland-district-council",
    "Broadland District Council",
    ["north-norfolk", "norwich"],
    ["broadland"],
    "Housing, early help and community connectors north and east of Norwich, from Aylsham to Acle.",
  ),
  council(
    "east-suffolk-council",
    "East Suffolk Council",
    ["great-yarmouth-and-waveney"],
    ["east-suffolk"],
    "Housing, leisure and community partnerships in Lowestoft, Beccles, Bungay, Halesworth and Southwold.",
  ),
  council(
    "great-yarmouth-borough-council",
    "Great Yarmouth Borough Council",
    ["great-yarmouth-and-waveney"],
    ["great-yarmouth"],
    "Housing, benefits and neighbourhood teams in Great Yarmouth, Gorleston, Caister and the villages.",
  ),
  council(
    "north-norfolk-district-council",
    "North Norfolk District Council",
    ["north-norfolk"],
    ["north-norfolk"],
    "Housing, benefits, social prescribing and community grants from Wells to Stalham.",
  ),
  council(
    "norwich-city-council",
    "Norwich City Council",
    ["norwich"],
    ["norwich"],
    "Housing, community conversations, parks and leisure in the city; co-ordinates the Norwich Health and Wellbeing Partnership.",
  ),
  council(
    "south-norfolk-district-council",
    "South Norfolk District Council",
    ["south-norfolk", "norwich"],
    ["south-norfolk"],
    "Housing, early help, leisure centres and community connectors in South Norfolk.",
  ),
  nhs(
    "nhs-norfolk-and-waveney-icb",
    "NHS Norfolk and Waveney Integrated Care Board",
    "Plans and pays for most NHS services in Norfolk and Waveney, and works with partners in five places.",
  ),
  nhs(
    "norfolk-and-norwich-university-hospitals",
    "Norfolk and Norwich University Hospitals NHS Foundation Trust",
    "The county's largest hospital, on the Norwich Research Park, and Cromer and District Hospital.",
    { places: ["norwich", "south-norfolk", "north-norfolk"] },
  ),
  nhs(
    "james-paget-university-hospitals",
    "James Paget University Hospitals NHS Foundation Trust",
    "The general hospital at Gorleston, serving Great Yarmouth and Waveney.",
    { places: ["great-yarmouth-and-waveney"] },
  ),
  nhs(
    "queen-elizabeth-hospital-kings-lynn",
    "Queen Elizabeth Hospital King's Lynn NHS Foundation Trust",
    "The general hospital at King's Lynn, serving West Norfolk and the Fens.",
    { places: ["west-norfolk"] },
  ),
  nhs(
    "norfolk-community-health-and-care",
    "Norfolk Community Health and Care NHS Trust",
    "District nurses, therapists, community hospitals and stop-smoking advice in Norfolk.",
    { places: ["norwich", "south-norfolk", "north-norfolk", "west-norfolk"] },
  ),
  nhs(
    "norfolk-and-suffolk-nhs-foundation-trust",
    "Norfolk and Suffolk NHS Foundation Trust",
    "Mental health and learning disability services in Norfolk and Suffolk.",
  ),
  nhs(
    "cambridgeshire-community-services",
    "Cambridgeshire Community Services NHS Trust",
    "Health visitors, school nurses and sexual health clinics in Norfolk.",
  ),
  nhs(
    "east-of-england-ambulance-service",
    "East of England Ambulance Service NHS Trust",
    "Emergency and patient transport services in six counties.",
  ),
  {
    slug: "east-coast-community-healthcare",
    name: "East Coast Community Healthcare CIC",
    kind: "cic",
    description:
      "A staff-owned company that provides community nursing and therapy in Great Yarmouth and Waveney.",
    places: ["great-yarmouth-and-waveney"],
    districts: ["great-yarmouth", "east-suffolk"],
    topics: ["health"],
    confirmedDaysAgo: 75,
  },
  {
    slug: "norfolk-constabulary",
    name: "Norfolk Constabulary",
    kind: "public-body",
    description:
      "The police force of Norfolk, with beat managers and youth engagement officers in each district.",
    topics: ["victims"],
    confirmedDaysAgo: 90,
  },
  {
    slug: "police-and-crime-commissioner-for-norfolk",
    name: "Police and Crime Commissioner for Norfolk",
    kind: "public-body",
    description: "Sets the police budget and pays for support to victims of crime.",
    topics: ["victims"],
    confirmedDaysAgo: 120,
  },
  {
    slug: "norfolk-care-association",
    name: "Norfolk Care Association",
    kind: "company",
    description: "The voice of providers of adult social care in Norfolk.",
    topics: ["staying-at-home"],
    confirmedDaysAgo: 50,
  },
];
