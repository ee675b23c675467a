import { getTableColumns, type InferInsertModel, type InferSelectModel, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Database } from "./client.server.ts";

/*
 * Thousands of rows: a part of them goes over as one JSON value, which costs the database and us a fraction of what
 * as many parameters do.
 */

/** A part is small enough for nobody's memory to matter, and large enough for the way there and back not to. */
const ROWS_AT_ONCE = 1000;

/** Inserts rows that all name the same columns; what they do not name has its default. */
export async function insertMany<Table extends PgTable>(
  db: Database,
  table: Table,
  rows: readonly InferInsertModel<Table>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const names = listOf(columnsOf(table, Object.keys(first)));
  for (const records of recordsOf(table, rows)) {
    await db.execute(sql`insert into ${table} (${names}) select ${names} from ${records}`);
  }
}

/** Has rows say what these say in the columns that are named; they are known by their ids. */
export async function updateMany<Table extends PgTable, Row extends InferSelectModel<Table> & { id: string }>(
  db: Database,
  table: Table,
  rows: readonly Partial<Row>[],
  names: readonly (keyof Row & string)[],
): Promise<void> {
  const set = sql.join(
    columnsOf(table, names).map((name) => sql`${sql.identifier(name)} = given.${sql.identifier(name)}`),
    sql`, `,
  );
  for (const records of recordsOf(table, rows)) {
    await db.execute(sql`update ${table} set ${set} from ${records} given where ${table}.id = given.id`);
  }
}

function columnsOf(table: PgTable, names: readonly string[]): string[] {
  const columns = getTableColumns(table);
  return names.map((name) => {
    const column = columns[name];
    if (!column) throw new Error(`There is no column ${name}`);
    return column.name;
  });
}

const listOf = (names: readonly string[]): SQL =>
  sql.join(
    names.map((name) => sql.identifier(name)),
    sql`, `,
  );

function* recordsOf(table: PgTable, rows: readonly object[]): Generator<SQL> {
  const columns = Object.entries(getTableColumns(table)).map(([key, { name }]) => [key, name] as const);
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const records = rows.slice(at, at + ROWS_AT_ONCE).map((row) => {
      const values = row as Record<string, unknown>;
      return Object.fromEntries(
        columns.flatMap(([key, name]) => (key in values ? [[name, values[key]]] : [])),
      );
    });
    yield sql`jsonb_populate_recordset(null::${table}, ${JSON.stringify(records)}::jsonb)`;
  }
}
