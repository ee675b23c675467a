import { getTableColumns, type InferInsertModel, type InferSelectModel, type SQL, sql } from "drizzle-orm";
import type { PgDatabase, PgTable } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres, { type Options, type Sql } from "postgres";

/** The core query builder on a pool or, alike, inside a transaction. No schema is passed: no relational queries. */
export type Database = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>;

export interface Connection {
  /** The pool itself, for what the query builder cannot say. */
  sql: Sql;
  db: Database;
  /** Waits for queries in flight, at most five seconds, then closes the pool. */
  end: () => Promise<void>;
}

export interface ConnectOptions {
  /** Most connections open at once. */
  pool?: number;
  /** Milliseconds after which Postgres gives up on one statement; 0 for never. */
  statementTimeout?: number;
  /** Shown in pg_stat_activity. */
  name?: string;
}

/** Opens a pool lazily: nothing is sent until the first query. Forgets nothing when the server restarts: it reconnects. */
export function connect(
  url: string,
  { pool = 10, statementTimeout = 0, name = "assembly" }: ConnectOptions = {},
): Connection {
  const { href, host } = splitSocketHost(url);
  const options: Options<Record<string, never>> = {
    max: pool,
    connect_timeout: 5,
    // The default waits up to 20 s between attempts; a page should work again as soon as the database does.
    backoff: (attempts: number) => Math.min(0.05 * 2 ** attempts, 1),
    connection: { application_name: name, TimeZone: "UTC", statement_timeout: statementTimeout },
    onnotice: () => {},
  };
  if (host) options.host = host;
  const sql = postgres(href, options);
  return { sql, db: drizzle(sql), end: () => sql.end({ timeout: 5 }) };
}

/** `postgres://…/assembly?host=/socket/folder` is libpq's way to name a unix socket; postgres.js wants it as an option. */
export function splitSocketHost(url: string): { href: string; host: string | undefined } {
  const address = new URL(url);
  const host = address.searchParams.get("host") ?? undefined;
  address.searchParams.delete("host");
  return { href: address.href, host };
}

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
