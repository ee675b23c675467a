import { sql } from "drizzle-orm";
import { doublePrecision, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { tsvector } from "./columns.ts";
import { locations } from "./locations.ts";
import { services } from "./services.ts";

/** What search reads: one row a live service, written only by app/domain/search from the nouns' own tables. */
export const serviceIndex = pgTable(
  "service_index",
  {
    serviceId: uuid("service_id")
      .primaryKey()
      .references(() => services.id, { onDelete: "cascade" }),
    words: tsvector("words").notNull(),
    termIds: uuid("term_ids").array().notNull().default(sql`'{}'`),
    placeIds: uuid("place_ids").array().notNull().default(sql`'{}'`),
  },
  (t) => [
    index("service_index_words").using("gin", t.words),
    index("service_index_terms").using("gin", t.termIds),
    index("service_index_places").using("gin", t.placeIds),
  ],
);

/** One row for each point a service can be reached at; a service without one is online or area-wide. */
export const servicePoints = pgTable(
  "service_points",
  {
    serviceId: uuid("service_id")
      .notNull()
      .references(() => services.id, { onDelete: "cascade" }),
    locationId: uuid("location_id")
      .notNull()
      .references(() => locations.id, { onDelete: "cascade" }),
    latitude: doublePrecision("latitude").notNull(),
    longitude: doublePrecision("longitude").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.serviceId, t.locationId] }),
    index("service_points_location").on(t.locationId),
    index("service_points_earth").using("gist", sql`ll_to_earth(${t.latitude}, ${t.longitude})`),
  ],
);

/** The words that occur in the index with how often, so that spelling is only asked about unknown ones. */
export const indexedWords = pgTable(
  "indexed_words",
  { word: text("word").primaryKey(), services: doublePrecision("services").notNull().default(0) },
  (t) => [index("indexed_words_trgm").using("gin", sql`${t.word} gin_trgm_ops`)],
);
