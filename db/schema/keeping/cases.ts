import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { caseKinds, caseLevels, caseStates, keptNouns } from "../../vocabulary-keeping.ts";
import { people } from "../accounts.ts";
import { createdAt, id, instant, oneOf, updatedAt, word } from "../columns.ts";
import { groups } from "../groups.ts";
import { organisations } from "../organisations.ts";

/** Something that waits for a person: to approve, to answer, to mend. `details` is the kind's own (app/domain/cases/case.ts). */
export const cases = pgTable(
  "cases",
  {
    id: id(),
    kind: word("kind", caseKinds).notNull(),
    state: word("state", caseStates).notNull().default("open"),
    level: word("level", caseLevels).notNull(),
    noun: word("noun", keptNouns).notNull(),
    recordId: uuid("record_id").notNull(),
    /** The organisation that the record is, or belongs to. */
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    /** The place network whose lead it goes to; none: the Assembly team. */
    groupId: uuid("group_id").references(() => groups.id, { onDelete: "set null" }),
    title: text("title").notNull(),
    details: jsonb("details").notNull().default({}),
    /** Who raised it: a person with an account, or a name and an address that they left. */
    personId: uuid("person_id").references(() => people.id, { onDelete: "set null" }),
    fromName: text("from_name").notNull().default(""),
    fromEmail: text("from_email"),
    /** One open case for one cause: a second deed finds the first. */
    onceKey: text("once_key"),
    decidedById: uuid("decided_by_id").references(() => people.id, { onDelete: "set null" }),
    decidedAt: instant("decided_at"),
    /** The answer that was sent: why it was declined, or what was mended. */
    reason: text("reason").notNull().default(""),
    /** When it climbs to the next level, if nobody sees to it. */
    climbsAt: instant("climbs_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    check("cases_kind", oneOf(t.kind, caseKinds)),
    check("cases_state", oneOf(t.state, caseStates)),
    check("cases_level", oneOf(t.level, caseLevels)),
    check("cases_noun", oneOf(t.noun, keptNouns)),
    check("cases_decided", sql`(${t.state} in ('open', 'asked')) = (${t.decidedAt} is null)`),
    uniqueIndex("cases_once").on(t.onceKey).where(sql`${t.decidedAt} is null`),
    index("cases_queue").on(t.level, t.groupId, t.createdAt).where(sql`${t.decidedAt} is null`),
    index("cases_organisation").on(t.organisationId, t.createdAt),
    index("cases_record").on(t.recordId, t.kind),
    index("cases_climb").on(t.climbsAt).where(sql`${t.decidedAt} is null`),
  ],
);

/** Questions and answers about a case, in order. `isFromHandler` false: whoever raised it wrote this. */
export const caseMessages = pgTable(
  "case_messages",
  {
    id: id(),
    caseId: uuid("case_id")
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    at: instant("at").notNull(),
    personId: uuid("person_id").references(() => people.id, { onDelete: "set null" }),
    side: text("side", { enum: ["handler", "asker"] }).notNull(),
    words: text("words").notNull(),
  },
  (t) => [
    check("case_messages_side", sql`${t.side} in ('handler', 'asker')`),
    index("case_messages_case").on(t.caseId, t.at),
  ],
);
