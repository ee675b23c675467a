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
  time,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { agendaItemTypes, groupKinds, purposes } from "../vocabulary.ts";
import { people } from "./accounts.ts";
import { createdAt, id, notBlank, oneOf, slugShaped, updatedAt, word } from "./columns.ts";
import { organisations } from "./organisations.ts";
import { footprints, places } from "./places.ts";
import { taxonomyTerms } from "./taxonomies.ts";

/** Any body that meets. Which bodies exist and what they are called is data: they merge and are renamed. */
export const groups = pgTable(
  "groups",
  {
    id: id(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    /** The mark beside an agenda item: "HWB", "ICP". */
    abbreviation: text("abbreviation"),
    kind: word("kind", groupKinds).notNull(),
    summary: text("summary").notNull().default(""),
    placeId: uuid("place_id").references(() => places.id),
    footprintId: uuid("footprint_id").references(() => footprints.id),
    hostOrganisationId: uuid("host_organisation_id").references(() => organisations.id),
    contactEmail: text("contact_email"),
    isCurrent: boolean("is_current").notNull().default(true),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check("groups_slug", slugShaped(t.slug)),
    check("groups_name", notBlank(t.name)),
    check("groups_kind", oneOf(t.kind, groupKinds)),
    check(
      "groups_network_has_place",
      sql`${t.kind} not in ('place-network', 'place-board') or ${t.placeId} is not null`,
    ),
    uniqueIndex("groups_one_network_a_place")
      .on(t.placeId)
      .where(sql`${t.kind} = 'place-network' and ${t.isCurrent}`),
    uniqueIndex("groups_one_board_a_place")
      .on(t.placeId)
      .where(sql`${t.kind} = 'place-board' and ${t.isCurrent}`),
    index("groups_place").on(t.placeId),
  ],
);

/** A partnership may serve more than one place (overlapping geographies). */
export const groupPlaces = pgTable(
  "group_places",
  {
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    placeId: uuid("place_id")
      .notNull()
      .references(() => places.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.placeId] }), index("group_places_place").on(t.placeId)],
);

/** The arrow from one group to another: who raises things with whom. */
export const feedsInto = pgTable(
  "feeds_into",
  {
    fromGroupId: uuid("from_group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    toGroupId: uuid("to_group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.fromGroupId, t.toGroupId] }),
    index("feeds_into_to").on(t.toGroupId),
    check("feeds_into_not_itself", sql`${t.fromGroupId} <> ${t.toGroupId}`),
  ],
);

/** A place on a group held by an organisation, with a named person and deputy. Terms of one seat never overlap. */
export const seats = pgTable(
  "seats",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    seatNumber: integer("seat_number").notNull(),
    organisationId: uuid("organisation_id").references(() => organisations.id),
    roleTitle: text("role_title").notNull(),
    personName: text("person_name"),
    personId: uuid("person_id").references(() => people.id, { onDelete: "set null" }),
    deputyName: text("deputy_name"),
    isStatutory: boolean("is_statutory").notNull().default(false),
    isChair: boolean("is_chair").notNull().default(false),
    isJointMember: boolean("is_joint_member").notNull().default(false),
    heldFrom: date("held_from").notNull(),
    heldUntil: date("held_until"),
  },
  (t) => [
    check("seats_role_title", notBlank(t.roleTitle)),
    check("seats_number", sql`${t.seatNumber} > 0`),
    check("seats_dates", sql`${t.heldUntil} is null or ${t.heldUntil} >= ${t.heldFrom}`),
    index("seats_group").on(t.groupId),
    index("seats_organisation").on(t.organisationId),
  ],
);

/** Organisations that belong to a network or forum, from and until. */
export const members = pgTable(
  "members",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    joinedOn: date("joined_on").notNull(),
    leftOn: date("left_on"),
  },
  (t) => [
    check("members_dates", sql`${t.leftOn} is null or ${t.leftOn} >= ${t.joinedOn}`),
    index("members_group").on(t.groupId),
    index("members_organisation").on(t.organisationId),
  ],
);

/** A body's rule set is data (rules.md); every period is in working days unless it says otherwise. */
export const groupRules = pgTable(
  "group_rules",
  {
    groupId: uuid("group_id")
      .primaryKey()
      .references(() => groups.id, { onDelete: "cascade" }),
    papersWorkingDays: integer("papers_working_days").notNull().default(5),
    noticeWorkingDays: integer("notice_working_days").notNull().default(5),
    questionWorkingDays: integer("question_working_days").notNull().default(2),
    questionTime: time("question_time").notNull().default("09:00"),
    questionWords: integer("question_words").notNull().default(110),
    replyWorkingDays: integer("reply_working_days").notNull().default(7),
    meetsInPublic: boolean("meets_in_public").notNull().default(true),
    quorumMembers: integer("quorum_members"),
    quorumOrganisations: integer("quorum_organisations"),
    quorumNeedsChair: boolean("quorum_needs_chair").notNull().default(false),
    decidesBy: text("decides_by", { enum: ["consensus", "vote"] })
      .notNull()
      .default("consensus"),
    termsVersion: text("terms_version"),
    termsReviewedOn: date("terms_reviewed_on"),
  },
  (t) => [
    check(
      "group_rules_days",
      sql`least(${t.papersWorkingDays}, ${t.noticeWorkingDays}, ${t.questionWorkingDays}, ${t.replyWorkingDays}) >= 0`,
    ),
    check("group_rules_decides", sql`${t.decidesBy} in ('consensus', 'vote')`),
    check(
      "group_rules_quorum",
      sql`coalesce(${t.quorumMembers}, 1) > 0 and coalesce(${t.quorumOrganisations}, 1) > 0`,
    ),
  ],
);

/** What every agenda of a group begins and ends with. */
export const standingItems = pgTable(
  "standing_items",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    /** Opening items come before the business, closing ones after. */
    atEnd: boolean("at_end").notNull().default(false),
    title: text("title").notNull(),
    type: word("type", agendaItemTypes).notNull().default("standing"),
    purpose: word("purpose", purposes),
    lead: text("lead"),
  },
  (t) => [
    uniqueIndex("standing_items_order").on(t.groupId, t.atEnd, t.position),
    check("standing_items_title", notBlank(t.title)),
    check("standing_items_type", oneOf(t.type, agendaItemTypes)),
    check("standing_items_purpose", sql`${t.purpose} is null or ${oneOf(t.purpose, purposes)}`),
  ],
);

/** Themes and workstreams are per body, and map to the topics that residents search by. */
export const themes = pgTable(
  "themes",
  {
    id: id(),
    groupId: uuid("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    parentId: uuid("parent_id"),
    position: integer("position").notNull().default(0),
    name: text("name").notNull(),
    summary: text("summary").notNull().default(""),
    lead: text("lead"),
    validFrom: date("valid_from"),
    validTo: date("valid_to"),
  },
  (t) => [
    check("themes_name", notBlank(t.name)),
    index("themes_group").on(t.groupId),
    index("themes_parent").on(t.parentId),
  ],
);

export const themeTerms = pgTable(
  "theme_terms",
  {
    themeId: uuid("theme_id")
      .notNull()
      .references(() => themes.id, { onDelete: "cascade" }),
    termId: uuid("term_id")
      .notNull()
      .references(() => taxonomyTerms.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.themeId, t.termId] }), index("theme_terms_term").on(t.termId)],
);
