import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { organisationKinds } from "../../vocabulary.ts";
import { keptNouns, reviewSteps } from "../../vocabulary-keeping.ts";
import { instant, oneOf, updatedAt, word } from "../columns.ts";

/** The periods of the upkeep ladder, in days from the day a confirmation falls due. One row; the team edits it. */
export const upkeepSettings = pgTable(
  "upkeep_settings",
  {
    only: boolean("only").primaryKey().default(true),
    /** How long a confirmation lasts where its kind says nothing else. */
    reviewMonths: integer("review_months").notNull().default(6),
    warnDaysBefore: integer("warn_days_before").notNull().default(14),
    leadAfterDays: integer("lead_after_days").notNull().default(30),
    teamAfterDays: integer("team_after_days").notNull().default(60),
    leavesResultsAfterDays: integer("leaves_results_after_days").notNull().default(180),
    /** A report that its owner does not answer climbs after so many days, at each level. */
    reportClimbsAfterDays: integer("report_climbs_after_days").notNull().default(7),
    updatedAt: updatedAt(),
  },
  (t) => [
    check("upkeep_settings_single", sql`${t.only}`),
    check("upkeep_settings_months", sql`${t.reviewMonths} between 1 and 60`),
    check("upkeep_settings_warn", sql`${t.warnDaysBefore} between 1 and 90`),
    check(
      "upkeep_settings_order",
      sql`${t.leadAfterDays} >= 1 and ${t.teamAfterDays} > ${t.leadAfterDays} and ${t.leavesResultsAfterDays} > ${t.teamAfterDays}`,
    ),
    check("upkeep_settings_report", sql`${t.reportClimbsAfterDays} between 1 and 90`),
  ],
);

/** Review periods by kind of organisation, for it and its services. `months` null: that kind is never asked. */
export const reviewPeriods = pgTable(
  "review_periods",
  {
    noun: word("noun", keptNouns).notNull(),
    kind: word("kind", organisationKinds).notNull(),
    months: integer("months"),
  },
  (t) => [
    primaryKey({ columns: [t.noun, t.kind] }),
    check("review_periods_noun", oneOf(t.noun, keptNouns)),
    check("review_periods_kind", oneOf(t.kind, organisationKinds)),
    check("review_periods_months", sql`${t.months} is null or ${t.months} between 1 and 60`),
  ],
);

/** What was done for one due date of one record: the row is the promise that it is done once. */
export const reviewNotices = pgTable(
  "review_notices",
  {
    noun: word("noun", keptNouns).notNull(),
    recordId: uuid("record_id").notNull(),
    dueOn: date("due_on").notNull(),
    step: word("step", reviewSteps).notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.recordId, t.dueOn, t.step] }),
    check("review_notices_noun", oneOf(t.noun, keptNouns)),
    check("review_notices_step", oneOf(t.step, reviewSteps)),
    index("review_notices_at").on(t.at),
  ],
);
