import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  doublePrecision,
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
import { matchRules } from "../vocabulary-diary.ts";
import { people } from "./accounts.ts";
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
    /** Sealed address of a feed or collection; the name of an uploaded file; the absolute path of a file (command line only). */
    source: text("source").notNull(),
    /** A fingerprint of kind, source and account, to know a source again without opening it. */
    sourceKey: text("source_key").notNull(),
    /** What of the source may be shown: a host without its secret path, or a file's name. */
    sourceShown: text("source_shown").notNull(),
    /** CalDAV: who signs in, and the sealed app password. */
    account: text("account"),
    sealedPassword: text("sealed_password"),
    /** CalDAV: where the changes after our last reading begin (RFC 6578). */
    syncToken: text("sync_token"),
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
      .$type<{ line: number | null; uid: string | null; summary?: string | null; message: string }[]>()
      .notNull()
      .default([]),
    lastReadAt: instant("last_read_at"),
    problem: text("problem"),
    problemSince: instant("problem_since"),
    connectedById: uuid("connected_by_id").references(() => people.id, { onDelete: "set null" }),
    /** Not read while paused; never again once disconnected. What it brought stays. */
    pausedAt: instant("paused_at"),
    disconnectedAt: instant("disconnected_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check("calendars_name", notBlank(t.name)),
    check("calendars_kind", oneOf(t.kind, calendarKinds)),
    check("calendars_problem", sql`(${t.problem} is null) = (${t.problemSince} is null)`),
    check("calendars_password", sql`${t.sealedPassword} is null or ${t.account} is not null`),
    index("calendars_source").on(t.sourceKey),
    index("calendars_organisation").on(t.organisationId),
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
    /** Which of its happenings are this group's meetings, and the category or the words of the title. */
    matchBy: word("match_by", matchRules).notNull().default("all"),
    pattern: text("pattern").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.calendarId, t.groupId] }),
    index("calendar_groups_group").on(t.groupId),
    check("calendar_groups_match", oneOf(t.matchBy, matchRules)),
    check("calendar_groups_pattern", sql`(${t.matchBy} = 'all') = (btrim(${t.pattern}) = '')`),
  ],
);

/**
 * A series as its feed or its organisation says it, in iCalendar's own manner (RFC 5545 §3.8.5): wall-clock times
 * `2026-01-04T10:00:00` in `timeZone`, or days. Added and removed dates are instants, or days; a period has its length.
 */
export interface SeriesParts {
  start: string;
  /** An IANA name; null for whole days. */
  timeZone: string | null;
  /** As DURATION, such as PT90M or P1D; null where no end is given. */
  duration: string | null;
  rules: string[];
  exceptRules: string[];
  added: string[];
  removed: string[];
}

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
    /** Null for a single event, and for a series whose zone has no name that others know. */
    series: jsonb("series").$type<SeriesParts>(),
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
    sequence: integer("sequence").notNull().default(0),
    isPublic: boolean("is_public").notNull().default(true),
    /** Without a title it waits until somebody says that it may be shown (calendar case 49). */
    isHeld: boolean("is_held").notNull().default(false),
    /** The title that its keeper gave it, for as long as its calendar gives none. */
    givenTitle: text("given_title"),
    /** The same event of another calendar, which is the one that is listed (calendar case 44). */
    sameAsId: uuid("same_as_id").references((): AnyPgColumn => events.id, { onDelete: "set null" }),
    /** Our own SEQUENCE for feeds: rises with each change that a calendar should show. */
    feedSequence: integer("feed_sequence").notNull().default(0),
    feedChangedAt: instant("feed_changed_at"),
    /** The rendered VEVENTs, master and overrides, and the key of what they were rendered from. */
    feedText: text("feed_text"),
    feedKey: text("feed_key"),
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
    index("events_same_as").on(t.sameAsId).where(sql`${t.sameAsId} is not null`),
    index("events_uid").on(t.uid),
    index("events_held").on(t.calendarId).where(sql`${t.isHeld}`),
    check("events_position", sql`num_nulls(${t.latitude}, ${t.longitude}) in (0, 2)`),
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
    /** Says something else than its series: an override with a RECURRENCE-ID of its own. */
    isDetached: boolean("is_detached").notNull().default(false),
    /** When it was to begin before it was last moved: an instant, or a day. */
    movedFrom: text("moved_from"),
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
