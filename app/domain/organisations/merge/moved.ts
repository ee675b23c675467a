import type { RecordState } from "#db/vocabulary.ts";

/** What a merge moves from one record to another, in words, and the column that says whose each row is. */
export const movables = {
  services: { table: "services", column: "organisation_id", one: "service", many: "services" },
  opportunities: {
    table: "opportunities",
    column: "organisation_id",
    one: "opportunity",
    many: "opportunities",
  },
  events: { table: "events", column: "organisation_id", one: "event", many: "events" },
  calendars: { table: "calendars", column: "organisation_id", one: "calendar", many: "calendars" },
  venues: {
    table: "locations",
    column: "organisation_id",
    one: "venue or address",
    many: "venues and addresses",
  },
  identifiers: {
    table: "organisation_identifiers",
    column: "organisation_id",
    one: "register number",
    many: "register numbers",
  },
  contacts: { table: "contacts", column: "organisation_id", one: "contact", many: "contacts" },
  phones: { table: "phones", column: "organisation_id", one: "phone number", many: "phone numbers" },
  formerNames: { table: "former_names", column: "organisation_id", one: "former name", many: "former names" },
  memberships: {
    table: "members",
    column: "organisation_id",
    one: "membership of a group",
    many: "memberships of groups",
  },
  seats: { table: "seats", column: "organisation_id", one: "seat on a board", many: "seats on boards" },
  hosted: {
    table: "groups",
    column: "host_organisation_id",
    one: "group that it hosts",
    many: "groups that it hosts",
  },
  sponsored: {
    table: "agenda_items",
    column: "sponsor_organisation_id",
    one: "agenda item",
    many: "agenda items",
  },
  funding: { table: "funding", column: "organisation_id", one: "source of money", many: "sources of money" },
  branches: { table: "organisations", column: "branch_of_id", one: "branch", many: "branches" },
  roles: {
    table: "role_grants",
    column: "scope_id",
    one: "person who may edit it",
    many: "people who may edit it",
  },
  cases: { table: "cases", column: "organisation_id", one: "case", many: "cases" },
} as const satisfies Record<string, { table: string; column: string; one: string; many: string }>;
export type Movable = keyof typeof movables;
export const movableNames = Object.keys(movables) as Movable[];

/** Kept with a merge, so that it can be undone: ids of rows by what they are, and what was added. */
export interface Moved {
  /** How the record stood that was taken in. */
  state: RecordState;
  stateNote: string;
  rows: Partial<Record<Movable, string[]>>;
  /** The name it had, kept as a former one of the other. */
  formerNameId: string | null;
  added: { places: string[]; districts: string[]; topics: string[] };
  /** Addresses that led to it and lead to the other now. */
  slugs: string[];
  /** Once undone: what could not be put back, in words. */
  lost?: string[];
}

/** "3 services", "1 contact". */
export const countOf = (movable: Movable, count: number): string =>
  `${count} ${count === 1 ? movables[movable].one : movables[movable].many}`;
