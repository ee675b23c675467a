import type { OrganisationKind } from "#db/vocabulary.ts";
import type { PlaceSlug } from "../places/places.ts";

/** Organisations that have just registered themselves and wait for somebody to look. */
export interface DemoRegistration {
  slug: string;
  name: string;
  kind: OrganisationKind;
  description: string;
  helps: string;
  place: PlaceSlug;
  contact: { name: string; role: string };
  daysAgo: number;
}

export const registered: DemoRegistration[] = [
  {
    slug: "riverside-repair-cafe",
    name: "Riverside Repair Café",
    kind: "community-group",
    description: "Toasters, trousers and bicycles, mended together on the first Saturday of the month.",
    helps: "Anybody with something broken, and anybody who can mend.",
    place: "norwich",
    contact: { name: "Joan Whitlam", role: "One of the two who run it" },
    daysAgo: 3,
  },
  {
    slug: "fenland-lithuanian-choir",
    name: "Lietuvių choras „Ąžuolas“",
    kind: "community-group",
    description: "A Lithuanian choir that meets in King's Lynn and sings at whatever it is asked to.",
    helps: "People who miss singing in Lithuanian, and those who would like to learn.",
    place: "west-norfolk",
    contact: { name: "Rūta Žukauskaitė", role: "Secretary" },
    daysAgo: 1,
  },
];
