import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { identifierSchemes, organisationKinds, recordStates } from "../vocabulary.ts";
import { registerAnswers } from "../vocabulary-keeping.ts";
import { createdAt, id, instant, notBlank, oneOf, slugShaped, updatedAt, word } from "./columns.ts";
import { districts, places } from "./places.ts";

/** A name is never a key: any number of organisations may be called "Village Hall". */
export const organisations = pgTable(
  "organisations",
  {
    id: id(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    kind: word("kind", organisationKinds).notNull(),
    description: text("description").notNull().default(""),
    email: text("email"),
    website: text("website"),
    branchOfId: uuid("branch_of_id"),
    state: word("state", recordStates).notNull().default("live"),
    addressIsHidden: boolean("address_is_hidden").notNull().default(false),
    isSystemWide: boolean("is_system_wide").notNull().default(false),
    worksOnline: boolean("works_online").notNull().default(false),
    /** Who it helps, in its own words; its topics are terms. */
    helps: text("helps").notNull().default(""),
    emailIsPublic: boolean("email_is_public").notNull().default(true),
    /** Publishes its first services and changes of name at once. */
    isTrusted: boolean("is_trusted").notNull().default(false),
    confirmedOn: date("confirmed_on"),
    /** Its own review period; without one, that of its kind (`review_periods`). */
    reviewMonths: integer("review_months"),
    /** Kept by a trigger: the last confirmation, or else the first day, and the review period. Null: never due. */
    reviewDueOn: date("review_due_on"),
    stateNote: text("state_note").notNull().default(""),
    archivedAt: instant("archived_at"),
    mergedIntoId: uuid("merged_into_id"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check("organisations_slug", slugShaped(t.slug)),
    check("organisations_name", notBlank(t.name)),
    check("organisations_kind", oneOf(t.kind, organisationKinds)),
    check("organisations_state", oneOf(t.state, recordStates)),
    check("organisations_not_own_branch", sql`${t.branchOfId} is null or ${t.branchOfId} <> ${t.id}`),
    check("organisations_website", sql`${t.website} is null or ${t.website} ~ '^https?://'`),
    check("organisations_review", sql`${t.reviewMonths} is null or ${t.reviewMonths} between 1 and 60`),
    check("organisations_archived", sql`(${t.state} = 'archived') = (${t.archivedAt} is not null)`),
    index("organisations_review_due")
      .on(t.reviewDueOn)
      .where(sql`${t.state} in ('live', 'temporarily-closed')`),
    index("organisations_list").on(t.state, sql`lower(${t.name})`, t.id),
    index("organisations_kind_idx").on(t.kind),
    index("organisations_branch").on(t.branchOfId),
    index("organisations_name_trgm").using("gin", sql`${t.name} gin_trgm_ops`),
  ],
);

export const organisationIdentifiers = pgTable(
  "organisation_identifiers",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    scheme: word("scheme", identifierSchemes).notNull(),
    identifier: text("identifier").notNull(),
    answer: word("answer", registerAnswers).notNull().default("not-checked"),
    /** The name that the register has, where it is another. */
    registerName: text("register_name"),
    checkedAt: instant("checked_at"),
  },
  (t) => [
    check("organisation_identifiers_scheme", oneOf(t.scheme, identifierSchemes)),
    check("organisation_identifiers_answer", oneOf(t.answer, registerAnswers)),
    check("organisation_identifiers_not_blank", notBlank(t.identifier)),
    uniqueIndex("organisation_identifiers_key").on(t.scheme, t.identifier, t.organisationId),
    index("organisation_identifiers_organisation").on(t.organisationId),
  ],
);

export const formerNames = pgTable(
  "former_names",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    until: date("until"),
  },
  (t) => [
    check("former_names_not_blank", notBlank(t.name)),
    index("former_names_organisation").on(t.organisationId),
  ],
);

/** Where an organisation works. Whole-system organisations say so on their own row. */
export const organisationPlaces = pgTable(
  "organisation_places",
  {
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    placeId: uuid("place_id")
      .notNull()
      .references(() => places.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.placeId] }),
    index("organisation_places_place").on(t.placeId),
  ],
);

export const organisationDistricts = pgTable(
  "organisation_districts",
  {
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.districtId] }),
    index("organisation_districts_district").on(t.districtId),
  ],
);

/** The merged-into trail keeps old addresses alive: a slug that once named a record leads to it. */
export const organisationSlugs = pgTable("organisation_slugs", {
  slug: text("slug").primaryKey(),
  organisationId: uuid("organisation_id")
    .notNull()
    .references(() => organisations.id, { onDelete: "cascade" }),
  since: instant("since").notNull().defaultNow(),
});
