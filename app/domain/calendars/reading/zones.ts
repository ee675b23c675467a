import type { Budget } from "#app/domain/calendars/recurrence.ts";
import { day, utc, type Zone, zoneNamed } from "#app/domain/calendars/time-zone.ts";
import { type Component, type Property, property, textOf } from "./components.ts";
import { readMoment } from "./moment.ts";
import type { Notices } from "./notices.ts";
import { zoneOfRules } from "./vtimezone.ts";

/** More zones than this in one calendar are not described by an honest program. */
const mostDescribed = 100;

/** Programs describe the rules of today as if they had held since 1970: what was before is no sign of age. */
const recently = 600 * day;

/** The time zones of one VCALENDAR: what its TZIDs mean, and where its floating times are. */
export class CalendarZones {
  /** Of floating times and plain dates: X-WR-TIMEZONE, else the zone the calendar's owner gave. */
  readonly home: Zone;
  private readonly known = new Map<string, Zone>();
  private readonly rules = new Map<string, Component>();

  constructor(
    calendar: Component,
    defaultZone: Zone,
    private readonly span: { from: number; to: number },
    private readonly budget: Budget,
    private readonly notices: Notices,
  ) {
    const said = textOf(calendar, "x-wr-timezone") || textOf(calendar, "timezone-id");
    this.home = zoneNamed(said) ?? defaultZone;
    if (said && !zoneNamed(said)) {
      const message = `The calendar's own time zone, “${said.slice(0, 100)}”, is not known; its times were read as ${this.home.name}.`;
      notices.add(property(calendar, "x-wr-timezone")?.line ?? calendar.line, null, message);
    }
    const described = calendar.children.filter(({ name }) => name === "vtimezone");
    for (const child of described.slice(0, mostDescribed)) {
      this.rules.set(textOf(child, "tzid"), child);
    }
  }

  /** The zone a property is in; `floating` is for one without TZID. */
  of(property: Property, floating: Zone = this.home): Zone {
    const { tzid } = property.params;
    if (typeof tzid !== "string") return floating;
    const known = this.known.get(tzid);
    if (known) return known;
    if (tzid.trim() === "") return floating;
    const zone = this.find(tzid, property.line);
    this.known.set(tzid, zone);
    return zone;
  }

  private find(tzid: string, line: number): Zone {
    const rules = this.rules.get(tzid);
    const named = zoneNamed(tzid) ?? (rules && zoneNamed(textOf(rules, "x-lic-location")));
    const described = rules ? zoneOfRules(rules, this.home.name, this.span, this.budget) : null;
    if (named) {
      if (rules && described && this.differ(named, described, beginningOf(rules))) {
        const message = `The calendar's own clock changes for ${tzid} are out of date; the official ones of ${named.name} were used.`;
        this.notices.add(rules.line, null, message);
      }
      return named;
    }
    if (described) return described;
    const message = `The time zone “${tzid.slice(0, 100)}” is not known and not described; its times were read as ${this.home.name}.`;
    this.notices.add(line, null, message);
    return this.home;
  }

  private differ(official: Zone, described: Zone, beginning: number): boolean {
    const { to } = this.span;
    const from = Math.max(this.span.from, beginning, to - recently);
    const step = Math.max(5 * day, (to - from) / 200);
    for (let at = from; at < to; at += step) {
      if (official.offsetAt(at) !== described.offsetAt(at)) return true;
    }
    return false;
  }
}

/** Of what was before its first change of clocks a description says nothing; a day makes up for any offset. */
const beginningOf = (rules: Component): number =>
  rules.children.reduce((earliest, child) => {
    const start = readMoment(textOf(child, "dtstart"), utc);
    return start ? Math.min(earliest, start.wall + day) : earliest;
  }, Number.POSITIVE_INFINITY);
