import type { Likely } from "#app/domain/organisations/bulk/checking/find-likely.server.ts";
import type { ImportReport } from "#app/domain/organisations/bulk/report.ts";
import type { WrittenFile } from "#app/domain/organisations/bulk/writing/write-file.server.ts";

/** A terminal shows so many; the page of an import lists them all. */
const MOST = 200;

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;

/** What the check of a file found, for reading in a terminal. */
export function reportInWords({ problems, notices, counts, faults, likely }: ImportReport): string {
  if (problems.length > 0)
    return ["The file cannot be read:", ...problems.map((one) => `  ${one}`)].join("\n");
  const { add, change, nothing, fault } = counts;
  return [
    count(add + change + nothing + fault, "row:", "rows:"),
    `  ${count(add, "new organisation", "new organisations")}`,
    `  ${count(change, "organisation to change", "organisations to change")}`,
    `  ${count(nothing, "row that says nothing new", "rows that say nothing new")}`,
    `  ${count(fault, "row with faults", "rows with faults")}`,
    ...notices,
    ...listed("Faults:", faults, ({ row, column, value, reason }) => {
      const where = column ? `, ${column}` : "";
      return `row ${row}${where}: ${reason}${value ? ` (it says “${value}”)` : ""}`;
    }),
    ...listed("May be there already:", likely, ({ row, name, others }) => {
      return `row ${row}, ${name}: ${others.map(otherInWords).join("; ")}`;
    }),
  ].join("\n");
}

function listed<T>(heading: string, items: readonly T[], inWords: (item: T) => string): string[] {
  if (items.length === 0) return [];
  const more = items.length > MOST ? [`  … and ${(items.length - MOST).toLocaleString("en-GB")} more`] : [];
  return ["", heading, ...items.slice(0, MOST).map((item) => `  ${inWords(item)}`), ...more];
}

const otherInWords = ({ why, name, slug, row }: Likely) =>
  row === null ? `${why} as ${name} (${slug})` : `${why} as row ${row}, ${name}`;

export function writtenInWords({ added, changed, same, left }: WrittenFile): string {
  const parts = [
    count(added, "organisation added", "organisations added"),
    count(changed, "changed", "changed"),
    count(same, "as it was", "as they were"),
    ...(left > 0 ? [count(left, "row left out", "rows left out")] : []),
  ];
  return `Written: ${parts.join(", ")}.`;
}
