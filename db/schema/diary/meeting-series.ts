import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { events } from "../calendars.ts";
import { instant } from "../columns.ts";

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
    /** The rendered VEVENTs of the series and its meetings, and the key of what they were rendered from. */
    feedText: text("feed_text"),
    feedKey: text("feed_key"),
  },
  (t) => [index("meeting_series_groups").using("gin", t.groupIds)],
);
