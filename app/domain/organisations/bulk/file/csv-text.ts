/** How a file's bytes were read, to be said where it was not plainly UTF-8. */
export interface Decoded {
  text: string;
  encoding: "UTF-8" | "UTF-16" | "Windows-1252";
}

/**
 * A file's text. Excel saves "CSV UTF-8" with a mark in front, "Unicode text" in UTF-16, and plain "CSV" in the
 * code page of Windows: what is not UTF-8 is taken for that.
 */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: as("utf-16le", bytes), encoding: "UTF-16" };
  if (first === 0xfe && second === 0xff) return { text: as("utf-16be", bytes), encoding: "UTF-16" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    return { text: as("windows-1252", bytes), encoding: "Windows-1252" };
  }
}

const as = (encoding: string, bytes: Uint8Array) => new TextDecoder(encoding).decode(bytes);

const separators = [",", ";", "\t"] as const;

/** What stands between cells: whichever of comma, semicolon and tab the headings have most of, outside quotes. */
export function separatorOf(text: string): string {
  const headings = (text.split(/\r?\n/, 1)[0] ?? "").replace(/"[^"]*"/g, "");
  const count = (separator: string) => headings.split(separator).length;
  return separators.reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** A spreadsheet takes a cell that begins like this for a formula. */
const formula = /^'*[=+\-@\t\r]/;

/** A text as a cell: one that a spreadsheet would calculate gets an apostrophe in front. */
export const toCell = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** A cell as the text that was meant: the way back from `toCell`. */
export const fromCell = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;

/** Several values in one cell: apart by semicolons, or by lines where a value has a semicolon itself. */
export function joinCell(values: readonly string[]): string {
  if (!values.some((value) => value.includes(";"))) return values.join("; ");
  return values.length === 1 ? `${values[0]}\n` : values.join("\n");
}

export function splitCell(cell: string): string[] {
  return cell
    .split(cell.includes("\n") ? "\n" : ";")
    .map((value) => value.trim())
    .filter(Boolean);
}
