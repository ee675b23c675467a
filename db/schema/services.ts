import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
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
import { capacityStates, frequencies, recordStates } from "../vocabulary.ts";
import { bankHolidayHours } from "../vocabulary-keeping.ts";
import { createdAt, id, instant, notBlank, oneOf, slugShaped, updatedAt, word } from "./columns.ts";
import { locations } from "./locations.ts";
import { organisations } from "./organisations.ts";
import { footprints, places } from "./places.ts";

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
    capacityNote: text("capacity_note").notNull().default(""),
    capacitySetAt: instant("capacity_set_at"),
    bankHolidays: word("bank_holidays", bankHolidayHours),
    isTermTimeOnly: boolean("is_term_time_only").notNull().default(false),
    confirmedOn: date("confirmed_on"),
    /** Its own review period; without one, that of its organisation's kind (`review_periods`). */
    reviewMonths: integer("review_months"),
    /** Kept by a trigger, as on organisations. */
    reviewDueOn: date("review_due_on"),
    /** Sections of its task list that were saved, even if with nothing in them. */
    stepsDone: text("steps_done").array().notNull().default(sql`'{}'`),
    stateNote: text("state_note").notNull().default(""),
    archivedAt: instant("archived_at"),
    /** Set once it was live for the first time: a first publication may ask for approval. */
    publishedAt: instant("published_at"),
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
    check(
      "services_bank_holidays",
      sql`${t.bankHolidays} is null or ${oneOf(t.bankHolidays, bankHolidayHours)}`,
    ),
    check("services_review", sql`${t.reviewMonths} is null or ${t.reviewMonths} between 1 and 60`),
    check("services_archived", sql`(${t.state} = 'archived') = (${t.archivedAt} is not null)`),
    index("services_review_due").on(t.reviewDueOn).where(sql`${t.state} in ('live', 'temporarily-closed')`),
    index("services_organisation").on(t.organisationId),
    index("services_list").on(t.state, sql`lower(${t.name})`, t.id),
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

/** Gone services stay listed here, so that a copy of our data can learn what to remove. */
export const removedServices = pgTable("removed_services", {
  serviceId: uuid("service_id").primaryKey(),
  removedAt: instant("removed_at").notNull().defaultNow(),
});
