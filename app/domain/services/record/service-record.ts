import type { CostOption } from "#app/domain/services/cost.ts";
import type { Schedule } from "#app/domain/services/schedule.ts";
import type { CapacityState } from "#db/vocabulary.ts";
import type { BankHolidayHours } from "#db/vocabulary-keeping.ts";

/**
 * Everything that a service's keepers keep, by sections, as plain JSON: what forms edit, the history shows and
 * restores. Topics and areas stand as their slugs, venues as the ids of their locations.
 */
export interface ServiceRecord {
  basics: {
    name: string;
    summary: string;
    description: string;
    topics: string[];
    url: string | null;
  };
  where: {
    isOnline: boolean;
    venues: RecordVenue[];
    /** Footprints by their slugs: places, districts, the whole area. */
    areas: string[];
    /** An area in the keeper's own words. */
    areaWords: string;
    gettingThere: string;
  };
  when: {
    hours: RecordHours[];
    /** Closures and openings on named dates. */
    exceptions: RecordHours[];
    words: string;
    bankHolidays: BankHolidayHours | null;
    isTermTimeOnly: boolean;
  };
  cost: { costs: CostOption[] };
  contact: {
    email: string | null;
    phones: RecordPhone[];
    contacts: RecordContact[];
    referralRoute: string;
    /** Open Referral: `funding.source`, one each. */
    funders: string[];
    /** Open Referral: who checks that the entry is right. Never shown to the public. */
    assurerEmail: string | null;
  };
  "who-for": {
    eligibility: string;
    minimumAge: number | null;
    maximumAge: number | null;
    languages: RecordLanguage[];
  };
  capacity: {
    capacity: CapacityState;
    waitWeeks: number | null;
    capacityNote: string;
  };
}

export interface RecordVenue {
  id: string;
  /** What is said of this service at this venue. */
  note: string;
}

/** `at` is the venue that these hours are for; null for the service as a whole. */
export type RecordHours = Schedule & { at: string | null };

export interface RecordPhone {
  number: string;
  extension: string | null;
  description: string;
  isPublic: boolean;
}

export interface RecordContact {
  name: string | null;
  title: string | null;
  email: string | null;
  /** They are shown to whom the contact is shown. */
  phones: string[];
  isPublic: boolean;
}

export interface RecordLanguage {
  code: string;
  note: string;
}

/** In the order of the task list: what a publication needs comes first. */
export const recordSections = {
  basics: "What it is",
  where: "Where it happens",
  when: "When it is on",
  cost: "What it costs",
  contact: "How to get in touch",
  "who-for": "Who it is for",
  capacity: "Room for more people",
} as const satisfies Record<keyof ServiceRecord, string>;
export type RecordSection = keyof ServiceRecord;

export const sectionNames = Object.keys(recordSections) as RecordSection[];

export const neededSections = ["basics", "where", "when", "cost", "contact"] as const;

export const isSection = (text: string | undefined): text is RecordSection =>
  sectionNames.some((name) => name === text);

/** A section by its name, still knowing which one it is. */
export type SectionValue = { [S in RecordSection]: { section: S; fields: ServiceRecord[S] } }[RecordSection];

export interface Missing {
  section: RecordSection;
  /** What to do, as a line of a list: "Say what it costs". */
  words: string;
}

/** What a publication still waits for, in the order of the task list. */
export function missingOf(record: ServiceRecord): Missing[] {
  const { basics, where, when, cost, contact } = record;
  const isReachable = contact.email || basics.url || contact.phones.length + contact.contacts.length > 0;
  const asked: [boolean, RecordSection, string][] = [
    [basics.summary !== "", "basics", "Say in a sentence or two what it is"],
    [basics.topics.length > 0, "basics", "Choose at least one topic, so that people find it"],
    [
      where.isOnline || where.venues.length + where.areas.length > 0 || where.areaWords !== "",
      "where",
      "Say where it happens, or that it is online",
    ],
    [when.hours.length > 0 || when.words !== "", "when", "Say when it is on"],
    [cost.costs.length > 0, "cost", "Say what it costs, or that it is free"],
    [Boolean(isReachable), "contact", "Give one way to get in touch"],
  ];
  return asked.flatMap(([isThere, section, words]) => (isThere ? [] : [{ section, words }]));
}
