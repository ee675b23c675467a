import type { CheckedFile } from "#app/domain/organisations/bulk/checking/check-file.server.ts";
import type { CellChange, Fault } from "#app/domain/organisations/bulk/checking/check-rows.ts";
import type { Likely } from "#app/domain/organisations/bulk/checking/find-likely.server.ts";
import type { WrittenFile } from "#app/domain/organisations/bulk/writing/write-file.server.ts";
import type { ChosenRowsInput } from "./chosen-rows.ts";

/** What a row would do. */
export type RowDeed = "add" | "change" | "nothing" | "fault";

/** What the check of a file found, as it is kept and shown. */
export interface ImportReport {
  /** Things to know that stop nothing: an unknown column, another encoding. */
  notices: string[];
  /** Why nothing could be read at all. */
  problems: string[];
  counts: Record<RowDeed, number>;
  faults: Fault[];
  /** What would change of organisations that are here, cell by cell. */
  changes: CellChange[];
  likely: { row: number; name: string; others: Likely[] }[];
  /** Row numbers by what they would do: "2-40, 42". */
  rows: Record<RowDeed, string>;
  /** Once started: which rows. */
  chosen?: ChosenRowsInput;
  /** Once written. */
  done?: WrittenFile;
}

export function reportOf({ problems, unknown, rows, likely }: CheckedFile, encoding: string): ImportReport {
  const deeds: Record<RowDeed, number[]> = { add: [], change: [], nothing: [], fault: [] };
  for (const one of rows) deeds[deedOf(one)].push(one.row);
  return {
    notices: noticesOf(unknown, encoding),
    problems,
    counts: mapped(deeds, (numbers) => numbers.length),
    faults: rows.flatMap(({ faults }) => faults),
    changes: rows.flatMap(({ changes }) => changes),
    likely: rows.flatMap(({ row, name }) => {
      const others = likely.get(row);
      return others ? [{ row, name, others }] : [];
    }),
    rows: mapped(deeds, inRanges),
  };
}

export function deedOf({ record, known, changed }: CheckedFile["rows"][number]): RowDeed {
  if (!record) return "fault";
  if (!known) return "add";
  return changed.length > 0 ? "change" : "nothing";
}

function noticesOf(unknown: readonly string[], encoding: string): string[] {
  const notices = [];
  if (encoding !== "UTF-8") {
    notices.push(`The file is written in ${encoding}; check that accents such as ŵ and ė look right.`);
  }
  if (unknown.length > 0) {
    const named = unknown.map((heading) => `“${heading}”`).join(", ");
    notices.push(
      `${unknown.length === 1 ? "One column is" : "Some columns are"} none of ours and will be left out: ${named}.`,
    );
  }
  return notices;
}

const mapped = <T, U>(deeds: Record<RowDeed, T>, map: (value: T) => U): Record<RowDeed, U> => ({
  ...{ add: map(deeds.add), change: map(deeds.change), nothing: map(deeds.nothing), fault: map(deeds.fault) },
});

/** [2, 3, 4, 7] is "2-4, 7". */
export function inRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(", ");
}
