import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { calendarKinds, occurrenceStates } from "../vocabulary.ts";
import { createdAt, id, instant, notBlank, oneOf, titleWords, updatedAt, word } from "./columns.ts";
import { groups } from "./groups.ts";
import { locations } from "./locations.ts";
import { organisations } from "./organisations.ts";
import { places } from "./places.ts";
import { services } from "./services.ts";
import { taxonomyTerms } from "./taxonomies.ts";

/** A diary kept elsewhere. One may serve several groups, a group may have several. */
export const calendars = pgTable(
  "calendars",
  {
    id: id(),
    name: text("name").notNull(),
    kind: word("kind", calendarKinds).notNull(),
    /** An https address, or the absolute path of a file (command line only). */
    source: text("source").notNull(),
    /** Connected from a terminal, whose holder could ask any host: it may be one of a private network. */
    mayBePrivate: boolean("may_be_private").notNull().default(false),
    organisationId: uuid("organisation_id").references(() => organisations.id, { onDelete: "cascade" }),
    defaultZone: text("default_zone").notNull().default("Europe/London"),
    /** Validators of the last revision that was read whole; they advance only with its rows. */
    contentHash: text("content_hash"),
    etag: text("etag"),
    lastModified: text("last_modified"),
    windowUntil: date("window_until"),
    notices: jsonb("notices")
      .$type<{ line: number | null; uid: string | null; message: string }[]>()
      .notNull()
      .default([]),
    lastRunAt: instant("last_run_at"),
    lastReadAt: instant("last_read_at"),
    problem: text("problem"),
    problemSince: instant("problem_since"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check("calendars_name", notBlank(t.name)),
    check("calendars_kind", oneOf(t.kind, calendarKinds)),
    check("calendars_problem", sql`(${t.problem} is null) = (${t.problemSince} is null)`),
    index("calendars_source").on(t.source),
  ],
);

export const calendarGroups = pgTable(
  "calendar_groups",
  {
    calendarId: uuid("calendar_id")
      .notNull()
      .references(() => calendars.id, { onDelete: "cascade" }),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.calendarId, t.groupId] }), index("calendar_groups_group").on(t.groupId)],
);

/**
 * An event of iCalendar: a series or a single one. It belongs to a calendar that was read,
 * or to an organisation that typed it in. `rrule` is kept as given, and expanded into occurrences.
 */
export const events = pgTable(
  "events",
  {
    id: id(),
    calendarId: uuid("calendar_id").references(() => calendars.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id").references(() => organisations.id, { onDelete: "cascade" }),
    serviceId: uuid("service_id").references(() => services.id, { onDelete: "set null" }),
    locationId: uuid("location_id").references(() => locations.id, { onDelete: "set null" }),
    placeId: uuid("place_id").references(() => places.id),
    termId: uuid("term_id").references(() => taxonomyTerms.id, { onDelete: "set null" }),
    uid: text("uid").notNull(),
    summary: text("summary").notNull(),
    description: text("description").notNull().default(""),
    cost: text("cost").notNull().default(""),
    location: text("location").notNull().default(""),
    onlineUrl: text("online_url"),
    url: text("url"),
    categories: text("categories").array().notNull().default(sql`'{}'`),
    rrule: text("rrule"),
    sequence: integer("sequence").notNull().default(0),
    isPublic: boolean("is_public").notNull().default(true),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check("events_owner", sql`num_nonnulls(${t.calendarId}, ${t.organisationId}) >= 1`),
    check("events_summary", notBlank(t.summary)),
    uniqueIndex("events_calendar_uid").on(t.calendarId, t.uid).where(sql`${t.calendarId} is not null`),
    index("events_organisation").on(t.organisationId),
    index("events_service").on(t.serviceId),
    index("events_place").on(t.placeId),
    index("events_title").using("gin", titleWords(t.summary)),
  ],
);

/**
 * One happening. Every one has its days, by which lists are read: a timed one those it touches in its own zone,
 * with its instants besides; an all-day one its first and the day after its last (the first again if none was given).
 */
export const occurrences = pgTable(
  "occurrences",
  {
    id: id(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => events.id, { onDelete: "cascade" }),
    /** The slot of the series it stands for: UTC instant or plain date; empty for a single event. */
    recurrenceId: text("recurrence_id").notNull().default(""),
    allDay: boolean("all_day").notNull().default(false),
    startsAt: instant("starts_at"),
    endsAt: instant("ends_at"),
    startsOn: date("starts_on").notNull(),
    endsOn: date("ends_on").notNull(),
    timeZone: text("time_zone").notNull().default("Europe/London"),
    summary: text("summary").notNull(),
    location: text("location").notNull().default(""),
    onlineUrl: text("online_url"),
    status: word("status", occurrenceStates).notNull().default("confirmed"),
    sequence: integer("sequence").notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("occurrences_key").on(t.eventId, t.recurrenceId),
    check("occurrences_status", oneOf(t.status, occurrenceStates)),
    check("occurrences_timed", sql`${t.allDay} = (${t.startsAt} is null)`),
    check(
      "occurrences_order",
      sql`(${t.endsAt} is null or ${t.endsAt} >= ${t.startsAt}) and ${t.endsOn} >= ${t.startsOn}`,
    ),
    index("occurrences_day").on(t.startsOn, t.id),
    index("occurrences_starts").on(t.startsAt),
    // The few that last longer than their first day: what a list from some day on must not miss
    index("occurrences_running").on(t.startsOn).where(sql`${t.endsOn} - ${t.startsOn} > ${t.allDay}::int`),
  ],
);
