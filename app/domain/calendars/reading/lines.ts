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
 * The content lines of a body. Folds are undone on bytes, as they may fall inside a character; bare LF or CR
 * end a line too; bytes that are not UTF-8 are read as Windows-1252 and `repairedAt` names the first such line.
 */
export function readLines(body: Uint8Array | string): { lines: Line[]; repairedAt: number | null } {
  const bytes = bytesOf(body);
  const lines: Line[] = [];
  let repairedAt: number | null = null;
  for (const { number, pieces } of contentLines(bytes)) {
    const { text, repaired } = decode(pieces);
    if (repaired) repairedAt ??= number;
    if (text.trim() !== "") lines.push({ number, text });
  }
  return { lines, repairedAt };
}

function bytesOf(body: Uint8Array | string): Uint8Array {
  if (typeof body === "string") return new TextEncoder().encode(body.replace(/^\uFEFF/, ""));
  const [first, second, third] = body;
  if (first === 0xff && second === 0xfe)
    return new TextEncoder().encode(new TextDecoder("utf-16le").decode(body));
  return first === 0xef && second === 0xbb && third === 0xbf ? body.subarray(3) : body;
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
const windows1252 = new TextDecoder("windows-1252");

function decode(pieces: Uint8Array[]): { text: string; repaired: boolean } {
  const bytes = pieces.length === 1 && pieces[0] ? pieces[0] : joined(pieces);
  try {
    return { text: printable(utf8.decode(bytes)), repaired: false };
  } catch {
    return { text: printable(mend(bytes)), repaired: true };
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
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes[at] ?? 0);
    const piece = bytes.subarray(at, at + length);
    try {
      text += utf8.decode(piece);
      at += length;
    } catch {
      text += windows1252.decode(piece.subarray(0, 1));
      at += 1;
    }
  }
  return text;
}

const characterLength = (lead: number): number => (lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);

/** Control characters mean nothing in a calendar, and a database refuses some of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const printable = (text: string): string => text.replace(controls, "").trimEnd();
