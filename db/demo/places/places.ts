/** The five places, the eight districts and where they overlap (DOMAIN.md, "Places and bodies"). */

export type PlaceSlug =
  | "north-norfolk"
  | "south-norfolk"
  | "norwich"
  | "west-norfolk"
  | "great-yarmouth-and-waveney";

export type DistrictSlug =
  | "breckland"
  | "broadland"
  | "east-suffolk"
  | "great-yarmouth"
  | "kings-lynn-and-west-norfolk"
  | "north-norfolk"
  | "norwich"
  | "south-norfolk";

export type Point = readonly [latitude: number, longitude: number];

export interface DemoPlace {
  slug: PlaceSlug;
  name: string;
  at: Point;
  districts: DistrictSlug[];
  summary: string;
}

export interface DemoDistrict {
  slug: DistrictSlug;
  name: string;
  county: "Norfolk" | "Suffolk";
  /** Statistical geography code of the Office for National Statistics. */
  code: string;
}

export const places: DemoPlace[] = [
  {
    slug: "north-norfolk",
    name: "North Norfolk",
    at: [52.87, 1.2],
    districts: ["north-norfolk", "broadland"],
    summary:
      "The coast from Wells to Sea Palling and the market towns behind it: Cromer, Sheringham, Holt, Fakenham, North Walsham, Stalham and Aylsham. More than a third of the people who live here are over 65, and most villages have no bus after six.",
  },
  {
    slug: "south-norfolk",
    name: "South Norfolk",
    at: [52.53, 1.1],
    districts: ["south-norfolk", "breckland"],
    summary:
      "Market towns and villages from Dereham and Watton to Diss, Harleston and Loddon, with Wymondham and Attleborough growing fastest. New estates and old villages need different things, and both say how hard it is to get about.",
  },
  {
    slug: "norwich",
    name: "Norwich",
    at: [52.6309, 1.2974],
    districts: ["norwich", "broadland", "south-norfolk"],
    summary:
      "The city and its close suburbs, from Bowthorpe and Costessey to Sprowston and Thorpe St Andrew. Some of the richest and some of the poorest streets in Norfolk are a ten-minute walk apart.",
  },
  {
    slug: "west-norfolk",
    name: "West Norfolk",
    at: [52.7, 0.52],
    districts: ["kings-lynn-and-west-norfolk", "breckland"],
    summary:
      "King's Lynn, the Fens, the Brecks as far as Swaffham and Thetford, and the coast at Hunstanton. Many families came from Lithuania, Poland and Portugal to work on the land, and many people retire to the sea.",
  },
  {
    slug: "great-yarmouth-and-waveney",
    name: "Great Yarmouth and Waveney",
    at: [52.54, 1.66],
    districts: ["great-yarmouth", "east-suffolk"],
    summary:
      "The seaside towns of Great Yarmouth, Gorleston and Lowestoft, and inland along the Waveney to Beccles, Bungay and Halesworth. It lies in two counties, so people here often have to ask twice.",
  },
];

export const districts: DemoDistrict[] = [
  { slug: "breckland", name: "Breckland", county: "Norfolk", code: "E07000143" },
  { slug: "broadland", name: "Broadland", county: "Norfolk", code: "E07000144" },
  { slug: "east-suffolk", name: "East Suffolk", county: "Suffolk", code: "E07000244" },
  { slug: "great-yarmouth", name: "Great Yarmouth", county: "Norfolk", code: "E07000145" },
  {
    slug: "kings-lynn-and-west-norfolk",
    name: "King's Lynn and West Norfolk",
    county: "Norfolk",
    code: "E07000146",
  },
  { slug: "north-norfolk", name: "North Norfolk", county: "Norfolk", code: "E07000147" },
  { slug: "norwich", name: "Norwich", county: "Norfolk", code: "E07000148" },
  { slug: "south-norfolk", name: "South Norfolk", county: "Norfolk", code: "E07000149" },
];
