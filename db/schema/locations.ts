import { sql } from "drizzle-orm";
import { boolean, check, doublePrecision, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { locationTypes } from "../vocabulary.ts";
import { createdAt, id, notBlank, oneOf, updatedAt, word } from "./columns.ts";
import { organisations } from "./organisations.ts";
import { districts, places } from "./places.ts";

export const locations = pgTable(
  "locations",
  {
    id: id(),
    organisationId: uuid("organisation_id").references(() => organisations.id, { onDelete: "cascade" }),
    locationType: word("location_type", locationTypes).notNull(),
    name: text("name").notNull().default(""),
    description: text("description").notNull().default(""),
    transportation: text("transportation").notNull().default(""),
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
    uprn: text("uprn"),
    placeId: uuid("place_id").references(() => places.id),
    districtId: uuid("district_id").references(() => districts.id),
    addressIsHidden: boolean("address_is_hidden").notNull().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check("locations_type", oneOf(t.locationType, locationTypes)),
    check("locations_point", sql`(${t.latitude} is null) = (${t.longitude} is null)`),
    check("locations_latitude", sql`${t.latitude} is null or ${t.latitude} between -90 and 90`),
    check("locations_longitude", sql`${t.longitude} is null or ${t.longitude} between -180 and 180`),
    index("locations_place").on(t.placeId),
    index("locations_organisation").on(t.organisationId),
  ],
);

export const addresses = pgTable(
  "addresses",
  {
    id: id(),
    locationId: uuid("location_id")
      .notNull()
      .references(() => locations.id, { onDelete: "cascade" }),
    addressType: word("address_type", locationTypes).notNull().default("physical"),
    address1: text("address_1").notNull(),
    city: text("city").notNull(),
    stateProvince: text("state_province").notNull(),
    postalCode: text("postal_code").notNull(),
    country: text("country").notNull().default("GB"),
  },
  (t) => [
    check("addresses_type", oneOf(t.addressType, locationTypes)),
    check("addresses_country", sql`${t.country} ~ '^[A-Z]{2}$'`),
    check("addresses_line", notBlank(t.address1)),
    index("addresses_location").on(t.locationId),
  ],
);

export const accessibility = pgTable(
  "accessibility",
  {
    id: id(),
    locationId: uuid("location_id")
      .notNull()
      .references(() => locations.id, { onDelete: "cascade" }),
    description: text("description").notNull(),
    details: text("details").notNull().default(""),
    url: text("url"),
  },
  (t) => [
    check("accessibility_description", notBlank(t.description)),
    index("accessibility_location").on(t.locationId),
  ],
);
