import { tzlib_get_ical_block } from "timezones-ical-library";
import { zoneNamed } from "#app/domain/calendars/time-zone.ts";

const blocks = new Map<string, string>();

/** The VTIMEZONE of a zone, with CRLF at its end; empty for UTC and for names that nobody has rules for. */
export function zoneRules(given: string): string {
  const name = zoneNamed(given)?.name ?? "";
  const known = blocks.get(name);
  if (known !== undefined) return known;
  const block = name === "" || name === "UTC" ? "" : blockOf(name);
  if (blocks.size < 600) blocks.set(name, block);
  return block;
}

export const hasRules = (name: string): boolean => zoneRules(name) !== "";

/** The library says "Given time zone not valid." on the console, so it is asked only for names that have a slash. */
function blockOf(name: string): string {
  const text = name.includes("/") ? [tzlib_get_ical_block(name)].flat()[0] : "";
  return text ? `${text.trimEnd()}\r\n` : "";
}

/** The names of zones that VEVENTs use, in the order of the alphabet. Folds never fall into these lines. */
export function zonesIn(vevents: string): string[] {
  const found = new Set<string>();
  // A search for plain text takes a tenth of the time that a pattern takes over half a megabyte
  for (let at = vevents.indexOf(MARK); at >= 0; at = vevents.indexOf(MARK, at + 1)) {
    const begin = at + MARK.length;
    const name = vevents.slice(begin, vevents.indexOf(":", begin));
    if (!found.has(name) && isOfTime(vevents, at)) found.add(name);
  }
  return [...found].sort();
}

const MARK = ";TZID=";

/** Whether what stands before a place on its line is the name of a time: in a text the mark would be escaped. */
function isOfTime(text: string, at: number): boolean {
  return /^(?:DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE)$/.test(
    text.slice(text.lastIndexOf("\n", at) + 1, at),
  );
}
