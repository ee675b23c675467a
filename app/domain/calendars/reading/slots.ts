import { type Budget, type Expansion, expandRule, type Trouble } from "#app/domain/calendars/recurrence.ts";
import { type Rule, readRule } from "#app/domain/calendars/rules/repeat-rule.ts";
import {
  day,
  dayOf,
  instantOf,
  isoDate,
  isoInstant,
  utc,
  wallOf,
  type Zone,
} from "#app/domain/calendars/time-zone.ts";
import type { FeedEvent } from "./event.ts";
import { instantOfMoment, type Length, type Moment, readMoment } from "./moment.ts";
import type { Notices } from "./notices.ts";

/** The period asked for, and what one feed shares while it is read. */
export interface Reading {
  from: number;
  to: number;
  home: Zone;
  budget: Budget;
  notices: Notices;
}

/** One happening, with its start; `event` says what it is about, `slotKey` which slot of a series it stands for. */
export interface Happening extends Moment {
  event: FeedEvent;
  /** The instant of the start; of a whole day that of its midnight. */
  begins: number;
  length: Length | null;
  slotKey: number | null;
  slotAllDay: boolean;
  /** Said by an override, not by the series. */
  isDetached: boolean;
}

export const mostOccurrences = 1000;

/** What a slot is known by: its instant, or the wall midnight of an all-day one. */
export const keyOf = (moment: Moment): number => (moment.allDay ? moment.wall : instantOfMoment(moment));

export const slotName = (key: number, allDay: boolean): string => (allDay ? isoDate(key) : isoInstant(key));

/**
 * Every slot that the rules of a series yield within `reach` of the period, by key and before overrides; null, with a
 * notice, for a series that cannot be followed.
 */
export function slotsOf(master: FeedEvent, reach: number, reading: Reading): Map<number, Happening> | null {
  const { start, length } = master;
  const span = { from: reading.from - reach, to: reading.to + reach };
  const slots: Slots = new Map();
  if (master.rules.length === 0) addSlot(slots, master, start, length);
  for (const text of master.rules) {
    const found = follow(text, master, span, reading);
    if (typeof found === "string") {
      refuse(master, found, reading.notices);
      return null;
    }
    if (!found.startFits) {
      const message = "The first date of this event does not fit its repeat rule; it was kept as well.";
      reading.notices.add(master.line, master.from, message);
    }
    const { allDay, zone } = start;
    for (const wall of found.starts)
      addSlot(slots, master, { allDay, wall: allDay ? dayOf(wall) : wall, zone }, length);
  }
  for (const date of master.added)
    addSlot(slots, master, alignedTo(date.start, start, reading.home), date.length);
  for (const text of master.exceptRules) {
    const found = readRule(text, start.allDay) ? follow(text, master, span, reading) : "unreadable";
    if (typeof found === "string") {
      const message = `The dates that this event leaves out by a rule (EXRULE “${text.slice(0, 100)}”) cannot be found, so they are shown.`;
      reading.notices.add(master.line, master.from, message);
      continue;
    }
    const starts = found.starts.filter((wall) => found.startFits || wall !== start.wall);
    for (const wall of starts) slots.delete(keyOf({ ...start, wall }));
  }
  removeDates(master, slots, reading.home);
  return slots;
}

type Slots = Map<number, Happening>;

function addSlot(slots: Slots, event: FeedEvent, start: Moment, length: Length | null): void {
  const { allDay, wall, zone } = start;
  const begins = instantOfMoment(start);
  const slotKey = allDay ? wall : begins;
  const { allDay: slotAllDay } = event.start;
  slots.set(slotKey, { event, allDay, wall, zone, begins, length, slotKey, slotAllDay, isDetached: false });
}

type Found = Exclude<Expansion, { trouble: Trouble }>;

/** The wall-clock starts of one rule, or why they cannot be followed. */
function follow(
  text: string,
  master: FeedEvent,
  span: { from: number; to: number },
  { home, budget, notices }: Reading,
): Found | Trouble {
  const { start, line, from } = master;
  const rule = readRule(text, start.allDay);
  const until = rule && untilOf(rule, start, home);
  if (!rule || (rule.until !== null && !until)) {
    const message = `The repeat rule “${text.slice(0, 100)}” of this event cannot be read, so only its first date is shown.`;
    notices.add(line, from, message);
    return { starts: [start.wall], startFits: true };
  }
  if (until && until.wall < start.wall) {
    notices.add(line, from, "The repeat rule of this event ends before its first date, so it has none.");
    return { starts: [], startFits: true };
  }
  const stretch = { start: start.wall, ...span, until: until?.wall ?? null, limit: 2 * mostOccurrences };
  const found = expandRule(rule, stretch, budget);
  if ("trouble" in found) return found.trouble;
  const last = until?.instant;
  if (last === undefined || last === null) return found;
  return { ...found, starts: found.starts.filter((wall) => instantOf(wall, start.zone).instant <= last) };
}

const reasons: Record<Trouble, string> = {
  "too often": "This event repeats more often than hourly, so it was left out.",
  "too many": `This event repeats more than ${mostOccurrences.toLocaleString("en-GB")} times in the period, so it was left out.`,
  never: "The repeat rule of this event never yields a date, so it was left out.",
  "too long": "The repeat rule of this event takes too long to follow, so it was left out.",
};

export const refuse = (event: FeedEvent, trouble: Trouble, notices: Notices): void =>
  notices.add(event.line, event.from, reasons[trouble]);

/** UNTIL on the series' own wall clock. A date means all of that day; an instant is compared as one. */
export function untilOf(
  rule: Rule,
  start: Moment,
  home: Zone,
): { wall: number; instant: number | null } | null {
  if (rule.until === null) return null;
  const until = readMoment(rule.until, start.zone);
  if (!until) return null;
  if (start.allDay) return { wall: alignedTo(until, start, home).wall, instant: null };
  if (until.allDay) return { wall: until.wall + day - 1, instant: null };
  const instant = instantOfMoment(until);
  // Two hours to spare: where the clocks go back, an earlier instant may show a later time.
  return { wall: wallOf(instant, start.zone) + day / 12, instant };
}

/** A date of a series in its own manner: a local day for all-day series, the start's time of day for timed ones. */
export function alignedTo(date: Moment, start: Moment, home: Zone): Moment {
  if (start.allDay === date.allDay) return date;
  if (start.allDay) {
    // Midnight in UTC is how programs write a plain date as a time
    const isDate = date.zone !== utc || date.wall === dayOf(date.wall);
    return { ...start, wall: dayOf(isDate ? date.wall : wallOf(date.wall, home)) };
  }
  return { ...start, wall: date.wall + (start.wall - dayOf(start.wall)) };
}

/** EXDATE matches by instant; a plain date takes that whole local day. */
function removeDates({ removed, start }: FeedEvent, slots: Slots, home: Zone): void {
  const days = new Set<number>();
  for (const date of removed) {
    if (date.allDay && !start.allDay) days.add(date.wall);
    else slots.delete(keyOf(alignedTo(date, start, home)));
  }
  if (days.size === 0) return;
  for (const [key, { wall }] of slots) if (days.has(dayOf(wall))) slots.delete(key);
}
