import type { FootprintKind } from "#db/vocabulary.ts";
import { type DistrictSlug, districts, type PlaceSlug, places } from "./places.ts";

export interface DemoFootprint {
  slug: string;
  name: string;
  kind: FootprintKind;
  places: PlaceSlug[];
  districts: DistrictSlug[];
  uri?: string;
}

const geography = (code: string) => `http://statistics.data.gov.uk/id/statistical-geography/${code}`;

const allPlaces = places.map((place) => place.slug);
const allDistricts = districts.map((district) => district.slug);
const placesTouching = (district: DistrictSlug) =>
  places.filter((place) => place.districts.includes(district)).map((place) => place.slug);

const neighbourhood = (
  slug: string,
  name: string,
  inPlaces: PlaceSlug[],
  inDistricts: DistrictSlug[],
): DemoFootprint => ({
  slug,
  name,
  kind: "neighbourhood",
  places: inPlaces,
  districts: inDistricts,
});

/** Every area that a body or a service covers. They overlap on purpose: Waveney is in the system but not in Norfolk. */
export const footprints: DemoFootprint[] = [
  {
    slug: "norfolk-and-waveney",
    name: "Norfolk and Waveney",
    kind: "system",
    places: allPlaces,
    districts: allDistricts,
    uri: geography("E54000022"),
  },
  {
    slug: "norfolk",
    name: "Norfolk",
    kind: "county",
    places: allPlaces,
    districts: allDistricts.filter((slug) => slug !== "east-suffolk"),
    uri: geography("E10000020"),
  },
  {
    slug: "suffolk",
    name: "Suffolk",
    kind: "county",
    places: ["great-yarmouth-and-waveney"],
    districts: ["east-suffolk"],
    uri: geography("E10000029"),
  },
  ...places.map(
    (place): DemoFootprint => ({
      slug: `place-${place.slug}`,
      name: place.name,
      kind: "place",
      places: [place.slug],
      districts: place.districts,
    }),
  ),
  ...districts.map(
    (district): DemoFootprint => ({
      slug: `district-${district.slug}`,
      name: district.name,
      kind: "district",
      places: placesTouching(district.slug),
      districts: [district.slug],
      uri: geography(district.code),
    }),
  ),
  neighbourhood("norwich-city-north", "Norwich north of the river", ["norwich"], ["norwich"]),
  neighbourhood("norwich-city-south", "Norwich south of the river", ["norwich"], ["norwich"]),
  neighbourhood("norwich-suburbs", "Norwich suburbs", ["norwich"], ["broadland", "south-norfolk"]),
  neighbourhood("coastal-norfolk", "Cromer, Sheringham and the coast", ["north-norfolk"], ["north-norfolk"]),
  neighbourhood(
    "aylsham-and-broads",
    "Aylsham, Stalham and the Broads",
    ["north-norfolk"],
    ["north-norfolk", "broadland"],
  ),
  neighbourhood("mid-norfolk", "Dereham and Mid Norfolk", ["south-norfolk"], ["breckland"]),
  neighbourhood(
    "ketts-oak",
    "Wymondham, Attleborough and Hethersett",
    ["south-norfolk"],
    ["south-norfolk", "breckland"],
  ),
  neighbourhood("waveney-valley-north", "Diss, Harleston and Loddon", ["south-norfolk"], ["south-norfolk"]),
  neighbourhood("kings-lynn-town", "King's Lynn town", ["west-norfolk"], ["kings-lynn-and-west-norfolk"]),
  neighbourhood(
    "fens-and-brecks",
    "The Fens and the Brecks",
    ["west-norfolk"],
    ["kings-lynn-and-west-norfolk", "breckland"],
  ),
  neighbourhood(
    "yarmouth-and-gorleston",
    "Great Yarmouth and Gorleston",
    ["great-yarmouth-and-waveney"],
    ["great-yarmouth"],
  ),
  neighbourhood("lowestoft", "Lowestoft", ["great-yarmouth-and-waveney"], ["east-suffolk"]),
  neighbourhood(
    "south-waveney",
    "Beccles, Bungay and Halesworth",
    ["great-yarmouth-and-waveney"],
    ["east-suffolk"],
  ),
];
