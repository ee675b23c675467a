import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  agendaItemTypes,
  agendaStates,
  exemptCategories,
  forwardPlanKinds,
  forwardPlanStates,
  itemOrigins,
  meetingKinds,
  meetingStates,
  purposes,
  raisedItemStates,
} from "../vocabulary.ts";
import { people } from "./accounts.ts";
import { occurrences } from "./calendars.ts";
import { createdAt, id, instant, notBlank, oneOf, updatedAt, word } from "./columns.ts";
import { meetingSeries } from "./diary/meeting-series.ts";
import { groups } from "./groups.ts";
import { organisations } from "./organisations.ts";

/**
 * A meeting of one group or of several held concurrently. It starts at an instant, or "on rise of"
 * another, in which case `startsAt` stays empty until that one's end is recorded (rules.md 27).
 */
export const meetings = pgTable(
  "meetings",
  {
    id: id(),
    title: text("title").notNull(),
    kind: word("kind", meetingKinds).notNull().default("ordinary"),
    status: word("status", meetingStates).notNull().default("planned"),
    heldOn: date("held_on").notNull(),
    startsAt: instant("starts_at"),
    endsAt: instant("ends_at"),
    endedAt: instant("ended_at"),
    onRiseOfId: uuid("on_rise_of_id"),
    timeZone: text("time_zone").notNull().default("Europe/London"),
    location: text("location").notNull().default(""),
    onlineUrl: text("online_url"),
    accessNotes: text("access_notes").notNull().default(""),
    isPublic: boolean("is_public").notNull().default(true),
    agendaState: word("agenda_state", agendaStates).notNull().default("none"),
    agendaPublishedAt: instant("agenda_published_at"),
    occurrenceId: uuid("occurrence_id").references(() => occurrences.id, { onDelete: "set null" }),
    /** As what it goes out in feeds: readings say so, and whatever sets it apart ends it (migration 0018). */
    seriesId: uuid("series_id").references(() => meetingSeries.id, { onDelete: "set null" }),
    /** When it was to begin before it last moved, and since when it is called off: shown, and told to followers. */
    movedFrom: instant("moved_from"),
    calledOffAt: instant("called_off_at"),
    /** iCalendar's: rises with each change that a calendar should show. */
    sequence: integer("sequence").notNull().default(0),
    /** The rendered VEVENT and the key of what it was rendered from. */
    feedText: text("feed_text"),
    feedKey: text("feed_key"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check("meetings_title", notBlank(t.title)),
    check("meetings_kind", oneOf(t.kind, meetingKinds)),
    check("meetings_status", oneOf(t.status, meetingStates)),
    check("meetings_agenda_state", oneOf(t.agendaState, agendaStates)),
    check("meetings_start", sql`${t.startsAt} is not null or ${t.onRiseOfId} is not null`),
    check("meetings_not_on_own_rise", sql`${t.onRiseOfId} is null or ${t.onRiseOfId} <> ${t.id}`),
    check("meetings_end", sql`${t.endsAt} is null or ${t.startsAt} is null or ${t.endsAt} >= ${t.startsAt}`),
    check("meetings_published", sql`(${t.agendaState} = 'published') = (${t.agendaPublishedAt} is not null)`),
    uniqueIndex("meetings_occurrence").on(t.occurrenceId).where(sql`${t.occurrenceId} is not null`),
    index("meetings_day").on(t.heldOn, t.startsAt, t.id),
    index("meetings_on_rise_of").on(t.onRiseOfId),
    index("meetings_series").on(t.seriesId).where(sql`${t.seriesId} is not null`),
  ],
);

export const meetingGroups = pgTable(
  "meeting_groups",
  {
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meetings.id, { onDelete: "cascade" }),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    position: integer("position").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.groupId] }), index("meeting_groups_group").on(t.groupId)],
);

/** Something a network or forum raises at one of its meetings, addressed to a board or partnership it feeds. */
export const raisedItems = pgTable(
  "raised_items",
  {
    id: id(),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meetings.id, { onDelete: "cascade" }),
    fromGroupId: uuid("from_group_id")
      .notNull()
      .references(() => groups.id),
    toGroupId: uuid("to_group_id")
      .notNull()
      .references(() => groups.id),
    title: text("title").notNull(),
    whyItMatters: text("why_it_matters").notNull(),
    ask: text("ask").notNull(),
    evidence: text("evidence").notNull().default(""),
    purpose: word("purpose", purposes).notNull().default("comment"),
    status: word("status", raisedItemStates).notNull().default("raised"),
    raisedById: uuid("raised_by_id").references(() => people.id, { onDelete: "set null" }),
    raisedAt: instant("raised_at").notNull(),
    outcome: text("outcome").notNull().default(""),
    outcomeAt: instant("outcome_at"),
    updatedAt: updatedAt(),
  },
  (t) => [
    check("raised_items_title", notBlank(t.title)),
    check("raised_items_why", notBlank(t.whyItMatters)),
    check("raised_items_ask", notBlank(t.ask)),
    check("raised_items_status", oneOf(t.status, raisedItemStates)),
    check("raised_items_purpose", oneOf(t.purpose, purposes)),
    check("raised_items_not_to_itself", sql`${t.fromGroupId} <> ${t.toGroupId}`),
    check(
      "raised_items_outcome",
      sql`${t.status} not in ('decided', 'declined') or (${t.outcomeAt} is not null and btrim(${t.outcome}) <> '')`,
    ),
    index("raised_items_meeting").on(t.meetingId),
    index("raised_items_waiting").on(t.toGroupId, t.raisedAt).where(sql`${t.status} = 'raised'`),
  ],
);

/** What is to come to which meeting of a body: a named one, or the first on or after a date. */
export const forwardPlanEntries = pgTable(
  "forward_plan_entries",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    meetingId: uuid("meeting_id").references(() => meetings.id, { onDelete: "set null" }),
    dueFrom: date("due_from").notNull(),
    title: text("title").notNull(),
    sponsor: text("sponsor"),
    purpose: word("purpose", purposes),
    kind: word("kind", forwardPlanKinds).notNull().default("planned"),
    status: word("status", forwardPlanStates).notNull().default("planned"),
    isPrivate: boolean("is_private").notNull().default(false),
    firstPublishedOn: date("first_published_on"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check("forward_plan_title", notBlank(t.title)),
    check("forward_plan_purpose", sql`${t.purpose} is null or ${oneOf(t.purpose, purposes)}`),
    check("forward_plan_kind", oneOf(t.kind, forwardPlanKinds)),
    check("forward_plan_status", oneOf(t.status, forwardPlanStates)),
    index("forward_plan_group").on(t.groupId, t.dueFrom),
    index("forward_plan_meeting").on(t.meetingId),
  ],
);

/** One line of an agenda. `number` is what is printed; `position` is the order. Page numbers do not shift. */
export const agendaItems = pgTable(
  "agenda_items",
  {
    id: id(),
    meetingId: uuid("meeting_id")
      .notNull()
      .references(() => meetings.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    number: text("number").notNull(),
    parentId: uuid("parent_id"),
    title: text("title").notNull(),
    type: word("type", agendaItemTypes).notNull().default("report"),
    purpose: word("purpose", purposes),
    lead: text("lead"),
    sponsorOrganisationId: uuid("sponsor_organisation_id").references(() => organisations.id, {
      onDelete: "set null",
    }),
    page: integer("page"),
    note: text("note").notNull().default(""),
    exemptCategory: word("exempt_category", exemptCategories),
    origin: word("origin", itemOrigins).notNull().default("secretariat"),
    standingItemId: uuid("standing_item_id"),
    forwardPlanEntryId: uuid("forward_plan_entry_id").references(() => forwardPlanEntries.id, {
      onDelete: "set null",
    }),
    raisedItemId: uuid("raised_item_id").references(() => raisedItems.id, { onDelete: "set null" }),
    addedAt: instant("added_at").notNull().defaultNow(),
  },
  (t) => [
    // order and number are unique within a meeting: deferrable constraints in the migrations, so that a renumbering is one statement
    index("agenda_items_meeting").on(t.meetingId, t.position),
    uniqueIndex("agenda_items_raised").on(t.raisedItemId).where(sql`${t.raisedItemId} is not null`),
    uniqueIndex("agenda_items_forward_plan")
      .on(t.forwardPlanEntryId)
      .where(sql`${t.forwardPlanEntryId} is not null`),
    check("agenda_items_title", notBlank(t.title)),
    check("agenda_items_number_shape", sql`${t.number} ~ '^[0-9]+(\\.[0-9]+)*[a-z]?$'`),
    check("agenda_items_type", oneOf(t.type, agendaItemTypes)),
    check("agenda_items_purpose", sql`${t.purpose} is null or ${oneOf(t.purpose, purposes)}`),
    check("agenda_items_origin", oneOf(t.origin, itemOrigins)),
    check("agenda_items_page", sql`${t.page} is null or ${t.page} > 0`),
    check(
      "agenda_items_exempt",
      sql`${t.exemptCategory} is null or ${oneOf(t.exemptCategory, exemptCategories)}`,
    ),
    check("agenda_items_from_network", sql`${t.raisedItemId} is null or ${t.origin} = 'network'`),
  ],
);

/** The mark on an item: which of the bodies meeting together it is for (HWB, ICP, HWB/ICP). */
export const agendaItemGroups = pgTable(
  "agenda_item_groups",
  {
    agendaItemId: uuid("agenda_item_id")
      .notNull()
      .references(() => agendaItems.id, { onDelete: "cascade" }),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.agendaItemId, t.groupId] }),
    index("agenda_item_groups_group").on(t.groupId),
  ],
);
