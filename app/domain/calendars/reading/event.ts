import { utc, type Zone } from "#app/domain/calendars/time-zone.ts";
import { type Component, type Property, propertiesOf, property, textOf } from "./components.ts";
import {
  instantOfMoment,
  type Length,
  lengthBetween,
  type Moment,
  readDuration,
  readMoment,
} from "./moment.ts";
import type { Notices } from "./notices.ts";
import { isHidden, uidOf } from "./uid.ts";
import { type Details, readDetails } from "./words/details.ts";
import { oneLine } from "./words/plain-text.ts";
import { type Position, readPosition } from "./words/position.ts";
import type { CalendarZones } from "./zones.ts";

/** A VEVENT: a single event, the master of a series, or the override of one slot of it. */
export interface FeedEvent {
  uid: string;
  line: number;
  start: Moment;
  /** Null where a timed event does not say when it ends. */
  length: Length | null;
  rules: string[];
  exceptRules: string[];
  added: { start: Moment; length: Length | null }[];
  removed: Moment[];
  /** RECURRENCE-ID: the slot of the series that this stands for. */
  slot: Moment | null;
  andFuture: boolean;
  /** PRIVATE, CONFIDENTIAL, or a class that we do not know (RFC 5545 §3.8.1.3). */
  hidden: boolean;
  /** Where it is on the map; null where that is not said, or cannot be. */
  geo: Position | null;
  /** It has no title of its own; `details.summary` says so. */
  isUntitled: boolean;
  sequence: number;
  status: Details["status"];
  /** Read when first asked for, as most events of a long-lived feed are past. */
  details: () => Details;
  /** The VEVENT itself, for notices. */
  from: Component;
}

export const mostSequence = 2 ** 31 - 1;

/** Reads a VEVENT; null, with a notice, where it says too little to be shown. */
export function readEvent(
  event: Component,
  zones: CalendarZones,
  cancelledAll: boolean,
  notices: Notices,
): FeedEvent | null {
  const refuse = (reason: string, line = event.line) => {
    notices.add(line, event, reason);
    return null;
  };
  if (event.cutOff)
    return refuse("This event breaks off (its last line, END:VEVENT, is missing), so it was left out.");
  const given = startOf(event);
  const start = given ? read(given.values[0], given, zones, zones.home) : null;
  if (!given) return refuse("This event does not say when it starts (DTSTART), so it was left out.");
  if (!start)
    return refuse(
      `The start of this event, “${shown(given)}”, is not a date or a time, so it was left out.`,
      given.line,
    );
  const length = readLength(event, start, zones, notices);
  if (length && (length.days < 0 || length.ms < 0)) {
    return refuse("This event ends before it starts, so it was left out.", property(event, "dtend")?.line);
  }
  const series = readSeries(event, start, length, zones, notices);
  const recurrence = property(event, "recurrence-id");
  if (recurrence && !series.slot) {
    const reason = `Which date of its series this changes (RECURRENCE-ID “${shown(recurrence)}”) cannot be read, so it was left out.`;
    return refuse(reason, recurrence.line);
  }
  const rank = readRank(event, cancelledAll);
  const { uid, hidden, isUntitled } = readIdentity(event, notices);
  const geo = hidden ? null : readPosition(event, notices);
  const details = once(() => readDetails(event, rank));
  const said = { uid, line: event.line, start, length, hidden, geo, isUntitled, details, from: event };
  return Object.assign(said, series, rank);
}

/** DTSTART; Exchange calls off a date of a series by no more than which it is. */
function startOf(event: Component): Property | undefined {
  const given = property(event, "dtstart");
  if (given || readStatus(textOf(event, "status").toUpperCase()) !== "cancelled") return given;
  return property(event, "recurrence-id");
}

/** Remembers what it answered. */
export function once<Answer extends object>(ask: () => Answer): () => Answer {
  let answer: Answer | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}

function readIdentity(event: Component, notices: Notices) {
  const { uid, isMadeUp } = uidOf(event);
  const hidden = isHidden(event);
  if (isMadeUp && !hidden) {
    const message =
      "This event has no number of its own (UID), so it is known by its start, title and place: changing one makes it another event.";
    notices.add(event.line, event, message);
  }
  return { uid, hidden, isUntitled: isBlank(textOf(event, "summary")) };
}

/** Also a title of nothing but tags. */
const isBlank = (title: string): boolean => title === "" || (title.includes("<") && oneLine(title) === "");

/** What is written there, short enough for a notice. */
const shown = ({ values }: Property): string => oneLine(values.join(","), 60);

const read = (
  value: string | undefined,
  from: Property,
  zones: CalendarZones,
  floating: Zone,
): Moment | null => {
  const isDate = String(from.params.value ?? "").toUpperCase() === "DATE";
  const text = isDate ? value?.split(/t/i)[0] : value;
  return readMoment(text ?? "", zones.of(from, floating));
};

function readLength(event: Component, start: Moment, zones: CalendarZones, notices: Notices): Length | null {
  const unsaid = start.allDay ? { days: 1, ms: 0 } : null;
  const dtend = property(event, "dtend");
  const end = dtend && read(dtend.values[0], dtend, zones, start.zone === utc ? zones.home : start.zone);
  if (end) return lengthBetween(start, end);
  const given = property(event, "duration");
  const duration = given && readDuration(given.values[0] ?? "");
  if (duration) {
    if (duration.negative) return { days: -1, ms: 0 };
    if (!start.allDay) return { days: duration.days, ms: duration.ms };
    return { days: Math.max(1, duration.days + Math.ceil(duration.ms / 86_400_000)), ms: 0 };
  }
  const unread = dtend ?? given;
  if (unread)
    notices.add(
      unread.line,
      event,
      `The end of this event, “${shown(unread)}”, cannot be read; it is shown without one.`,
    );
  return unsaid;
}

const ofSeries = new Set(["rrule", "exrule", "rdate", "exdate", "recurrence-id"]);

const single: Pick<FeedEvent, "rules" | "exceptRules" | "added" | "removed" | "slot" | "andFuture"> = {
  rules: [],
  exceptRules: [],
  added: [],
  removed: [],
  slot: null,
  andFuture: false,
};

function readSeries(
  event: Component,
  start: Moment,
  length: Length | null,
  zones: CalendarZones,
  notices: Notices,
): typeof single {
  if (!event.names.some((name) => ofSeries.has(name))) return single;
  const all = (name: string) => propertiesOf(event, name);
  const rules = (name: string) =>
    all(name).flatMap(({ values }) => values.filter((rule) => rule.trim() !== ""));
  const dates = (name: string) =>
    all(name).flatMap((from) =>
      from.values
        .filter((value) => value !== "")
        .flatMap((value) => {
          const found = readSlot(value, from, start, length, zones);
          if (!found)
            notices.add(
              from.line,
              event,
              `The date “${oneLine(value, 60)}” of this series cannot be read, so it was skipped.`,
            );
          return found ?? [];
        }),
    );
  const slot = property(event, "recurrence-id");
  return {
    rules: rules("rrule"),
    exceptRules: rules("exrule"),
    added: dates("rdate"),
    removed: dates("exdate").map((date) => date.start),
    slot: slot ? read(slot.values[0], slot, zones, start.zone) : null,
    andFuture: String(slot?.params.range ?? "").toUpperCase() === "THISANDFUTURE",
  };
}

/** A date of RDATE or EXDATE. A period keeps its own length; a floating time is in the zone of the series. */
function readSlot(value: string, from: Property, start: Moment, length: Length | null, zones: CalendarZones) {
  const [first, last] = value.split("/");
  const moment = read(first, from, zones, start.zone);
  if (!moment || last === undefined) return moment && { start: moment, length };
  const duration = readDuration(last);
  if (duration)
    return duration.negative ? null : { start: moment, length: { days: duration.days, ms: duration.ms } };
  const end = read(last, from, zones, start.zone);
  const period = end && lengthBetween(moment, end);
  return period && period.ms >= 0 ? { start: moment, length: period } : null;
}

/** LAST-MODIFIED, else DTSTAMP, in milliseconds: the later of two versions with one SEQUENCE wins. */
export function stampOf({ from }: FeedEvent): number {
  const stamp = readMoment(textOf(from, "last-modified") || textOf(from, "dtstamp"), utc);
  return stamp ? instantOfMoment(stamp) : 0;
}

/** Which version it is, and whether it is still on. */
function readRank(event: Component, cancelledAll: boolean) {
  const sequence = Number.parseInt(textOf(event, "sequence"), 10);
  return {
    sequence: Math.min(Math.max(sequence || 0, 0), mostSequence),
    status: cancelledAll ? ("cancelled" as const) : readStatus(textOf(event, "status").toUpperCase()),
  };
}

function readStatus(status: string): Details["status"] {
  if (status === "CANCELLED" || status === "CANCELED") return "cancelled";
  return status === "TENTATIVE" ? "tentative" : "confirmed";
}
