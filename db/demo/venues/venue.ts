import type { DistrictSlug, PlaceSlug, Point } from "../places/places.ts";

/** What people ask before they set out. */
export const accessWords = {
  level: ["Step-free entrance", ""],
  ramp: ["Ramp to the entrance", "A second, portable ramp is kept inside: ring the bell."],
  steps: ["Steps at the entrance", "Two steps and a handrail. Somebody will gladly help."],
  toilet: ["Accessible toilet", ""],
  changing: ["Changing Places toilet", "Hoist and adult changing bench."],
  loop: ["Hearing loop", ""],
  parking: ["Blue Badge parking", "Spaces beside the door."],
  lift: ["Lift to all floors", ""],
  quiet: ["Quiet room", "A room to step out into when it gets too much."],
  dogs: ["Assistance dogs welcome", "There is water by the door."],
} as const;
export type Access = keyof typeof accessWords;

export interface DemoVenue {
  key: string;
  name: string;
  address: string;
  town: string;
  postcode: string;
  at: Point;
  district: DistrictSlug;
  access: Access[];
  gettingThere: string;
  /** The organisation whose own building it is. */
  host?: string;
}

export type VenuesOf = Record<PlaceSlug, DemoVenue[]>;
