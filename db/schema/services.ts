import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  time,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { capacityStates, frequencies, locationTypes, recordStates } from "../vocabulary.ts";
import { createdAt, id, instant, notBlank, oneOf, slugShaped, updatedAt, word } from "./columns.ts";
import { organisations } from "./organisations.ts";
import { districts, footprints, places } from "./places.ts";

/*
 * The entities of Open Referral UK 3.0 under their own names: the API is a mapping of these rows.
 * Every published row has a uuid that stays the same between requests.
 */

export const services = pgTable(
  "services",
  {
    id: id(),
    slug: text("slug").notNull().unique(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    summary: text("summary").notNull().default(""),
    description: text("description").notNull().default(""),
    url: text("url"),
    email: text("email"),
    state: word("state", recordStates).notNull().default("live"),
    eligibility: text("eligibility").notNull().default(""),
    minimumAge: integer("minimum_age"),
    maximumAge: integer("maximum_age"),
    referralRoute: text("referral_route").notNull().default(""),
    gettingThere: text("getting_there").notNull().default(""),
    isOnline: boolean("is_online").notNull().default(false),
    capacity: word("capacity", capacityStates).notNull().default("open"),
    waitWeeks: integer("wait_weeks"),
    confirmedOn: date("confirmed_on"),
    assurerEmail: text("assurer_email"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check("services_slug", slugShaped(t.slug)),
    check("services_name", notBlank(t.name)),
    check("services_state", oneOf(t.state, recordStates)),
    check("services_capacity", oneOf(t.capacity, capacityStates)),
    check(
      "services_ages",
      sql`coalesce(${t.minimumAge}, 0) >= 0 and coalesce(${t.maximumAge}, 150) >= coalesce(${t.minimumAge}, 0)`,
    ),
    check("services_url", sql`${t.url} is null or ${t.url} ~ '^https?://'`),
    check(
      "services_wait",
      sql`${t.waitWeeks} is null or (${t.waitWeeks} >= 0 and ${t.capacity} = 'waiting-list')`,
    ),
    index("services_organisation").on(t.organisationId),
    index("services_list").on(t.state, sql`lower(${t.name})`, t.id),
  ],
);

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

export const servicesAtLocations = pgTable(
  "services_at_locations",
  {
    id: id(),
    serviceId: uuid("service_id")
      .notNull()
      .references(() => services.id, { onDelete: "cascade" }),
    locationId: uuid("location_id")
      .notNull()
      .references(() => locations.id, { onDelete: "cascade" }),
    description: text("description").notNull().default(""),
  },
  (t) => [
    uniqueIndex("services_at_locations_key").on(t.serviceId, t.locationId),
    index("services_at_locations_location").on(t.locationId),
  ],
);

/** Opening hours: local wall-clock times in Europe/London. Dated happenings are events (db/schema/calendars.ts). */
export const schedules = pgTable(
  "schedules",
  {
    id: id(),
    serviceId: uuid("service_id").references(() => services.id, { onDelete: "cascade" }),
    serviceAtLocationId: uuid("service_at_location_id").references(() => servicesAtLocations.id, {
      onDelete: "cascade",
    }),
    validFrom: date("valid_from"),
    validTo: date("valid_to"),
    dtstart: date("dtstart"),
    freq: word("freq", frequencies),
    interval: integer("interval").notNull().default(1),
    byday: text("byday"),
    bymonthday: text("bymonthday"),
    opensAt: time("opens_at"),
    closesAt: time("closes_at"),
    description: text("description").notNull().default(""),
    isClosed: boolean("is_closed").notNull().default(false),
  },
  (t) => [
    check("schedules_one_owner", sql`num_nonnulls(${t.serviceId}, ${t.serviceAtLocationId}) = 1`),
    check("schedules_freq", sql`${t.freq} is null or ${oneOf(t.freq, frequencies)}`),
    check("schedules_interval", sql`${t.interval} >= 1 and (${t.interval} = 1 or ${t.dtstart} is not null)`),
    check(
      "schedules_validity",
      sql`${t.validTo} is null or ${t.validFrom} is null or ${t.validTo} >= ${t.validFrom}`,
    ),
    check(
      "schedules_hours",
      sql`${t.closesAt} is null or ${t.opensAt} is null or ${t.closesAt} > ${t.opensAt}`,
    ),
    check(
      "schedules_byday",
      sql`${t.byday} is null or ${t.byday} ~ '^([+-]?[0-9]*(MO|TU|WE|TH|FR|SA|SU))(,[+-]?[0-9]*(MO|TU|WE|TH|FR|SA|SU))*$'`,
    ),
    index("schedules_service").on(t.serviceId),
    index("schedules_service_at_location").on(t.serviceAtLocationId),
  ],
);

export const serviceAreas = pgTable(
  "service_areas",
  {
    id: id(),
    serviceId: uuid("service_id")
      .notNull()
      .references(() => services.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    footprintId: uuid("footprint_id").references(() => footprints.id),
    placeId: uuid("place_id").references(() => places.id),
    uri: text("uri"),
  },
  (t) => [
    check("service_areas_name", notBlank(t.name)),
    index("service_areas_service").on(t.serviceId),
    index("service_areas_place").on(t.placeId),
  ],
);

/** A contact belongs to exactly one of its owners. `isPublic` false: for partners only. */
export const contacts = pgTable(
  "contacts",
  {
    id: id(),
    serviceId: uuid("service_id").references(() => services.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id").references(() => organisations.id, { onDelete: "cascade" }),
    serviceAtLocationId: uuid("service_at_location_id").references(() => servicesAtLocations.id, {
      onDelete: "cascade",
    }),
    name: text("name"),
    title: text("title"),
    email: text("email"),
    isPublic: boolean("is_public").notNull().default(true),
  },
  (t) => [
    check(
      "contacts_one_owner",
      sql`num_nonnulls(${t.serviceId}, ${t.organisationId}, ${t.serviceAtLocationId}) = 1`,
    ),
    index("contacts_service").on(t.serviceId),
    index("contacts_organisation").on(t.organisationId),
    index("contacts_service_at_location").on(t.serviceAtLocationId),
  ],
);

export const phones = pgTable(
  "phones",
  {
    id: id(),
    contactId: uuid("contact_id").references(() => contacts.id, { onDelete: "cascade" }),
    serviceId: uuid("service_id").references(() => services.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id").references(() => organisations.id, { onDelete: "cascade" }),
    locationId: uuid("location_id").references(() => locations.id, { onDelete: "cascade" }),
    number: text("number").notNull(),
    extension: text("extension"),
    type: text("type"),
    description: text("description").notNull().default(""),
    isPublic: boolean("is_public").notNull().default(true),
  },
  (t) => [
    check(
      "phones_one_owner",
      sql`num_nonnulls(${t.contactId}, ${t.serviceId}, ${t.organisationId}, ${t.locationId}) = 1`,
    ),
    check("phones_number", sql`${t.number} ~ '[0-9]{3}'`),
    index("phones_contact").on(t.contactId),
    index("phones_service").on(t.serviceId),
    index("phones_organisation").on(t.organisationId),
  ],
);

export const costOptions = pgTable(
  "cost_options",
  {
    id: id(),
    serviceId: uuid("service_id")
      .notNull()
      .references(() => services.id, { onDelete: "cascade" }),
    option: text("option").notNull(),
    amount: numeric("amount", { precision: 10, scale: 2 }),
    amountDescription: text("amount_description").notNull().default(""),
    validFrom: date("valid_from"),
    validTo: date("valid_to"),
  },
  (t) => [
    check("cost_options_amount", sql`${t.amount} is null or ${t.amount} >= 0`),
    index("cost_options_service").on(t.serviceId),
  ],
);

export const funding = pgTable(
  "funding",
  {
    id: id(),
    serviceId: uuid("service_id").references(() => services.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id").references(() => organisations.id, { onDelete: "cascade" }),
    source: text("source").notNull(),
  },
  (t) => [
    check("funding_one_owner", sql`num_nonnulls(${t.serviceId}, ${t.organisationId}) = 1`),
    index("funding_service").on(t.serviceId),
  ],
);

/** ISO 639 code and the name people use. */
export const languages = pgTable(
  "languages",
  {
    id: id(),
    serviceId: uuid("service_id").references(() => services.id, { onDelete: "cascade" }),
    locationId: uuid("location_id").references(() => locations.id, { onDelete: "cascade" }),
    code: text("code").notNull(),
    name: text("name").notNull(),
    note: text("note").notNull().default(""),
  },
  (t) => [
    check("languages_one_owner", sql`num_nonnulls(${t.serviceId}, ${t.locationId}) = 1`),
    check("languages_code", sql`${t.code} ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'`),
    index("languages_service").on(t.serviceId),
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

/** Places a service reaches, whether by its venue or by the area it covers: kept with the service's own rows. */
export const servicePlaces = pgTable(
  "service_places",
  {
    serviceId: uuid("service_id")
      .notNull()
      .references(() => services.id, { onDelete: "cascade" }),
    placeId: uuid("place_id")
      .notNull()
      .references(() => places.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.serviceId, t.placeId] }), index("service_places_place").on(t.placeId)],
);

/** Gone services stay listed here, so that a copy of our data can learn what to remove. */
export const removedServices = pgTable("removed_services", {
  serviceId: uuid("service_id").primaryKey(),
  removedAt: instant("removed_at").notNull().defaultNow(),
});
