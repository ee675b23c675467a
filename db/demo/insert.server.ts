import { getTableColumns, getTableName, is, SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "#db/client.server.ts";

/** Rows of one table, checked against it by `rowsOf` and ready to insert. */
export interface TableRows {
  table: PgTable;
  rows: Record<string, unknown>[];
}

export function rowsOf<T extends PgTable>(table: T, rows: T["$inferInsert"][]): TableRows {
  return { table, rows };
}

/** Rows a statement: large enough to be quick, small enough to keep memory flat. */
const BATCH = 2_000;

/**
 * Inserts any number of rows. One JSON parameter a statement instead of one parameter a value: ten times
 * faster, and no limit of 65,535 values. A key that some rows lack is filled with the column's plain default.
 */
export async function insertRows(db: Database, { table, rows }: TableRows): Promise<void> {
  if (rows.length === 0) return;
  const columns = getTableColumns(table);
  const keys = Object.keys(columns).filter((key) => rows.some((row) => row[key] !== undefined));
  const names = sql.join(
    keys.map((key) => sql.identifier(columns[key]?.name ?? key)),
    sql`, `,
  );
  const target = sql.identifier(getTableName(table));
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH).map((row) => {
      const values = keys.map((key) => {
        const column = columns[key];
        const standIn = column?.default === undefined || is(column.default, SQL) ? null : column.default;
        return [column?.name ?? key, row[key] ?? (row[key] === undefined ? standIn : null)];
      });
      return Object.fromEntries(values);
    });
    await db.execute(
      sql`insert into ${target} (${names}) select ${names} from jsonb_populate_recordset(null::${target}, ${JSON.stringify(batch)}::text::jsonb)`,
    );
  }
}
