import { day, instantOf, utc, wallOf, type Zone, zoneNamed } from "#app/domain/calendars/time-zone.ts";
import type { RepeatLines } from "./feed-entry.ts";
import { compactWall } from "./moment.ts";

/** RRULE, EXRULE, RDATE and EXDATE of a series, each as one unfolded line. */
export function repeatLines(series: RepeatLines, allDay: boolean): string[] {
  const zone = series.timeZone === null ? null : (zoneNamed(series.timeZone) ?? utc);
  const rule = (text: string) => withUntil(text.replace(/^(?:EX|R)RULE:/i, ""), allDay, zone ?? utc);
  const dates = (name: string, slots: readonly string[]) =>
    slots.length > 0
      ? [`${name}${parameterOf(allDay, zone)}:${slots.map((at) => dateOf(at, zone)).join(",")}`]
      : [];
  const [periods, added] = [series.added.filter(isPeriod), series.added.filter((at) => !isPeriod(at))];
  return [
    ...series.rules.map((text) => `RRULE:${rule(text)}`),
    ...series.exceptRules.map((text) => `EXRULE:${rule(text)}`),
    ...dates("RDATE", added),
    ...(periods.length > 0 ? [`RDATE;VALUE=PERIOD:${periods.map(periodOf).join(",")}`] : []),
    ...dates("EXDATE", series.removed),
  ];
}

/** The slot of a series that another date stands for, in the manner of the series' own start. */
export function recurrenceIdLine(slot: { at: string; timeZone: string | null }): string {
  const zone = slot.timeZone === null ? null : (zoneNamed(slot.timeZone) ?? utc);
  return `RECURRENCE-ID${parameterOf(isDay(slot.at), zone)}:${dateOf(slot.at, zone)}`;
}

export const isDay = (at: string): boolean => /^\d{4}-\d\d-\d\d$/.test(at);
const isPeriod = (at: string): boolean => at.includes("/");

function parameterOf(allDay: boolean, zone: Zone | null): string {
  if (allDay) return ";VALUE=DATE";
  return zone === null || zone === utc ? "" : `;TZID=${zone.name}`;
}

function dateOf(at: string, zone: Zone | null): string {
  if (isDay(at)) return at.replaceAll("-", "");
  const [date, time] = compactWall(wallOf(Date.parse(at), zone ?? utc));
  return zone === null || zone === utc ? `${date}T${time}Z` : `${date}T${time}`;
}

/** `2026-01-04T10:00:00Z/PT2H`: its length stays as it is, or is an instant. */
function periodOf(at: string): string {
  const [start = "", length = ""] = at.split("/");
  return `${dateOf(start, null)}/${/^[+-]?P/i.test(length) ? length : dateOf(length, null)}`;
}

/**
 * UNTIL has the type of the start (RFC 5545 §3.3.10): in UTC beside a zone, a day beside days. Sources write it as
 * they like; a day on a timed series means the whole of that day.
 */
function withUntil(rule: string, allDay: boolean, zone: Zone): string {
  return rule.replace(/UNTIL=(\d{8})(?:T(\d{6})(Z?))?/i, (_, date: string, time?: string, z?: string) => {
    if (allDay) return `UNTIL=${date}`;
    if (time && z) return `UNTIL=${date}T${time}Z`;
    const midnight = Date.parse(date.replace(/(....)(..)(..)/, "$1-$2-$3"));
    const [hour, minute, second] = (time ?? "").match(/../g)?.map(Number) ?? [];
    const wall =
      time === undefined
        ? midnight + day - 1000
        : midnight + ((hour ?? 0) * 3600 + (minute ?? 0) * 60 + (second ?? 0)) * 1000;
    return `UNTIL=${compactWall(instantOf(wall, zone).instant).join("T")}Z`;
  });
}
