import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { people } from "../accounts.ts";
import { id, instant } from "../columns.ts";
import { organisations } from "../organisations.ts";

/** Two records made one. `moved` says what changed hands, so that it can be undone. */
export const merges = pgTable(
  "merges",
  {
    id: id(),
    fromId: uuid("from_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    intoId: uuid("into_id")
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    moved: jsonb("moved").notNull(),
    mergedAt: instant("merged_at").notNull(),
    mergedById: uuid("merged_by_id").references(() => people.id, { onDelete: "set null" }),
    undoneAt: instant("undone_at"),
    undoneById: uuid("undone_by_id").references(() => people.id, { onDelete: "set null" }),
  },
  (t) => [
    check("merges_two", sql`${t.fromId} <> ${t.intoId}`),
    uniqueIndex("merges_current").on(t.fromId).where(sql`${t.undoneAt} is null`),
    index("merges_into").on(t.intoId),
  ],
);
