import type { Ctx } from "#app/domain/context.ts";
import type { Column } from "#app/domain/organisations/bulk/file/columns.ts";
import { readFile } from "#app/domain/organisations/bulk/file/read-file.ts";
import { type CheckedRow, checkRow } from "./check-rows.ts";
import { findKnown, findNames } from "./find-around.server.ts";
import { findLikely, type Likely } from "./find-likely.server.ts";

export interface CheckedFile {
  columns: Column[];
  unknown: string[];
  problems: string[];
  rows: CheckedRow[];
  /** New rows that may be there already, in the file or in the directory, by row. */
  likely: Map<number, Likely[]>;
}

/** A web server has others to answer meanwhile. */
const BREATH_EACH = 200;

/** Everything that can be said of a file before anything is written. `hold`: nobody else changes what it is about meanwhile. */
export async function checkFile(ctx: Ctx, text: string, { hold = false } = {}): Promise<CheckedFile> {
  const { columns, unknown, problems, rows: given } = readFile(text);
  const [names, known] = [await findNames(ctx), await findKnown(ctx, given, hold)];
  const rows: CheckedRow[] = [];
  for (const [at, row] of given.entries()) {
    rows.push(checkRow(row, { columns, names, known }));
    if (at % BREATH_EACH === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  refuseTwice(rows);
  return { columns, unknown, problems, rows, likely: await findLikely(ctx, rows) };
}

/** Two rows about one organisation would each undo the other. */
function refuseTwice(rows: CheckedRow[]): void {
  const first = new Map<string, number>();
  for (const one of rows) {
    if (!one.known) continue;
    const { id } = one.known;
    const other = first.get(id);
    if (other === undefined) first.set(id, one.row);
    else {
      one.faults.push({
        row: one.row,
        column: "id",
        value: id,
        reason: `Row ${other} is about the same organisation`,
      });
      one.record = null;
      one.changed = [];
      one.changes = [];
    }
  }
}
