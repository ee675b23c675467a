import { sql } from "drizzle-orm";
import {
  check,
  date,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { footprintKinds } from "../vocabulary.ts";
import { createdAt, id, notBlank, oneOf, slugShaped, updatedAt, word } from "./columns.ts";

/** The five places, each served by one Place Board and one network. */
export const places = pgTable(
  "places",
  {
    id: id(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    summary: text("summary").notNull().default(""),
    position: integer("position").notNull().default(0),
    latitude: doublePrecision("latitude").notNull(),
    longitude: doublePrecision("longitude").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [check("places_slug", slugShaped(t.slug)), check("places_name", notBlank(t.name))],
);

/** District councils; a district may touch more than one place (placeDistricts). */
export const districts = pgTable(
  "districts",
  {
    id: id(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    county: text("county").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [check("districts_slug", slugShaped(t.slug)), check("districts_name", notBlank(t.name))],
);

export const placeDistricts = pgTable(
  "place_districts",
  {
    placeId: uuid("place_id")
      .notNull()
      .references(() => places.id, { onDelete: "cascade" }),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.placeId, t.districtId] }),
    index("place_districts_district").on(t.districtId),
  ],
);

/** Any area a body or service covers. Footprints overlap: they name the places and districts they touch. */
export const footprints = pgTable(
  "footprints",
  {
    id: id(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    kind: word("kind", footprintKinds).notNull(),
    uri: text("uri"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check("footprints_slug", slugShaped(t.slug)),
    check("footprints_kind", oneOf(t.kind, footprintKinds)),
    check("footprints_name", notBlank(t.name)),
  ],
);

export const footprintPlaces = pgTable(
  "footprint_places",
  {
    footprintId: uuid("footprint_id")
      .notNull()
      .references(() => footprints.id, { onDelete: "cascade" }),
    placeId: uuid("place_id")
      .notNull()
      .references(() => places.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.footprintId, t.placeId] }), index("footprint_places_place").on(t.placeId)],
);

export const footprintDistricts = pgTable(
  "footprint_districts",
  {
    footprintId: uuid("footprint_id")
      .notNull()
      .references(() => footprints.id, { onDelete: "cascade" }),
    districtId: uuid("district_id")
      .notNull()
      .references(() => districts.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.footprintId, t.districtId] }),
    index("footprint_districts_district").on(t.districtId),
  ],
);

/** Outward postcodes ("NR3") with an approximate centre, and towns by name: what "near" understands. */
export const postcodeDistricts = pgTable(
  "postcode_districts",
  {
    outward: text("outward").primaryKey(),
    town: text("town").notNull(),
    latitude: doublePrecision("latitude").notNull(),
    longitude: doublePrecision("longitude").notNull(),
    placeId: uuid("place_id").references(() => places.id),
    districtId: uuid("district_id").references(() => districts.id),
  },
  (t) => [
    check("postcode_districts_outward", sql`${t.outward} ~ '^[A-Z]{1,2}[0-9][0-9A-Z]?$'`),
    check("postcode_districts_latitude", sql`${t.latitude} between 49 and 61`),
    check("postcode_districts_longitude", sql`${t.longitude} between -9 and 2.5`),
  ],
);

export const towns = pgTable(
  "towns",
  {
    id: id(),
    name: text("name").notNull(),
    latitude: doublePrecision("latitude").notNull(),
    longitude: doublePrecision("longitude").notNull(),
    placeId: uuid("place_id").references(() => places.id),
    districtId: uuid("district_id").references(() => districts.id),
  },
  (t) => [uniqueIndex("towns_name_key").on(sql`lower(${t.name})`), check("towns_name", notBlank(t.name))],
);

/** England and Wales bank holidays, as published: data, never a formula (rules.md section 2). */
export const bankHolidays = pgTable("bank_holidays", {
  day: date("day").primaryKey(),
  name: text("name").notNull(),
});
