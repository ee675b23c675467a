import type { PgDatabase } from "drizzle-orm/pg-core";
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
