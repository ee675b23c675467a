import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id } from "./columns.ts";
import { locations } from "./locations.ts";
import { organisations } from "./organisations.ts";
import { services, servicesAtLocations } from "./services.ts";

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
