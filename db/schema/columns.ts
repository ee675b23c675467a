import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, customType, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { wordsOf } from "../vocabulary.ts";

/** Column shapes that every table shares. Instants are `timestamptz`; plain dates stay plain. */
export const id = () => uuid("id").primaryKey().defaultRandom();
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
export const createdAt = () => instant("created_at").notNull().defaultNow();
export const updatedAt = () => instant("updated_at").notNull().defaultNow();

/** A text column limited to a list of db/vocabulary.ts; pair it with `oneOf` in the table's checks. */
export const word = <T extends Record<string, string>>(name: string, list: T) =>
  text(name, { enum: wordsOf(list) });

/** The body of the check that keeps a column within its list. */
export const oneOf = (column: AnyPgColumn, list: Record<string, string>): SQL =>
  sql`${column} in (${sql.raw(
    wordsOf(list)
      .map((w) => `'${w}'`)
      .join(", "),
  )})`;

/** Text with something in it besides white space. */
export const notBlank = (column: AnyPgColumn): SQL => sql`btrim(${column}) <> ''`;

/** A lower-case address word: letters, digits and single hyphens. */
export const slugShaped = (column: AnyPgColumn): SQL => sql`${column} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`;

/** A title as search compares words: without accents and apostrophes, and each word by its stem. */
export const titleWords = (title: AnyPgColumn): SQL =>
  sql`to_tsvector('english', f_unaccent(translate(${title}, '''’‘', '')))`;

export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
