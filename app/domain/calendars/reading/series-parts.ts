import { readRule } from "#app/domain/calendars/rules/repeat-rule.ts";
import { instantOf, isoDate, isoInstant, type Zone } from "#app/domain/calendars/time-zone.ts";
import type { SeriesParts } from "#db/schema/calendars.ts";
import type { FeedEvent } from "./event.ts";
import type { Length, Moment } from "./moment.ts";
import { isRecurring, type Series } from "./series.ts";
import { alignedTo, keyOf, slotName, untilOf } from "./slots.ts";

const second = 1000;

/**
 * A series as it can be expanded again and exported; `detached` are the slots that an override shows. Null for what is
 * no series, and where only single dates tell it: in a zone without a name, after THISANDFUTURE, or where whole days
 * are taken out of rules that name times of day.
 */
export function seriesParts(
  { master, overrides }: Series,
  detached: ReadonlySet<number>,
  home: Zone,
): SeriesParts | null {
  if (!master || master.slot || !isRecurring(master) || master.start.zone.isDescribed) return null;
  if (overrides.some(({ andFuture }) => andFuture) || takesDaysOutOfHours(master)) return null;
  const rules = master.rules.map((rule) => ruleToKeep(rule, master.start, home));
  const exceptRules = master.exceptRules.map((rule) => ruleToKeep(rule, master.start, home));
  if ([...rules, ...exceptRules].includes(null)) return null;
  const { start, length } = master;
  const slot = (date: Moment) => keyOf(alignedTo(date, start, home));
  const named = (key: number) => slotName(key, start.allDay);
  const added = master.added.map((date) => {
    const own = date.length !== length && date.length ? `/${duration(date.length)}` : "";
    return `${named(slot(date.start))}${own}`;
  });
  // A slot whose override is private, or moved out of the period, is no date of this series
  const elsewhere = overrides.map((one) => slot(one.slot ?? one.start)).filter((key) => !detached.has(key));
  const removed = [...master.removed.map(slot), ...elsewhere].filter((key) => !detached.has(key));
  return {
    start: start.allDay ? isoDate(start.wall) : isoInstant(start.wall).slice(0, -1),
    timeZone: start.allDay ? null : start.zone.name,
    duration: length && duration(length),
    rules: rules.filter((rule) => rule !== null),
    exceptRules: exceptRules.filter((rule) => rule !== null),
    added: sortedOnce(added),
    removed: sortedOnce(removed.map(named)),
  };
}

const sortedOnce = (texts: string[]): string[] => [...new Set(texts)].sort();

function takesDaysOutOfHours({ start, removed, rules }: FeedEvent): boolean {
  if (start.allDay || !removed.some(({ allDay }) => allDay)) return false;
  return rules.some((rule) => /BYHOUR|BYMINUTE|BYSECOND|HOURLY/i.test(rule));
}

/** A rule in capitals, its UNTIL in the form that the standard asks for; null where it cannot be read. */
function ruleToKeep(text: string, start: Moment, home: Zone): string | null {
  const rule = readRule(text, start.allDay);
  const until = rule && untilOf(rule, start, home);
  if (!rule || (rule.until !== null && !until)) return null;
  const parts = text.toUpperCase().replace(/\s+/g, "").split(";");
  return parts
    .filter((part) => part !== "" && !part.startsWith("X-"))
    .map((part) => (until && part.startsWith("UNTIL=") ? `UNTIL=${untilToKeep(until, start)}` : part))
    .join(";");
}

function untilToKeep({ wall, instant }: { wall: number; instant: number | null }, start: Moment): string {
  const basic = (iso: string) => iso.replace(/[-:]/g, "");
  if (start.allDay) return basic(isoDate(wall));
  const last = Math.floor(wall / second) * second;
  return basic(isoInstant(instant ?? instantOf(last, start.zone).instant));
}

/** `PT90M`, `P1D`: days of the calendar first, then exact time. */
function duration({ days, ms }: Length): string {
  const [hours, minutes, seconds] = [
    Math.floor(ms / 3_600_000),
    Math.floor(ms / 60_000) % 60,
    (ms / second) % 60,
  ];
  const time = [hours && `${hours}H`, minutes && `${minutes}M`, seconds && `${seconds}S`]
    .filter(Boolean)
    .join("");
  if (days === 0 && time === "") return "PT0S";
  return `P${days ? `${days}D` : ""}${time ? `T${time}` : ""}`;
}
