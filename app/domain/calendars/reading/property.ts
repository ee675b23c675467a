import ICAL from "ical.js";
import type { Lines } from "./lines.ts";

/** One property of a component. Texts are unescaped; dates and rules stay as they are written. */
export interface Property {
  line: number;
  /** By their names in small letters. */
  params: Readonly<Record<string, unknown>>;
  values: string[];
}

const known = new Map<string, string>();

/** A text of its own: a piece of a feed would keep the whole feed in memory for as long as it is kept. */
const copyOf = (piece: string): string => Buffer.from(piece).toString();

/** Keys stand once in memory, so that names are compared by where they stand, not letter by letter. */
const internal = (name: string): string => Object.keys({ [copyOf(name)]: true })[0] ?? name;

/** The name that a content line begins with, in small letters; undefined where it is none. */
export function nameOf(text: string): string | undefined {
  const end = endOfName(text);
  if (end === 0) return undefined;
  const written = text.slice(0, end);
  const name = known.get(written);
  if (name !== undefined) return name;
  const small = written.toLowerCase();
  if (known.size < 500 && written.length < 100) known.set(copyOf(written), internal(small));
  return small;
}

const [colon, semicolon, hyphen] = [58, 59, 45];

function endOfName(text: string): number {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === colon || code === semicolon) return at;
    const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
    if (!isLetter && code !== hyphen && !(code >= 48 && code <= 57)) return 0;
  }
  return 0;
}

const lists = new Set(["exdate", "rdate", "categories"]);
const asWritten = new Set(["dtstart", "dtend", "recurrence-id", "duration", "url", "conference"]);
const plainParams = /^[^;:]+((?:;[A-Za-z0-9-]+=[^";:,]*)*):/;
/** What stands before the first colon; a line without one is not plain. */
function headOf(text: string): string {
  const end = text.indexOf(":");
  return end < 0 ? '"' : text.slice(0, end);
}
const none: Record<string, unknown> = {};

/** Whether a content line can be read at all: what stands before its value may make no sense. */
export function isReadable(name: string, lines: Lines, at: number): boolean {
  if (lines.writtenOf(at).charCodeAt(name.length) === colon) return true;
  const text = lines.textOf(at);
  return paramsOf(headOf(text)) !== null || readByLibrary(name, lines.numberOf(at), text) !== null;
}

/** The value of a line without parameters that is not a list; null for any other. */
export function plainValue(name: string, text: string): string | null {
  if (text.charCodeAt(name.length) !== colon || lists.has(name)) return null;
  const value = text.slice(name.length + 1);
  return value.includes("\\") && !asWritten.has(name) ? unescaped(value) : value;
}

/** Reads a content line of a known name. Most are plain; ical.js takes apart the rest. Null where it cannot. */
export function readProperty(name: string, number: number, text: string): Property | null {
  const hasParams = text.charCodeAt(name.length) === semicolon;
  const head = hasParams ? headOf(text) : "";
  const params = hasParams ? paramsOf(head) : none;
  if (!params) return readByLibrary(name, number, text);
  const value = text.slice((hasParams ? head.length : name.length) + 1);
  if (hasParams && dates.has(name) && isCutZone(params.tzid)) {
    const whole = withColonInZone(text, head.length);
    if (whole) return readProperty(name, number, whole);
  }
  const isEscaped = value.includes("\\");
  if (isEscaped && lists.has(name)) return readByLibrary(name, number, text);
  if (lists.has(name)) return { line: number, params, values: value.split(",") };
  return { line: number, params, values: [isEscaped && !asWritten.has(name) ? unescaped(value) : value] };
}

const dates = new Set(["dtstart", "dtend", "recurrence-id", "exdate", "rdate"]);

/** What stands before the colon of such a name. */
const isCutZone = (zone: unknown): boolean =>
  typeof zone === "string" && (zone === "tzone" || (zone.startsWith("(") && !zone.includes(")")));

/** `TZID=tzone://Microsoft/Utc` and `TZID=(UTC+05:30) Delhi` in the quotes that they lack; null for what is no such. */
function withColonInZone(text: string, colonAt: number): string | null {
  const zoneAt = text.search(/;TZID=[^";:]*:/i) + ";TZID=".length;
  const end = text.slice(colonAt, colonAt + 200).search(/[;:](?:VALUE=[A-Z-]+:)?\d{4}-?\d\d-?\d\d/i);
  if (zoneAt < ";TZID=".length || zoneAt > colonAt || end < 0) return null;
  const zone = text.slice(zoneAt, colonAt + end);
  return zone.includes('"') ? null : `${text.slice(0, zoneAt)}"${zone}"${text.slice(colonAt + end)}`;
}

const heads = new Map<string, Property["params"] | null>();

/** The parameters of a plain head, such as `DTSTART;TZID=Europe/London`; a feed has few different ones. */
function paramsOf(head: string): Property["params"] | null {
  const known = heads.get(head);
  if (known !== undefined) return known;
  const written = plainParams.exec(`${head}:`)?.[1];
  const params = written === undefined ? null : paramsIn(written);
  if (heads.size < 500 && head.length < 200)
    heads.set(copyOf(head), params && paramsIn(copyOf(written ?? "")));
  return params;
}

function paramsIn(text: string): Record<string, unknown> {
  const params: Record<string, unknown> = {};
  for (const param of text.slice(1).split(";")) {
    const at = param.indexOf("=");
    params[param.slice(0, at).toLowerCase()] ??= param.slice(at + 1);
  }
  return params;
}

function unescaped(value: string): string {
  if (value.includes("\\\\")) return value.replace(/\\([\\;,nN])/g, (_, letter: string) => meant(letter));
  return value.replace(/\\[nN]/g, "\n").replace(/\\([;,])/g, "$1");
}

const meant = (letter: string): string => (letter === "n" || letter === "N" ? "\n" : letter);

/** ical.js looks through all before each parameter: of these thousands, each line would take minutes. */
const mostParams = 2_000;

/** Quoted parameters, and lists with commas inside. The name decides how ical.js reads the value. */
function readByLibrary(name: string, line: number, text: string): Property | null {
  if (text.split(/;[A-Za-z0-9-]+=/, mostParams + 2).length > mostParams) return null;
  const alias = name === "categories" ? name : asWritten.has(name) || lists.has(name) ? "x-dates" : "comment";
  try {
    const withoutType = text.slice(name.length).replace(/;VALUE=[A-Za-z-]+(?=[;:])/i, "");
    const [, params, , ...values] = ICAL.parse.property(alias + withoutType) as [
      string,
      Property["params"],
      string,
      ...unknown[],
    ];
    const texts = values.map(String);
    return {
      line,
      params,
      values: alias === "x-dates" && lists.has(name) ? texts.join(",").split(",") : texts,
    };
  } catch {
    return null;
  }
}
