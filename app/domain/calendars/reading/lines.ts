import { Invalid } from "#app/domain/errors.ts";

/** What was given is not a whole calendar; nothing of it may be kept. The message says why, for its owner. */
export class NotACalendar extends Invalid {
  override name = "NotACalendar";
}

/**
 * The content lines of a body (RFC 5545 §3.1), known by their place among them. They are kept in columns: a large feed
 * has a hundred thousand, and most are never read.
 */
export class Lines {
  private readonly numbers: number[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  constructor(private readonly body: string) {}

  get size(): number {
    return this.numbers.length;
  }

  add(number: number, start: number, end: number): void {
    this.numbers.push(number);
    this.starts.push(start);
    this.ends.push(end);
  }

  /** On which line of the body it starts, counted from 1. */
  numberOf(at: number): number {
    return this.numbers[at] ?? 1;
  }

  /** As it stands in the body, with its folds. */
  writtenOf(at: number): string {
    return this.body.slice(this.starts[at], this.ends[at]);
  }

  textOf(at: number): string {
    const written = this.writtenOf(at);
    if (!written.includes("\n")) return written;
    const unfolded = written.replaceAll("\r\n ", "");
    return unfolded.includes("\n") ? written.replace(folds, "") : unfolded;
  }
}

/** Also over empty lines, which some programs leave. */
const folds = /(?:\r?\n)+[ \t]/g;

const lf = 10;
const cr = 13;
const space = 32;
const tab = 9;

/**
 * The content lines of a body. Folds are undone on bytes where they fall inside a character; bare LF or CR end a
 * line too; bytes that are not UTF-8 are read as Windows-1252 and `repairedAt` names the first such line.
 */
export function readLines(body: Uint8Array | string): { lines: Lines; repairedAt: number | null } {
  const text = typeof body === "string" ? body : textOf(body);
  return text === null ? linesOfBytes(body as Uint8Array) : { lines: linesOfText(text), repairedAt: null };
}

/** The text of a body of one encoding throughout; null where it must be read line by line. */
function textOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/** One leap from line break to line break, as a large feed has millions of characters. */
function linesOfText(given: string): Lines {
  const text = odd.test(given) ? withPlainBreaks(printable(given)) : given;
  const lines = new Lines(text);
  let number = 1;
  for (let start = text.charCodeAt(0) === 0xfeff ? 1 : 0; start < text.length; number += 1) {
    const first = number;
    let end = endOfLine(text, start);
    for (let fold = foldAfter(text, start, end); fold; fold = foldAfter(text, start, end)) {
      number += fold.breaks;
      end = endOfLine(text, fold.at);
    }
    const last = endOfWords(text, start, end);
    if (last > start) lines.add(first, start, last);
    start = end + 1;
  }
  return lines;
}

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
};

/** Where the line goes on after a break, or after several: some programs put empty lines between. */
function foldAfter(text: string, start: number, end: number): { at: number; breaks: number } | null {
  if (end - start < 2 && text.slice(start, end).trimEnd() === "") return null;
  let [at, breaks] = [end + 1, 1];
  for (let code = text.charCodeAt(at); code === lf || code === cr; code = text.charCodeAt(at)) {
    if (code === lf) breaks += 1;
    at += 1;
  }
  const code = text.charCodeAt(at);
  return code === space || code === tab ? { at, breaks } : null;
}

/** Old programs end lines with CR alone. */
const withPlainBreaks = (text: string): string =>
  /\r(?!\n)/.test(text) ? text.replace(/\r\n?/g, "\n") : text;

/** Where white space begins that ends a line, also where the last fold is empty; a line of nothing else is none. */
function endOfWords(text: string, start: number, end: number): number {
  const last = text.charCodeAt(end - 1) === cr ? end - 1 : end;
  const code = text.charCodeAt(last - 1);
  return code > space && code < 0x80 ? last : start + text.slice(start, last).trimEnd().length;
}

function linesOfBytes(body: Uint8Array): { lines: Lines; repairedAt: number | null } {
  const isMarked = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf;
  const numbers: number[] = [];
  const texts: string[] = [];
  let repairedAt: number | null = null;
  for (const { number, pieces } of contentLines(isMarked ? body.subarray(3) : body)) {
    const { text, repaired } = decode(pieces);
    if (repaired) repairedAt ??= number;
    if (text === "") continue;
    numbers.push(number);
    texts.push(text);
  }
  const lines = new Lines(texts.join("\n"));
  let start = 0;
  for (const [at, text] of texts.entries()) {
    lines.add(numbers[at] ?? 1, start, start + text.length);
    start += text.length + 1;
  }
  return { lines, repairedAt };
}

function* contentLines(bytes: Uint8Array): Generator<{ number: number; pieces: Uint8Array[] }> {
  let current: { number: number; pieces: Uint8Array[] } | null = null;
  let number = 0;
  for (let at = 0; at < bytes.length; ) {
    number += 1;
    let end = at;
    while (end < bytes.length && bytes[end] !== lf && bytes[end] !== cr) end += 1;
    const next = end + (bytes[end] === cr && bytes[end + 1] === lf ? 2 : 1);
    const folded = bytes[at] === space || bytes[at] === tab;
    if (folded && current) current.pieces.push(bytes.subarray(at + 1, end));
    else if (end > at) {
      if (current) yield current;
      current = { number, pieces: [bytes.subarray(at, end)] };
    }
    at = next;
  }
  if (current) yield current;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decode(pieces: Uint8Array[]): { text: string; repaired: boolean } {
  const bytes = pieces.length === 1 && pieces[0] ? pieces[0] : joined(pieces);
  try {
    return { text: printable(utf8.decode(bytes)).trimEnd(), repaired: false };
  } catch {
    return { text: printable(mend(bytes)).trimEnd(), repaired: true };
  }
}

function joined(pieces: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Keeps what is UTF-8 and reads each stray byte as Windows-1252: editors mix the two in one line. */
function mend(bytes: Uint8Array): string {
  const mended = new Uint8Array(bytes.length * 3);
  let size = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at);
    const piece = length > 0 ? bytes.subarray(at, at + length) : (strays[bytes[at] ?? 0] ?? []);
    mended.set(piece, size);
    size += piece.length;
    at += Math.max(1, length);
  }
  return new TextDecoder().decode(mended.subarray(0, size));
}

/** What each byte of Windows-1252 is in UTF-8. */
const strays = Array.from({ length: 256 }, (_, byte) =>
  new TextEncoder().encode(new TextDecoder("windows-1252").decode(Uint8Array.of(byte))),
);

/** How many bytes of UTF-8 begin here; 0 where they are not UTF-8. */
function characterLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  for (let next = at + 1; next < at + length; next += 1) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

/** Control characters mean nothing in a calendar, and a database refuses some of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const everyControl = new RegExp(controls.source, "g");
const odd = new RegExp(`${controls.source}|\\r(?!\\n)`);
const printable = (text: string): string => text.replace(everyControl, "");
