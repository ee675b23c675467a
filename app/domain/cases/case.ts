import type { CaseKind, CaseLevel, CaseState, KeptNoun } from "#db/vocabulary-keeping.ts";

/** Fields of a record by their names, as a history row keeps them. */
type Fields = Record<string, unknown>;

/** What somebody says is wrong with a record. */
export const reportChoices = {
  closed: "It has closed, or does not run any more",
  "time-or-place": "The time or the place is wrong",
  contact: "A phone number, e-mail or web address is wrong",
  other: "Something else",
} as const;
export type ReportChoice = keyof typeof reportChoices;

/** What each kind of case keeps besides the columns that all have. */
export interface CaseDetails {
  /** Whoever registered: their part in the organisation, in their own words. */
  registration: { role?: string };
  /** Their part in the organisation, and how to check that it is them. */
  claim: { role?: string; howToCheck?: string };
  /** A first publication has no section; an edit says which one, and both versions of it. */
  change: { section?: string; before?: Fields; after?: Fields; seen?: string };
  report: { choice: ReportChoice; words: string };
  /** The plain date on which the confirmation fell due. */
  stale: { dueOn: string };
  "nobody-to-tell": { dueOn: string };
}

/** A case of one kind. Who raised it: an account (`personId`), or a name and an address that they left. */
export interface CaseOf<K extends CaseKind> {
  id: string;
  kind: K;
  state: CaseState;
  level: CaseLevel;
  noun: KeptNoun;
  recordId: string;
  organisationId: string;
  organisation: { slug: string; name: string };
  groupId: string | null;
  group: { slug: string; name: string } | null;
  title: string;
  details: CaseDetails[K];
  personId: string | null;
  fromName: string;
  fromEmail: string | null;
  /** Instants, as ISO strings. */
  createdAt: string;
  climbsAt: string | null;
  decidedAt: string | null;
  decidedBy: string | null;
  /** The answer that was given: why it was declined, or what was mended. */
  reason: string;
}

export type Case = { [K in CaseKind]: CaseOf<K> }[CaseKind];

/** Kinds that are approved or declined; the others are resolved by mending something. */
export const isForApproval = ({ kind }: { kind: CaseKind }): boolean =>
  kind === "registration" || kind === "claim" || kind === "change";

/** About what nobody has confirmed: its handler may vouch for that. */
export const isAboutUpkeep = ({ kind }: { kind: CaseKind }): boolean =>
  kind === "stale" || kind === "nobody-to-tell";

/** Still waiting for somebody: nobody has decided it. */
export const isOpen = ({ state }: { state: CaseState }): boolean => state === "open" || state === "asked";

/** The ladder that a case climbs; the team is its top. */
const ladder: CaseLevel[] = ["owner", "lead", "team"];

export const levelAbove = (level: CaseLevel): CaseLevel => ladder[ladder.indexOf(level) + 1] ?? "team";
