import type { Spot } from "./place-picker.ts";
import type { Dice } from "./random.ts";

/** What every part of one generated organisation is made from. */
export interface Seedling {
  /** Begins every name that an id is derived from: "generated:1:42". */
  key: string;
  /** Ends every slug, so that no two are alike: "g1-42". */
  mark: string;
  index: number;
  dice: Dice;
  spot: Spot;
  today: string;
}
