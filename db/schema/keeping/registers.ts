import { sql } from "drizzle-orm";
import { boolean, check, date, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { identifierSchemes } from "../../vocabulary.ts";
import { instant, oneOf, word } from "../columns.ts";

/** The public extract of a register, as its keeper publishes it (Charity Commission, Companies House). */
export const registerEntries = pgTable(
  "register_entries",
  {
    scheme: word("scheme", identifierSchemes).notNull(),
    number: text("number").notNull(),
    name: text("name").notNull(),
    otherNames: text("other_names").array().notNull().default(sql`'{}'`),
    /** The register's own word: "Registered", "Removed", "Active", "Dissolved". */
    status: text("status").notNull(),
    isCurrent: boolean("is_current").notNull(),
    registeredOn: date("registered_on"),
    removedOn: date("removed_on"),
    postcode: text("postcode"),
    importedAt: instant("imported_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.scheme, t.number] }),
    check("register_entries_scheme", oneOf(t.scheme, identifierSchemes)),
  ],
);

/** When the extract of a register was last taken in: without a row, that register is not configured. */
export const registerExtracts = pgTable(
  "register_extracts",
  {
    scheme: word("scheme", identifierSchemes).primaryKey(),
    asOf: date("as_of").notNull(),
    entries: integer("entries").notNull(),
    importedAt: instant("imported_at").notNull(),
  },
  (t) => [check("register_extracts_scheme", oneOf(t.scheme, identifierSchemes))],
);
