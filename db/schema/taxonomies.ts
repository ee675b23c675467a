import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, notBlank, slugShaped } from "./columns.ts";
import { organisations } from "./organisations.ts";
import { services } from "./services.ts";

export const taxonomies = pgTable(
  "taxonomies",
  {
    id: id(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    description: text("description").notNull(),
    uri: text("uri"),
    version: text("version"),
  },
  (t) => [check("taxonomies_slug", slugShaped(t.slug))],
);

/** `words` are what people type for this term: synonyms and plain phrases, lower case. */
export const taxonomyTerms = pgTable(
  "taxonomy_terms",
  {
    id: id(),
    taxonomyId: uuid("taxonomy_id")
      .notNull()
      .references(() => taxonomies.id, { onDelete: "cascade" }),
    parentId: uuid("parent_id"),
    slug: text("slug").notNull(),
    code: text("code"),
    name: text("name").notNull(),
    description: text("description").notNull(),
    termUri: text("term_uri"),
    words: text("words").array().notNull().default(sql`'{}'`),
    position: integer("position").notNull().default(0),
  },
  (t) => [
    uniqueIndex("taxonomy_terms_slug_key").on(t.taxonomyId, t.slug),
    check("taxonomy_terms_slug", slugShaped(t.slug)),
    check("taxonomy_terms_name", notBlank(t.name)),
    index("taxonomy_terms_parent").on(t.parentId),
  ],
);

/** Open Referral's `attribute`, kept with real foreign keys: a term on a service. */
export const serviceTerms = pgTable(
  "service_terms",
  {
    id: id(),
    serviceId: uuid("service_id")
      .notNull()
      .references(() => services.id, { onDelete: "cascade" }),
    termId: uuid("term_id")
      .notNull()
      .references(() => taxonomyTerms.id, { onDelete: "cascade" }),
    linkType: text("link_type"),
  },
  (t) => [
    uniqueIndex("service_terms_key").on(t.serviceId, t.termId),
    index("service_terms_term").on(t.termId),
  ],
);

export const organisationTerms = pgTable(
  "organisation_terms",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    termId: uuid("term_id")
      .notNull()
      .references(() => taxonomyTerms.id, { onDelete: "cascade" }),
    linkType: text("link_type"),
  },
  (t) => [
    uniqueIndex("organisation_terms_key").on(t.organisationId, t.termId),
    index("organisation_terms_term").on(t.termId),
  ],
);
