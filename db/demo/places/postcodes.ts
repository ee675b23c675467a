import type { DistrictSlug, PlaceSlug, Point } from "./places.ts";

export interface DemoPostcode {
  outward: string;
  town: string;
  at: Point;
  place: PlaceSlug | null;
  district: DistrictSlug | null;
}

const norwich = (outward: string, town: string, at: Point, district: DistrictSlug): DemoPostcode => ({
  outward,
  town,
  at,
  place: "norwich",
  district,
});

const north = (outward: string, town: string, at: Point, district: DistrictSlug): DemoPostcode => ({
  outward,
  town,
  at,
  place: "north-norfolk",
  district,
});

const south = (outward: string, town: string, at: Point, district: DistrictSlug): DemoPostcode => ({
  outward,
  town,
  at,
  place: "south-norfolk",
  district,
});

const west = (outward: string, town: string, at: Point, district: DistrictSlug): DemoPostcode => ({
  outward,
  town,
  at,
  place: "west-norfolk",
  district,
});

const east = (outward: string, town: string, at: Point, district: DistrictSlug): DemoPostcode => ({
  outward,
  town,
  at,
  place: "great-yarmouth-and-waveney",
  district,
});

/** Outward postcodes with a rough centre, good enough to sort by distance. */
export const postcodes: DemoPostcode[] = [
  norwich("NR1", "Norwich", [52.6225, 1.307], "norwich"),
  norwich("NR2", "Norwich", [52.6275, 1.278], "norwich"),
  norwich("NR3", "Norwich", [52.643, 1.293], "norwich"),
  norwich("NR4", "Norwich", [52.6095, 1.247], "norwich"),
  norwich("NR5", "Norwich", [52.6395, 1.215], "norwich"),
  norwich("NR6", "Hellesdon", [52.662, 1.285], "broadland"),
  norwich("NR7", "Sprowston", [52.642, 1.35], "broadland"),
  norwich("NR8", "Taverham", [52.6815, 1.2], "broadland"),
  south("NR9", "Hethersett", [52.611, 1.13], "south-norfolk"),
  north("NR10", "Reepham", [52.7335, 1.235], "broadland"),
  north("NR11", "Aylsham", [52.797, 1.252], "broadland"),
  north("NR12", "Stalham", [52.74, 1.45], "north-norfolk"),
  norwich("NR13", "Acle", [52.634, 1.48], "broadland"),
  south("NR14", "Loddon", [52.548, 1.4], "south-norfolk"),
  south("NR15", "Long Stratton", [52.49, 1.25], "south-norfolk"),
  south("NR16", "Attleborough", [52.468, 1.05], "breckland"),
  south("NR17", "Attleborough", [52.517, 1.015], "breckland"),
  south("NR18", "Wymondham", [52.57, 1.115], "south-norfolk"),
  south("NR19", "Dereham", [52.681, 0.94], "breckland"),
  south("NR20", "Dereham", [52.739, 0.975], "breckland"),
  north("NR21", "Fakenham", [52.832, 0.85], "north-norfolk"),
  north("NR22", "Walsingham", [52.895, 0.875], "north-norfolk"),
  north("NR23", "Wells-next-the-Sea", [52.952, 0.85], "north-norfolk"),
  north("NR24", "Melton Constable", [52.858, 1.035], "north-norfolk"),
  north("NR25", "Holt", [52.907, 1.09], "north-norfolk"),
  north("NR26", "Sheringham", [52.942, 1.212], "north-norfolk"),
  north("NR27", "Cromer", [52.927, 1.302], "north-norfolk"),
  north("NR28", "North Walsham", [52.822, 1.388], "north-norfolk"),
  east("NR29", "Martham", [52.692, 1.655], "great-yarmouth"),
  east("NR30", "Great Yarmouth", [52.615, 1.73], "great-yarmouth"),
  east("NR31", "Gorleston", [52.577, 1.715], "great-yarmouth"),
  east("NR32", "Lowestoft", [52.489, 1.735], "east-suffolk"),
  east("NR33", "Lowestoft", [52.459, 1.72], "east-suffolk"),
  east("NR34", "Beccles", [52.456, 1.565], "east-suffolk"),
  east("NR35", "Bungay", [52.455, 1.438], "east-suffolk"),
  east("IP18", "Southwold", [52.327, 1.678], "east-suffolk"),
  east("IP19", "Halesworth", [52.344, 1.502], "east-suffolk"),
  south("IP20", "Harleston", [52.402, 1.3], "south-norfolk"),
  south("IP21", "Scole", [52.37, 1.19], "south-norfolk"),
  south("IP22", "Diss", [52.377, 1.09], "south-norfolk"),
  { outward: "IP23", town: "Eye", at: [52.319, 1.146], place: null, district: null },
  west("IP24", "Thetford", [52.415, 0.748], "breckland"),
  south("IP25", "Watton", [52.571, 0.827], "breckland"),
  west("IP26", "Feltwell", [52.508, 0.545], "kings-lynn-and-west-norfolk"),
  west("PE14", "Emneth", [52.645, 0.2], "kings-lynn-and-west-norfolk"),
  west("PE30", "King's Lynn", [52.755, 0.402], "kings-lynn-and-west-norfolk"),
  west("PE31", "Dersingham", [52.86, 0.52], "kings-lynn-and-west-norfolk"),
  west("PE32", "Gayton", [52.725, 0.61], "kings-lynn-and-west-norfolk"),
  west("PE33", "Stoke Ferry", [52.62, 0.47], "kings-lynn-and-west-norfolk"),
  west("PE34", "Terrington St Clement", [52.72, 0.32], "kings-lynn-and-west-norfolk"),
  west("PE35", "Sandringham", [52.83, 0.51], "kings-lynn-and-west-norfolk"),
  west("PE36", "Hunstanton", [52.938, 0.49], "kings-lynn-and-west-norfolk"),
  west("PE37", "Swaffham", [52.648, 0.688], "breckland"),
  west("PE38", "Downham Market", [52.604, 0.377], "kings-lynn-and-west-norfolk"),
];
