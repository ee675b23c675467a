import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { failureKinds, holdReasons, runOutcomes, runTriggers } from "../../vocabulary-diary.ts";
import { people } from "../accounts.ts";
import { calendars } from "../calendars.ts";
import { id, instant, oneOf, word } from "../columns.ts";
import { locations } from "../locations.ts";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

const calendarId = () =>
  uuid("calendar_id")
    .notNull()
    .references(() => calendars.id, { onDelete: "cascade" });

/**
 * What a calendar last said, so that its series go on although it does not change: one text for a feed or a file
 * (`href` empty), one for each resource of a CalDAV collection. Compressed, without attendees and organisers.
 */
export const calendarTexts = pgTable(
  "calendar_texts",
  {
    calendarId: calendarId(),
    href: text("href").notNull().default(""),
    etag: text("etag"),
    body: bytes("body").notNull(),
    keptAt: instant("kept_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.calendarId, t.href] })],
);

/**
 * A calendar's own clock. A run takes the lease; a worker that dies leaves it to run out. This is all that a run
 * writes which found nothing new.
 */
export const calendarClocks = pgTable(
  "calendar_clocks",
  {
    calendarId: calendarId().primaryKey(),
    nextRunAt: instant("next_run_at").notNull(),
    leaseId: uuid("lease_id"),
    leasedUntil: instant("leased_until"),
    lastRunAt: instant("last_run_at"),
    lastOutcome: word("last_outcome", runOutcomes),
    /** Failures in a row, and what kind the last was. */
    failures: integer("failures").notNull().default(0),
    failureKind: word("failure_kind", failureKinds),
    /** Runs since the last entry of the history that found nothing new. */
    quietRuns: integer("quiet_runs").notNull().default(0),
    /** When the owners were told that it cannot be read; empty again once they were told that it can. */
    toldAt: instant("told_at"),
  },
  (t) => [
    index("calendar_clocks_due").on(t.nextRunAt),
    check("calendar_clocks_lease", sql`(${t.leaseId} is null) = (${t.leasedUntil} is null)`),
    check("calendar_clocks_outcome", sql`${t.lastOutcome} is null or ${oneOf(t.lastOutcome, runOutcomes)}`),
    check("calendar_clocks_failure", sql`${t.failureKind} is null or ${oneOf(t.failureKind, failureKinds)}`),
  ],
);

/** The history of a calendar: runs that changed something, were held or failed. */
export const calendarRuns = pgTable(
  "calendar_runs",
  {
    id: id(),
    calendarId: calendarId(),
    trigger: word("trigger", runTriggers).notNull(),
    outcome: word("outcome", runOutcomes).notNull(),
    beganAt: instant("began_at").notNull(),
    endedAt: instant("ended_at").notNull(),
    added: integer("added").notNull().default(0),
    changed: integer("changed").notNull().default(0),
    withdrawn: integer("withdrawn").notNull().default(0),
    notices: integer("notices").notNull().default(0),
    /** To-dos, journals and private events that were left out, by name. */
    leftOut: jsonb("left_out").$type<Record<string, number>>().notNull().default({}),
    problem: text("problem"),
  },
  (t) => [
    index("calendar_runs_calendar").on(t.calendarId, t.beganAt),
    check("calendar_runs_trigger", oneOf(t.trigger, runTriggers)),
    check("calendar_runs_outcome", oneOf(t.outcome, runOutcomes)),
    check("calendar_runs_problem", sql`(${t.outcome} = 'failed') = (${t.problem} is not null)`),
  ],
);

/** A reading that would empty or halve a calendar, waiting to be believed. Nothing of it is kept but what it was. */
export const calendarHolds = pgTable(
  "calendar_holds",
  {
    calendarId: calendarId().primaryKey(),
    reason: word("reason", holdReasons).notNull(),
    /** The fingerprint of the text that waits. Another text is another question. */
    contentHash: text("content_hash").notNull(),
    /** Happenings to come that it would withdraw, of how many. */
    vanishing: integer("vanishing").notNull(),
    ofToCome: integer("of_to_come").notNull(),
    heldAt: instant("held_at").notNull(),
    /** Somebody said that it is right: the next run believes it. */
    confirmedAt: instant("confirmed_at"),
    confirmedById: uuid("confirmed_by_id").references(() => people.id, { onDelete: "set null" }),
  },
  (t) => [check("calendar_holds_reason", oneOf(t.reason, holdReasons))],
);

/** Which venue a calendar means by the words of a LOCATION. Somebody said so: a suggestion alone changes nothing. */
export const calendarVenues = pgTable(
  "calendar_venues",
  {
    calendarId: calendarId(),
    words: text("words").notNull(),
    /** Null: none of our venues. */
    locationId: uuid("location_id").references(() => locations.id, { onDelete: "cascade" }),
    isOnline: boolean("is_online").notNull().default(false),
    decidedById: uuid("decided_by_id").references(() => people.id, { onDelete: "set null" }),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.calendarId, t.words] })],
);
