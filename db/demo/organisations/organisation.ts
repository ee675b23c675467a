import type { IdentifierScheme, OrganisationKind, RecordState } from "#db/vocabulary.ts";
import type { DistrictSlug, PlaceSlug } from "../places/places.ts";

export interface DemoOrganisation {
  slug: string;
  name: string;
  kind: OrganisationKind;
  description: string;
  /** Left out for those that work across the whole system. */
  places?: PlaceSlug[];
  districts?: DistrictSlug[];
  /** Topics it works on; services bring their own. */
  topics?: string[];
  /** Invented on purpose: no real register has these numbers. */
  identifiers?: [IdentifierScheme, string][];
  formerNames?: [name: string, until: string][];
  branchOf?: string;
  /** A two-person group may have neither a website nor an e-mail address of its own. */
  hasWebsite?: boolean;
  email?: string | null;
  state?: RecordState;
  addressIsHidden?: boolean;
  /** Who it helps, in its own words. */
  helps?: string;
  worksOnline?: boolean;
  /** Publishes changes of name and number at once. */
  isTrusted?: boolean;
  /** Why it is shut for now. */
  stateNote?: string;
  /** Days since somebody of the organisation last said "this is right"; null for never. */
  confirmedDaysAgo: number | null;
}
