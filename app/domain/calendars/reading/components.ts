import { type Lines, NotACalendar, readLines } from "./lines.ts";
import type { Notices } from "./notices.ts";
import { isReadable, nameOf, type Property, plainValue, readProperty } from "./property.ts";

export type { Property };

export interface Component {
  name: string;
  line: number;
  /** Its END was missing, so what it holds cannot be trusted. */
  cutOff: boolean;
  /** The names of what it says, in small letters, and which of the lines of the body each stands on. */
  names: string[];
  places: number[];
  lines: Lines;
  children: Component[];
}

/** What is read at all: attendees and organisers are not, so they cannot leak. */
export const wanted: ReadonlySet<string> = new Set(
  `uid dtstart dtend duration rrule exrule rdate exdate recurrence-id summary description
  location geo url categories class status sequence dtstamp last-modified conference method name tzid tzoffsetfrom
  tzoffsetto x-lic-location x-wr-calname x-wr-timezone timezone-id x-alt-desc x-google-conference
  x-microsoft-skypeteamsmeetingurl x-microsoft-onlinemeetingexternallink x-microsoft-onlinemeetingconflink`.split(
    /\s+/,
  ),
);

/** VCALENDAR, VEVENT, VALARM and some to spare. */
const deepest = 8;

/** The VCALENDARs of a body. Lines that make no sense are skipped with a notice; a body cut off is refused. */
export function readComponents(body: Uint8Array | string, notices: Notices): Component[] {
  const { lines, repairedAt } = readLines(body);
  refuseOthers(lines);
  if (repairedAt !== null) sayRepaired(repairedAt, notices);
  const calendars: Component[] = [];
  const open: Component[] = [];
  for (let at = 0; at < lines.size; at += 1) {
    const name = nameOf(lines.writtenOf(at)) ?? nameOf(lines.textOf(at));
    if (name === "begin") begin(lines, at, open, calendars, notices);
    else if (name === "end") end(lines, at, open, notices);
    else if (name === undefined) notices.add(lines.numberOf(at), eventOf(open), skipped);
    else if (name === repairedMark)
      sayRepaired(Number(lines.textOf(at).slice(name.length + 1)) || null, notices);
    else if (wanted.has(name)) addProperty(open, name, lines, at, notices);
  }
  if (open.length > 0) throw cutOff(lines);
  return calendars;
}

const skipped = "This line cannot be read as a line of a calendar, so it was skipped.";

/** What a kept text says of the first line whose letters had to be repaired, as it holds them repaired. */
export const repairedMark = "x-assembly-repaired-line";

const sayRepaired = (line: number | null, notices: Notices): void =>
  notices.add(
    line,
    null,
    "Some letters are not in UTF-8, which calendars must use; they were read as Windows-1252.",
  );

function refuseOthers(lines: Lines): void {
  const first = lines.textOf(0).trimStart();
  if (lines.size === 0) throw new NotACalendar("There is nothing in it, so it is not a calendar.");
  if (/^<(?:!doctype|html|\?xml|head|body|script)\b/i.test(first)) {
    throw new NotACalendar(
      "It is a web page, not a calendar. Look there for a link named “iCal”, “ICS” or “Subscribe”.",
    );
  }
  let at = 0;
  while (at < lines.size && !/^begin:\s*vcalendar$/i.test(lines.textOf(at))) at += 1;
  if (at === lines.size) {
    throw new NotACalendar("It is not a calendar: it has no line BEGIN:VCALENDAR.");
  }
}

const cutOff = (lines: Lines) =>
  new NotACalendar(
    `The calendar is cut off: it stops at line ${lines.numberOf(lines.size - 1)} without END:VCALENDAR, so none of it was used.`,
  );

function begin(lines: Lines, at: number, open: Component[], calendars: Component[], notices: Notices): void {
  const name = lines.textOf(at).slice(6).trim().toLowerCase();
  const line = lines.numberOf(at);
  const component = { name, line, cutOff: false, names: [], places: [], lines, children: [] };
  if (name === "vcalendar") {
    if (open.length > 0)
      throw new NotACalendar(`A second calendar begins at line ${line} before the first ends.`);
    calendars.push(component);
  } else if (open.length === 0 || open.length > deepest) {
    notices.add(line, null, "This BEGIN stands where it cannot, so it was skipped.");
    return;
  } else {
    // An event never holds an event: the one before it was not ended.
    if (name === "vevent") closeTo(open, (parent) => parent.name === "vcalendar");
    open.at(-1)?.children.push(component);
  }
  open.push(component);
}

function end(lines: Lines, at: number, open: Component[], notices: Notices): void {
  const name = lines.textOf(at).slice(4).trim().toLowerCase();
  if (!open.some((component) => component.name === name)) {
    notices.add(lines.numberOf(at), null, "This END has no BEGIN, so it was skipped.");
    return;
  }
  closeTo(open, (component) => component.name === name);
  open.pop();
}

function closeTo(open: Component[], isIt: (component: Component) => boolean): void {
  for (let last = open.at(-1); last && !isIt(last); last = open.at(-1)) {
    last.cutOff = true;
    open.pop();
  }
}

function addProperty(open: Component[], name: string, lines: Lines, at: number, notices: Notices): void {
  const component = open.at(-1);
  if (!component || !isReadable(name, lines, at)) {
    notices.add(lines.numberOf(at), eventOf(open), skipped);
    return;
  }
  component.names.push(name);
  component.places.push(at);
}

const eventOf = (open: Component[]): Component | null => open.find(({ name }) => name === "vevent") ?? null;

/** The first property of a name, as the rest of RFC 5545's "once only" ones are to be ignored. */
export const property = (component: Component, name: string): Property | undefined =>
  propertyAt(component, component.names.indexOf(name));

function propertyAt({ names, places, lines }: Component, at: number): Property | undefined {
  const name = names[at];
  const place = places[at];
  if (name === undefined || place === undefined) return undefined;
  return readProperty(name, lines.numberOf(place), lines.textOf(place)) ?? undefined;
}

/** All properties of a name, for those that may be given several times. */
export function propertiesOf(component: Component, name: string): Property[] {
  const found: Property[] = [];
  for (let at = component.names.indexOf(name); at >= 0; at = component.names.indexOf(name, at + 1)) {
    const property = propertyAt(component, at);
    if (property) found.push(property);
  }
  return found;
}

/** The text of the first property of a name, by the shortest way: it is asked for ten times of each event. */
export function textOf(component: Component, name: string): string {
  const at = component.names.indexOf(name);
  const place = component.places[at];
  if (place === undefined) return "";
  const plain = plainValue(name, component.lines.textOf(place));
  return (plain ?? propertyAt(component, at)?.values[0] ?? "").trim();
}
