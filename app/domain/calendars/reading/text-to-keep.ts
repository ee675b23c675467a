import { type Component, propertiesOf, readComponents, repairedMark, wanted } from "./components.ts";
import { readLines } from "./lines.ts";
import { Notices } from "./notices.ts";
import { nameOf } from "./property.ts";
import { isHidden, uidOf } from "./uid.ts";

/** What is kept of a private event: which it is and when, so that it can be hidden or count as busy. */
const ofPrivate = new Set(
  `uid dtstart dtend duration rrule exrule rdate exdate recurrence-id class status sequence dtstamp
  last-modified`.split(/\s+/),
);

const read = new Set(["vcalendar", "vevent", "vtimezone", "standard", "daylight"]);

/**
 * A body as it may be kept: without attendees, organisers and whatever else is not read; of private events only
 * UID, times and class. Reading it gives the same Feed, down to the numbers of the lines. Throws NotACalendar.
 */
export function textToKeep(body: Uint8Array | string): string {
  const { lines, repairedAt } = readLines(body);
  const calendars = readComponents(body, new Notices());
  const known = new Map<number, string | null>();
  for (const calendar of calendars) decide(calendar, known);
  const kept: string[] = [];
  for (let at = 0; at < lines.size; at += 1) {
    const [number, text] = [lines.numberOf(at), lines.textOf(at)];
    const name = nameOf(text);
    // What stands for nothing readable is noticed again, without its words.
    const unread = name === repairedMark ? text : name === undefined || wanted.has(name) ? "?" : "";
    const said = known.get(number);
    kept[number - 1] =
      name === "begin" || name === "end" ? text : said === undefined ? unread : (said ?? text);
  }
  if (repairedAt !== null) kept.push(`${repairedMark}:${repairedAt}`);
  return `${Array.from(kept, (text) => text ?? "").join("\n")}\n`;
}

/** Of each line that is read: null to keep it as it is, or what stands in its place. */
function decide(component: Component, known: Map<number, string | null>): void {
  const isPrivate = component.name === "vevent" && isHidden(component);
  for (const [at, name] of component.names.entries()) {
    const isKept = read.has(component.name) && (!isPrivate || ofPrivate.has(name));
    known.set(component.lines.numberOf(component.places[at] ?? 0), isKept ? null : "");
  }
  if (isPrivate) nameAgain(component, known);
  for (const child of component.children) decide(child, known);
}

/** A private event without a UID is known by words that are not kept, so its made-up UID takes their place. */
function nameAgain(event: Component, known: Map<number, string | null>): void {
  const { uid, isMadeUp } = uidOf(event);
  const [line] = ["summary", "location"].flatMap((name) => propertiesOf(event, name));
  if (isMadeUp && line) known.set(line.line, `UID:${uid.replace(/[\\;,]/g, "\\$&")}`);
}
