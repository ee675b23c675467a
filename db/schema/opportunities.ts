import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { opportunityKinds, recordStates } from "../vocabulary.ts";
import {
  createdAt,
  id,
  instant,
  notBlank,
  oneOf,
  slugShaped,
  titleWords,
  updatedAt,
  word,
} from "./columns.ts";
import { organisations } from "./organisations.ts";
import { places } from "./places.ts";

/** After `closesAt` an opportunity is closed by the clock, with no hand needed. */
export const opportunities = pgTable(
  "opportunities",
  {
    id: id(),
    slug: text("slug").notNull().unique(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    kind: word("kind", opportunityKinds).notNull(),
    title: text("title").notNull(),
    summary: text("summary").notNull().default(""),
    description: text("description").notNull().default(""),
    howToApply: text("how_to_apply").notNull().default(""),
    commitment: text("commitment").notNull().default(""),
    url: text("url"),
    email: text("email"),
    isOnline: boolean("is_online").notNull().default(false),
    opensAt: instant("opens_at").notNull().defaultNow(),
    closesAt: instant("closes_at"),
    state: word("state", recordStates).notNull().default("live"),
    stateNote: text("state_note").notNull().default(""),
    archivedAt: instant("archived_at"),
    publishedAt: instant("published_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check("opportunities_slug", slugShaped(t.slug)),
    check("opportunities_title", notBlank(t.title)),
    check("opportunities_kind", oneOf(t.kind, opportunityKinds)),
    check("opportunities_state", oneOf(t.state, recordStates)),
    check("opportunities_dates", sql`${t.closesAt} is null or ${t.closesAt} > ${t.opensAt}`),
    check("opportunities_url", sql`${t.url} is null or ${t.url} ~ '^https?://'`),
    check("opportunities_archived", sql`(${t.state} = 'archived') = (${t.archivedAt} is not null)`),
    index("opportunities_open").on(t.state, t.closesAt),
    index("opportunities_organisation").on(t.organisationId),
    index("opportunities_title").using("gin", titleWords(t.title)),
  ],
);

/** Where it is; none means everywhere in the system. */
export const opportunityPlaces = pgTable(
  "opportunity_places",
  {
    opportunityId: uuid("opportunity_id")
      .notNull()
      .references(() => opportunities.id, { onDelete: "cascade" }),
    placeId: uuid("place_id")
      .notNull()
      .references(() => places.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.opportunityId, t.placeId] }),
    index("opportunity_places_place").on(t.placeId),
  ],
);
