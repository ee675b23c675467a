import { idOf } from "../identity.server.ts";
import { organisationOf, placesOf } from "../organisations/organisation-rows.server.ts";
import { footprints } from "../places/footprints.ts";
import type { PlaceSlug } from "../places/places.ts";
import { slugOf } from "../slug.ts";
import { venueOf } from "../venues/venue-rows.server.ts";
import type { ServiceDesign, ServicePlacement } from "./design.ts";
import { companyAndMindDesigns } from "./designs-company-and-mind.ts";
import { familiesAndAgeDesigns } from "./designs-families-and-age.ts";
import { foodAndMoneyDesigns } from "./designs-food-and-money.ts";
import { healthAndCareDesigns } from "./designs-health-and-care.ts";
import { homeAndAdviceDesigns } from "./designs-home-and-advice.ts";
import { learningAndLeisureDesigns } from "./designs-learning-and-leisure.ts";
import { drafts } from "./placements/drafts.ts";
import { northNorfolk } from "./placements/north-norfolk.ts";
import { norwichDailyLife } from "./placements/norwich-daily-life.ts";
import { norwichTogether } from "./placements/norwich-together.ts";
import { southNorfolk } from "./placements/south-norfolk.ts";
import { systemWide } from "./placements/system-wide.ts";
import { westNorfolkDailyLife } from "./placements/west-norfolk-daily-life.ts";
import { westNorfolkTogether } from "./placements/west-norfolk-together.ts";
import { yarmouthAndWaveneyDailyLife } from "./placements/yarmouth-and-waveney-daily-life.ts";
import { yarmouthAndWaveneyTogether } from "./placements/yarmouth-and-waveney-together.ts";

const designs = new Map(
  [
    ...foodAndMoneyDesigns,
    ...homeAndAdviceDesigns,
    ...companyAndMindDesigns,
    ...healthAndCareDesigns,
    ...familiesAndAgeDesigns,
    ...learningAndLeisureDesigns,
  ].map((design) => [design.key, design]),
);

/** A design and its placement, joined: all that a service of the demo is. */
export interface DemoService extends ServicePlacement {
  id: string;
  slug: string;
  name: string;
  plan: ServiceDesign;
  places: PlaceSlug[];
}

/** Every service, in a stable order. */
export const demoServices: DemoService[] = [
  ...norwichDailyLife,
  ...norwichTogether,
  ...northNorfolk,
  ...southNorfolk,
  ...westNorfolkDailyLife,
  ...westNorfolkTogether,
  ...yarmouthAndWaveneyDailyLife,
  ...yarmouthAndWaveneyTogether,
  ...systemWide,
  ...drafts,
].map((placement) => {
  const plan = designs.get(placement.design);
  if (!plan) throw new Error(`No service design is called ${placement.design}`);
  const name = placement.name ?? plan.name;
  const slug = slugOf(name);
  return { ...placement, name, slug, id: idOf(`service:${slug}`), plan, places: placesReached(placement) };
});

export const topicsOf = ({ plan, topics = [] }: DemoService) => [...new Set([...plan.topics, ...topics])];
export const audiencesOf = ({ plan, audiences }: DemoService) => audiences ?? plan.audiences;

/** Where it is held, the first the one it is known by. */
export function venuesOf({ at, alsoAt }: ServicePlacement): string[] {
  return [at, alsoAt?.venue].flatMap((one) => one ?? []);
}

export const serviceAtId = (slug: string, venue: string) => idOf(`service-at:${slug}:${venue}`);

/** The places of its areas and of its venue; with neither, those in which its organisation works. */
function placesReached(placement: ServicePlacement): PlaceSlug[] {
  const { covers = [], by } = placement;
  const reached = covers.flatMap((slug) => footprintOf(slug).places);
  for (const venue of venuesOf(placement)) reached.push(venueOf(venue).place);
  return [...new Set(reached.length > 0 ? reached : placesOf(organisationOf(by)))];
}

/** A slug that no footprint carries is a mistake in the data. */
export function footprintOf(slug: string) {
  const footprint = footprints.find((known) => known.slug === slug);
  if (!footprint) throw new Error(`No footprint has the slug ${slug}`);
  return footprint;
}
