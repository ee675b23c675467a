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
  for (const [, name] of vevents.matchAll(zoneParameter)) if (name) found.add(name);
  return [...found].sort();
}

const zoneParameter = /\n(?:DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE);TZID=([^:;\r\n]+):/g;
