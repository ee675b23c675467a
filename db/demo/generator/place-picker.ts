import type { DistrictSlug, PlaceSlug } from "../places/places.ts";
import { type DemoPostcode, postcodes } from "../places/postcodes.ts";
import type { Dice } from "./random.ts";
import { villageBeginnings, villageEndings } from "./village-names.ts";

export interface Spot {
  outward: string;
  postcode: string;
  town: string;
  /** A village of its own making, or the town itself. */
  village: string;
  latitude: number;
  longitude: number;
  place: PlaceSlug;
  district: DistrictSlug;
}

type Inside = DemoPostcode & { place: PlaceSlug; district: DistrictSlug };

const inside = postcodes.filter((entry): entry is Inside => entry.place !== null && entry.district !== null);

/** Towns have more groups than marshes: these outward codes come up three times as often. */
const crowded = new Set(["NR1", "NR2", "NR3", "NR5", "NR30", "NR31", "NR32", "NR33", "PE30", "IP24", "NR19"]);
const weighted = inside.flatMap((entry) => (crowded.has(entry.outward) ? [entry, entry, entry] : [entry]));

const letters = "ABDEFGHJLNPQRSTUWXYZ";

/** Somewhere within about three kilometres of an outward code's centre. */
export function spotOf(dice: Dice): Spot {
  const { outward, town, at, place, district } = dice.pick(weighted);
  const village = dice.chance(0.45) ? town : `${dice.pick(villageBeginnings)}${dice.pick(villageEndings)}`;
  const inward = `${1 + dice.below(9)}${letters[dice.below(letters.length)]}${letters[dice.below(letters.length)]}`;
  return {
    outward,
    postcode: `${outward} ${inward}`,
    town,
    village,
    latitude: round(at[0] + (dice.next() - 0.5) * 0.05),
    longitude: round(at[1] + (dice.next() - 0.5) * 0.08),
    place,
    district,
  };
}

const round = (degrees: number) => Math.round(degrees * 100_000) / 100_000;
