import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { answerWays, attendanceAnswers, followKinds } from "../../vocabulary-diary.ts";
import { people } from "../accounts.ts";
import { occurrences } from "../calendars.ts";
import { createdAt, id, instant, oneOf, updatedAt, word } from "../columns.ts";
import { groups } from "../groups.ts";
import { meetings } from "../meetings.ts";

const personId = () =>
  uuid("person_id")
    .notNull()
    .references(() => people.id, { onDelete: "cascade" });
const meetingId = () =>
  uuid("meeting_id")
    .notNull()
    .references(() => meetings.id, { onDelete: "cascade" });

/** Who wants to hear of a group's meetings, and how. */
export const groupFollowers = pgTable(
  "group_followers",
  {
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    personId: personId(),
    kind: word("kind", followKinds).notNull().default("news"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.personId] }),
    index("group_followers_person").on(t.personId),
    check("group_followers_kind", oneOf(t.kind, followKinds)),
  ],
);

/** An invitation that went to somebody, and what it last said: the next one goes out when the meeting says more. */
export const meetingInvitations = pgTable(
  "meeting_invitations",
  {
    id: id(),
    meetingId: meetingId(),
    personId: personId(),
    /** In the organiser's address, so that an answer is known to be this person's. */
    secret: text("secret").notNull(),
    sequence: integer("sequence").notNull(),
    /** What it said, as one text; the next one goes out when the meeting says something else. */
    told: text("told").notNull(),
    /** The instant or the day it named, and since which SEQUENCE: an answer to an older one is about another time. */
    timeTold: text("time_told").notNull(),
    timeSequence: integer("time_sequence").notNull(),
    sentAt: instant("sent_at").notNull(),
    cancelledAt: instant("cancelled_at"),
  },
  (t) => [
    uniqueIndex("meeting_invitations_person").on(t.meetingId, t.personId),
    uniqueIndex("meeting_invitations_secret").on(t.secret),
    index("meeting_invitations_of_person").on(t.personId),
  ],
);

/** Who says that they will be at a meeting. */
export const meetingAttendances = pgTable(
  "meeting_attendances",
  {
    meetingId: meetingId(),
    personId: personId(),
    answer: word("answer", attendanceAnswers).notNull(),
    way: word("way", answerWays).notNull(),
    comment: text("comment").notNull().default(""),
    answeredAt: instant("answered_at").notNull(),
    /** When the meeting was to begin as this was said, an instant or a day: it may have moved since. */
    timeAnswered: text("time_answered").notNull(),
    /** The DTSTAMP of the answer, as a later one may arrive first. */
    stampedAt: instant("stamped_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.meetingId, t.personId] }),
    index("meeting_attendances_person").on(t.personId),
    check("meeting_attendances_answer", oneOf(t.answer, attendanceAnswers)),
    check("meeting_attendances_way", oneOf(t.way, answerWays)),
  ],
);

/** Further calendars that hold a meeting: a joint one stands in the diary of each body (calendar case 44). */
export const meetingOccurrences = pgTable(
  "meeting_occurrences",
  {
    occurrenceId: uuid("occurrence_id")
      .primaryKey()
      .references(() => occurrences.id, { onDelete: "cascade" }),
    meetingId: meetingId(),
  },
  (t) => [index("meeting_occurrences_meeting").on(t.meetingId)],
);

/** The secret address of everything that somebody sits on. The hash finds it; sealed, it can be shown again. */
export const personalFeeds = pgTable(
  "personal_feeds",
  {
    personId: personId().primaryKey(),
    secretHash: text("secret_hash").notNull().unique(),
    sealedSecret: text("sealed_secret").notNull(),
    madeAt: instant("made_at").notNull(),
    lastAskedOn: text("last_asked_on"),
  },
  (t) => [
    check(
      "personal_feeds_asked",
      sql`${t.lastAskedOn} is null or ${t.lastAskedOn} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`,
    ),
  ],
);
