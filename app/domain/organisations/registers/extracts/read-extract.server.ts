import { pipeline, Readable } from "node:stream";
import { parse } from "csv-parse";
import { Invalid } from "#app/domain/errors.ts";
import type { Fields } from "./entry.ts";
import { jsonObjects } from "./json-objects.ts";

/** Columns without which a file is not the one that was meant. */
interface Expected {
  /** What the file is called where it comes from. */
  file: string;
  columns: readonly string[];
}

/**
 * Rows of an extract by column, as they come: a JSON list, a text apart by tabs (whose quotation marks mean
 * nothing), or a CSV. Throws Invalid when it is none of these, or is another file than the one expected.
 */
export async function* readExtract(
  pieces: AsyncIterable<string>,
  expected: Expected,
): AsyncGenerator<Fields> {
  const { first, rest } = await peek(pieces);
  if (first.startsWith("PK")) {
    throw new Invalid(`This is a .zip file: unpack it first, and name the ${expected.file} inside it.`);
  }
  let isFirst = true;
  for await (const fields of first.trimStart().startsWith("[") ? asJson(rest) : asColumns(rest, first)) {
    if (isFirst) refuseOther(fields, expected);
    isFirst = false;
    yield fields;
  }
}

function refuseOther(fields: Fields, { file, columns }: Expected): void {
  const missing = columns.filter((column) => !(column in fields));
  if (missing.length === 0) return;
  throw new Invalid(`This is not ${file}: it has no ${missing.map((name) => `“${name}”`).join(", ")}.`);
}

async function* asJson(pieces: AsyncIterable<string>): AsyncGenerator<Fields> {
  try {
    yield* jsonObjects(pieces);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Invalid(`The file breaks off or is damaged: ${error.message}.`);
  }
}

async function* asColumns(pieces: AsyncIterable<string>, first: string): AsyncGenerator<Fields> {
  const isTabbed = (first.split(/\r?\n/, 1)[0] ?? "").includes("\t");
  const parser = parse({
    bom: true,
    columns: (names: string[]) => names.map((name) => name.trim()),
    delimiter: isTabbed ? "\t" : ",",
    quote: isTabbed ? false : '"',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  // A piece that cannot be read ends the parser with its error, and a reader that stops ends the pieces
  pipeline(Readable.from(pieces), parser, () => {});
  try {
    for await (const row of parser) yield row as Fields;
  } catch (error) {
    if (error instanceof Invalid) throw error;
    throw new Invalid(`The file is damaged: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** The first piece, and all of them again. */
async function peek(pieces: AsyncIterable<string>) {
  const iterator = pieces[Symbol.asyncIterator]();
  const { value, done } = await iterator.next();
  const first = done ? "" : value.replace(/^\uFEFF/, "");
  async function* rest() {
    if (!done) yield first;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { first, rest: rest() };
}
