import { findIana } from "windows-iana";

/** Whose clock a time is read by that names no zone, and that pages and feeds show. */
export const homeZone = "Europe/London";

/**
 * Times of day in their zones. A `wall` is what a clock on the wall shows, in milliseconds as if that
 * clock ran on UTC; an `instant` is milliseconds since 1970 UTC. Nothing here asks for the server's zone.
 */
export interface Zone {
  /** The IANA name, fit to be shown and exported. */
  readonly name: string;
  /** Milliseconds to add to an instant to have the wall clock. */
  readonly offsetAt: (instant: number) => number;
  /** Its rules are the feed's own, and `name` only the zone that its times are shown in. */
  readonly isDescribed?: boolean;
}

export const day = 86_400_000;

export const utc: Zone = { name: "UTC", offsetAt: () => 0 };

const zones = new Map<string, Zone | null>();

/** ICU reads "BST" as Bangladesh and "IST" as India: three letters are only trusted where all agree. */
const threeLetters = /^(?:UTC|GMT|UCT|WET|CET|MET|EET|PRC|ROC|ROK)$/i;
/** `Japan`, `EST5EDT`, `GB-Eire`; an offset such as `+01:00` is no name that others would know. */
const oneWord = /^[a-z][a-z0-9+-]*$/i;

/** The zone of an IANA or Windows name, with the prefixes and quotes that programs put round it; null if unknown. */
export function zoneNamed(given: string): Zone | null {
  const name = given.trim().replace(/^"|"$/g, "").trim();
  const known = zones.get(name);
  if (known !== undefined) return known;
  const zone = prefixedZone(name) ?? ianaZone(name) ?? fixedZone(name) ?? windowsZone(name);
  if (zones.size < 2000) zones.set(name, zone);
  return zone;
}

function ianaZone(name: string): Zone | null {
  const isOneWord = oneWord.test(name) && (name.length !== 3 || threeLetters.test(name));
  if (!name.includes("/") && !isOneWord) return null;
  try {
    const resolved = new Intl.DateTimeFormat("en-GB", { timeZone: name }).resolvedOptions().timeZone;
    if (resolved === "UTC") return utc;
    // ICU prefers old names (Asia/Calcutta): keep the one that was asked for unless it is an alias of a country.
    const shown = name.includes("/") && name !== name.toLowerCase() ? name : resolved;
    return { name: shown, offsetAt: offsetsByDay(shown) };
  } catch {
    return null;
  }
}

/** `/mozilla.org/20050126_1/Europe/London`: libraries put their own name before the zone's two or three words. */
function prefixedZone(name: string): Zone | null {
  if (!name.startsWith("/")) return null;
  const words = name.split("/");
  return ianaZone(words.slice(-3).join("/")) ?? ianaZone(words.slice(-2).join("/"));
}

/** Where the clocks are never changed, and stand so many minutes beside whole hours. */
const besideHours: Record<string, string> = {
  ...{ "+0330": "Asia/Tehran", "+0430": "Asia/Kabul", "+0530": "Asia/Kolkata", "+0545": "Asia/Kathmandu" },
  ...{ "+0630": "Asia/Yangon", "+0930": "Australia/Darwin", "-0930": "Pacific/Marquesas" },
};

/** `Z`, `GMT+0100`: whole hours have an IANA name too, whose sign is the other way round. */
function fixedZone(name: string): Zone | null {
  if (/^tzone:\/\/Microsoft\/Utc$/i.test(name)) return utc;
  const beside = /^(?:GMT|UTC)([+-]\d\d):?(\d\d)$/i.exec(name);
  const country = beside && besideHours[`${beside[1]}${beside[2]}`];
  if (country) return ianaZone(country);
  const match = /^(?:Z|(?:GMT|UTC)(?:0|([+-])0?(\d{1,2})(?::?00)?))$/i.exec(name);
  if (!match) return null;
  const hours = Number(match[2] ?? 0);
  return hours === 0 ? utc : ianaZone(`Etc/GMT${match[1] === "+" ? "-" : "+"}${hours}`);
}

/** Outlook names zones in its own way, or by the cities of its settings page. */
function windowsZone(name: string): Zone | null {
  const [iana] = findIana(
    name.replace(/^gmt(?= )/i, "GMT").replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
  );
  if (iana) return ianaZone(iana);
  if (/\bLondon\b/.test(name)) return ianaZone("Europe/London");
  return /^\((?:UTC|GMT)/.test(name) ? zoneOfCities(name) : null;
}

const ofNorthAmerica: Record<string, string> = {
  Eastern: "America/New_York",
  Central: "America/Chicago",
  Mountain: "America/Denver",
  Pacific: "America/Los_Angeles",
};

/** `(UTC+01:00) Brussels, Copenhagen, Madrid, Paris`: the first city that IANA knows as well. */
function zoneOfCities(name: string): Zone | null {
  const said = name.replace(/^\([^)]*\)\s*/, "");
  const american = ofNorthAmerica[/^(\w+) Time \(US/.exec(said)?.[1] ?? ""];
  if (american) return ianaZone(american);
  const all = Intl.supportedValuesOf("timeZone");
  for (const city of said.split(/,\s*/).map((one) => one.replaceAll(" ", "_"))) {
    // Intl lists Asia/Calcutta, and knows Asia/Kolkata
    const listed = all.find((zone) => zone.endsWith(`/${city}`));
    const zone = listed ? ianaZone(listed) : (ianaZone(`Asia/${city}`) ?? ianaZone(`Europe/${city}`));
    if (zone) return zone;
  }
  return null;
}

/** Asking Intl costs microseconds; no zone turns its clocks twice in a day, so each day answers from memory. */
function offsetsByDay(timeZone: string): Zone["offsetAt"] {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const known = new Map<number, number | Turn>();
  const ask = (instant: number) => askIntl(format, instant);
  return (instant) => {
    const date = Math.floor(instant / day);
    let offset = known.get(date);
    if (offset === undefined) {
      const [before, after] = [ask(date * day), ask((date + 1) * day)];
      offset = before === after ? before : { at: turnOf(date * day, before, ask), before, after };
      if (known.size > 20_000) known.clear();
      known.set(date, offset);
    }
    if (typeof offset === "number") return offset;
    return instant < offset.at ? offset.before : offset.after;
  };
}

/** A day on which the clocks are changed, and the instant from which they show the new time. */
interface Turn {
  at: number;
  before: number;
  after: number;
}

/** Halves the day until the second of the change is found. */
function turnOf(start: number, before: number, ask: (instant: number) => number): number {
  let [low, high] = [start / 1000, (start + day) / 1000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (ask(middle * 1000) === before) low = middle;
    else high = middle;
  }
  return high * 1000;
}

function askIntl(format: Intl.DateTimeFormat, instant: number): number {
  const whole = Math.floor(instant / 1000) * 1000;
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(whole)) part[type] = Number(value);
  const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, date, hour, minute, second) - whole;
}

/**
 * The instant of a wall-clock time. Where the clocks go back the first of the two is meant; where they go
 * forward a time that no clock shows is read with the offset before the gap (RFC 5545 §3.3.10, §3.3.5).
 */
export function instantOf(wall: number, zone: Zone): { instant: number; inGap: boolean } {
  const before = zone.offsetAt(wall - day);
  const first = wall - before;
  if (zone.offsetAt(first) === before) return { instant: first, inGap: false };
  const after = zone.offsetAt(wall + day);
  const second = wall - after;
  if (zone.offsetAt(second) === after) return { instant: second, inGap: false };
  return { instant: first, inGap: true };
}

export const wallOf = (instant: number, zone: Zone): number => instant + zone.offsetAt(instant);

/** Midnight at the start of a wall-clock time's day. */
export const dayOf = (wall: number): number => Math.floor(wall / day) * day;

/** `2026-11-05T10:00:00Z` */
export const isoInstant = (instant: number): string =>
  isoDate(instant) + isoTime(Math.floor((instant - dayOf(instant)) / 1000));

const times = new Map<number, string>();

/** `T10:00:00Z`, from the seconds since midnight. The times of day of a feed are few. */
function isoTime(second: number): string {
  const known = times.get(second);
  if (known !== undefined) return known;
  const time = new Date(second * 1000).toISOString().slice(10, 19);
  if (times.size > 2000) times.clear();
  times.set(second, `${time}Z`);
  return `${time}Z`;
}

const dates = new Map<number, string>();

/** `2026-11-05`. The days of a feed are few and asked for often. */
export function isoDate(wall: number): string {
  const at = Math.floor(wall / day);
  const known = dates.get(at);
  if (known !== undefined) return known;
  const date = new Date(wall).toISOString().slice(0, 10);
  if (dates.size > 20_000) dates.clear();
  dates.set(at, date);
  return date;
}
