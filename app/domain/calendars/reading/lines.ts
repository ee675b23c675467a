import { Invalid } from "#app/domain/errors.ts";

/** What was given is not a whole calendar; nothing of it may be kept. The message says why, for its owner. */
export class NotACalendar extends Invalid {
  override name = "NotACalendar";
}

/** A content line of RFC 5545 §3.1, unfolded, with the number of the line it starts on. */
export interface Line {
  number: number;
  text: string;
}

const lf = 10;
const cr = 13;
const space = 32;
const tab = 9;

/**
 * The content lines of a body. Folds are undone on bytes where they fall inside a character; bare LF or CR end a
 * line too; bytes that are not UTF-8 are read as Windows-1252 and `repairedAt` names the first such line.
 */
export function readLines(body: Uint8Array | string): { lines: Line[]; repairedAt: number | null } {
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

/** One walk over the characters, as a large feed has millions of them. */
function linesOfText(text: string): Line[] {
  const lines: Line[] = [];
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let number = 1;
  let [isPlain, endsWhite] = [true, false];
  for (let at = start; at <= text.length; at += 1) {
    const code = at < text.length ? text.charCodeAt(at) : lf;
    if (code >= space && (code < 0x7f || code > 0x9f)) continue;
    if (code !== lf && code !== cr) {
      isPlain &&= code === tab;
      continue;
    }
    if (at > start) {
      const first = text.charCodeAt(start);
      const isFold = lines.length > 0 && (first === space || first === tab);
      if (endsWhite && !isFold) trimLast(lines);
      const piece = text.slice(isFold ? start + 1 : start, at);
      addPiece(lines, isFold, number, isPlain ? piece : printable(piece));
      endsWhite = !isPlain || white.test(text.charAt(at - 1));
    }
    if (code === cr && text.charCodeAt(at + 1) === lf) at += 1;
    start = at + 1;
    number += 1;
    isPlain = true;
  }
  if (endsWhite) trimLast(lines);
  return lines;
}

const white = /\s/;

function addPiece(lines: Line[], isFold: boolean, number: number, text: string): void {
  const before = lines.at(-1);
  if (isFold && before) before.text += text;
  else lines.push({ number, text });
}

/** A line of nothing but white space is none. */
function trimLast(lines: Line[]): void {
  const last = lines.at(-1);
  if (!last) return;
  last.text = last.text.trimEnd();
  if (last.text === "") lines.pop();
}

function linesOfBytes(body: Uint8Array): { lines: Line[]; repairedAt: number | null } {
  const isMarked = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf;
  const lines: Line[] = [];
  let repairedAt: number | null = null;
  for (const { number, pieces } of contentLines(isMarked ? body.subarray(3) : body)) {
    const { text, repaired } = decode(pieces);
    if (repaired) repairedAt ??= number;
    if (text !== "") lines.push({ number, text });
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
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const printable = (text: string): string => text.replace(controls, "");
