/** Postgres takes a statement of at most 65,535 values: some 500 rows of our widest tables. */
const ROWS_AT_ONCE = 500;

/** Rows in their order, as many at once as one statement takes. */
export function* inParts<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) yield rows.slice(at, at + ROWS_AT_ONCE);
}
