import { boolean, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { events } from "../calendars.ts";
import { id, instant } from "../columns.ts";

/**
 * An event of a diary whose meetings go out in feeds as one series: those that name it, all with exactly these bodies.
 * Readings make and change it; a row stays when it is a series no more, so that its SEQUENCE never falls.
 */
export const meetingSeries = pgTable(
  "meeting_series",
  {
    id: uuid("id")
      .primaryKey()
      .references(() => events.id, { onDelete: "cascade" }),
    groupIds: uuid("group_ids").array().notNull(),
    /** What the series adds to the SEQUENCE of each meeting, and when it last rose. */
    feedSequence: integer("feed_sequence").notNull().default(0),
    feedChangedAt: instant("feed_changed_at").notNull(),
    /** The rendered VEVENTs of the series and its meetings, and the key; they hold while nothing of it has changed. */
    feedText: text("feed_text"),
    feedKey: text("feed_key"),
  },
  (t) => [index("meeting_series_groups").using("gin", t.groupIds)],
);

/**
 * What changed of a series since its text was rendered; whoever renders it again takes these away. Rows are added, not
 * the series' own marked, as those who change meetings would wait for one another in circles.
 */
export const meetingSeriesChanges = pgTable(
  "meeting_series_changes",
  {
    id: id(),
    seriesId: uuid("series_id").notNull(),
    changedAt: instant("changed_at").notNull(),
    /** Whether calendars should show it: further dates of a series are no change of it. */
    rises: boolean("rises").notNull(),
  },
  (t) => [index("meeting_series_changes_series").on(t.seriesId)],
);
