import { check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { importStates } from "../../vocabulary-keeping.ts";
import { people } from "../accounts.ts";
import { createdAt, id, instant, oneOf, word } from "../columns.ts";

/** A file of organisations that somebody sent in: what it said, what was wrong, what was written. */
export const imports = pgTable(
  "imports",
  {
    id: id(),
    fileName: text("file_name").notNull(),
    content: text("content").notNull(),
    state: word("state", importStates).notNull(),
    /** Rows, faults and likely duplicates as the check found them. */
    report: jsonb("report").notNull(),
    written: integer("written").notNull().default(0),
    total: integer("total").notNull().default(0),
    problem: text("problem"),
    personId: uuid("person_id").references(() => people.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    finishedAt: instant("finished_at"),
  },
  (t) => [check("imports_state", oneOf(t.state, importStates)), index("imports_recent").on(t.createdAt)],
);
