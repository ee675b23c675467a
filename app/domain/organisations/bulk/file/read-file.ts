import { CsvError, parse } from "csv-parse/sync";
import { type Column, readHeadings } from "./columns.ts";
import { fromCell, separatorOf } from "./csv-text.ts";

/** A row as the file has it: texts by the key of their column. */
export interface FileRow {
  /** As a spreadsheet counts: the headings are row 1. */
  row: number;
  cells: Record<string, string>;
  /** Cells beyond the last column, where there are any. */
  extra: number;
}

export interface ReadFile {
  columns: Column[];
  rows: FileRow[];
  unknown: string[];
  /** Why nothing could be read; empty when it could. */
  problems: string[];
}

export const MOST_ROWS = 50_000;

/** A CSV's rows by column. Empty rows are passed over, and still counted. */
export function readFile(text: string): ReadFile {
  const nothing = { columns: [], rows: [], unknown: [] };
  let lines: string[][];
  try {
    lines = parse(text, { bom: true, delimiter: separatorOf(text), relax_column_count: true });
  } catch (error) {
    return { ...nothing, problems: [inWords(error)] };
  }
  const [given, ...rest] = lines;
  if (!given || isEmpty(given)) return { ...nothing, problems: ["The file is empty, or its first row is."] };
  if (rest.length > MOST_ROWS) {
    const most = MOST_ROWS.toLocaleString("en-GB");
    return { ...nothing, problems: [`The file has more than ${most} rows: send it in parts.`] };
  }
  const { columns, unknown, problems } = readHeadings(given);
  const rows = problems.length > 0 ? [] : rest.flatMap((cells, at) => rowOf(cells, at + 2, columns));
  if (problems.length === 0 && rows.length === 0) problems.push("There is no row below the headings.");
  return { columns: columns.filter((column) => column !== null), rows, unknown, problems };
}

function rowOf(given: string[], row: number, columns: (Column | null)[]): FileRow[] {
  if (isEmpty(given)) return [];
  const cells: Record<string, string> = {};
  columns.forEach((column, at) => {
    if (column) cells[column.key] = fromCell(withoutEdges(given[at] ?? ""));
  });
  const extra = given.slice(columns.length).filter((cell) => cell.trim() !== "").length;
  return [{ row, cells, extra }];
}

/** A line end at the end of a cell may mean something (`joinCell`); spaces around it do not. */
const withoutEdges = (cell: string) =>
  cell.replaceAll("\r\n", "\n").replace(/^[\s\u00a0]+|[ \t\u00a0]+$/g, "");

const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell.trim() === "");

function inWords(error: unknown): string {
  if (!(error instanceof CsvError)) return "This is not a CSV file.";
  if (error.code === "CSV_QUOTE_NOT_CLOSED") {
    return "A quotation mark that opens a cell is never closed: save the file as CSV again.";
  }
  return `Line ${error.lines ?? "?"} cannot be read: a quotation mark inside a cell must be written twice.`;
}
