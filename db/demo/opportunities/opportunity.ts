import type { OpportunityKind } from "#db/vocabulary.ts";
import type { PlaceSlug } from "../places/places.ts";

export interface DemoOpportunity {
  kind: OpportunityKind;
  by: string;
  title: string;
  summary: string;
  description: string;
  howToApply: string;
  commitment: string;
  /** Days from now until it closes; below nought it has closed, null for no closing date. */
  closesIn: number | null;
  /** None means everywhere. */
  places?: PlaceSlug[];
  isOnline?: true;
  /** Its keepers have not published it yet. */
  isDraft?: true;
}
