import type { IdentifierScheme, OrganisationKind } from "#db/vocabulary.ts";

/**
 * Everything that an organisation's keepers keep, by sections, as plain JSON: what forms edit, the file of
 * the bulk import fills, the history shows and restores. Places, districts and topics stand as their slugs.
 */
export interface OrganisationRecord {
  names: {
    name: string;
    kind: OrganisationKind;
    formerNames: FormerName[];
  };
  about: {
    description: string;
    /** Who it helps, in its own words. */
    helps: string;
    website: string | null;
    topics: string[];
  };
  numbers: { identifiers: RegisterNumber[] };
  where: {
    places: string[];
    districts: string[];
    isSystemWide: boolean;
    worksOnline: boolean;
  };
  contact: {
    email: string | null;
    emailIsPublic: boolean;
    phones: RecordPhone[];
    contacts: RecordContact[];
    /** Where letters reach it. Venues of its services are no part of this. */
    address: RecordAddress | null;
    /** No page shows an address of this organisation or of its services. */
    addressIsHidden: boolean;
  };
}

export interface FormerName {
  name: string;
  /** The day of the new name: 2019-03-31. */
  until: string | null;
}

export interface RegisterNumber {
  scheme: IdentifierScheme;
  identifier: string;
}

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
  /** One number; it is shown to whom the contact is shown. */
  phone: string | null;
  isPublic: boolean;
}

export interface RecordAddress {
  line: string;
  town: string;
  county: string;
  postcode: string;
}

export const recordSections = {
  names: "Name and kind",
  about: "What you do and who you help",
  numbers: "Register numbers",
  where: "Where you work",
  contact: "Ways to get in touch",
} as const satisfies Record<keyof OrganisationRecord, string>;
export type RecordSection = keyof OrganisationRecord;

export const sectionNames = Object.keys(recordSections) as RecordSection[];

export const isSection = (text: string): text is RecordSection => Object.hasOwn(recordSections, text);

/** A record with nothing in it yet but its name and kind. */
export function emptyRecord(name: string, kind: OrganisationKind): OrganisationRecord {
  return {
    names: { name, kind, formerNames: [] },
    about: { description: "", helps: "", website: null, topics: [] },
    numbers: { identifiers: [] },
    where: { places: [], districts: [], isSystemWide: false, worksOnline: false },
    contact: {
      ...{ email: null, emailIsPublic: true, phones: [], contacts: [] },
      ...{ address: null, addressIsHidden: false },
    },
  };
}

/** A record's contact for readers who neither keep it nor run the site: a hidden address is not for partners either. */
export function withoutHiddenAddress(contact: OrganisationRecord["contact"]): OrganisationRecord["contact"] {
  return contact.addressIsHidden ? { ...contact, address: null } : contact;
}
