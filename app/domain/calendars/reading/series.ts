import { day, dayOf, instantOf, wallOf, type Zone } from "#app/domain/calendars/time-zone.ts";
import { type FeedEvent, once } from "./event.ts";
import { instantOfMoment, type Length, lasts, type Moment } from "./moment.ts";
import { alignedTo, keyOf, mostOccurrences, type Reading, refuse, type Slot, slotsOf } from "./slots.ts";

/** All that a feed says under one UID. */
export interface Series {
  uid: string;
  master: FeedEvent | null;
  overrides: FeedEvent[];
}

/** One happening; `event` says what it is about, `slotKey` which slot of a series it stands for. */
export interface Happening {
  event: FeedEvent;
  start: Moment;
  /** The instant of the start; of a whole day that of its midnight. */
  begins: number;
  length: Length | null;
  slotKey: number | null;
  slotAllDay: boolean;
  /** Said by an override, not by the series. */
  isDetached: boolean;
}

/** The happenings of a series that touch the period, hidden ones too, with exceptions and overrides applied. */
export function happeningsOf({ master, overrides }: Series, reading: Reading): Happening[] {
  const all = master
    ? withMaster(master, overrides, reading)
    : overrides.map((event) => single(event, event.slot));
  const within = all.filter((one) => isWithin(one, reading));
  if (!master || within.length <= mostOccurrences) return within;
  refuse(master, "too many", reading.notices);
  return [];
}

export const isRecurring = (event: FeedEvent): boolean => event.rules.length > 0 || event.added.length > 0;

function withMaster(master: FeedEvent, overrides: FeedEvent[], reading: Reading): Happening[] {
  if (!isRecurring(master) && overrides.length === 0) {
    const isRemoved = master.removed.some((date) => keyOf(date) === keyOf(master.start));
    return isRemoved ? [] : [single(master, master.slot)];
  }
  const reach = overrides.reduce(
    (most, one) => Math.max(most, lasts(one.length) + Math.abs(shiftOf(one, master))),
    lasts(master.length),
  );
  const slots = slotsOf(master, reach + 2 * day, reading);
  return slots ? applyOverrides(master, overrides, slots, reading.home) : [];
}

/** An event by itself; an override whose master is missing is still known by its slot. */
function single(event: FeedEvent, slot: Moment | null): Happening {
  const { start, length } = event;
  const begins = instantOfMoment(start);
  const slotKey = slot && keyOf(slot);
  return {
    event,
    start,
    begins,
    length,
    slotKey,
    slotAllDay: slot?.allDay ?? false,
    isDetached: slot !== null,
  };
}

function isWithin(happening: Happening, { from, to }: Reading): boolean {
  const { start, begins, length } = happening;
  if (begins >= to) return false;
  if (begins >= from) return true;
  const end = length ? endOf(happening, length) : begins;
  return (start.allDay ? instantOf(end, start.zone).instant : end) > from;
}

/** Where a happening ends: a wall midnight if it is all-day, else an instant. */
export function endOf({ start, begins }: Happening, { days, ms }: Length): number {
  if (start.allDay) return start.wall + days * day;
  return (days === 0 ? begins : instantOf(start.wall + days * day, start.zone).instant) + ms;
}

function applyOverrides(
  master: FeedEvent,
  overrides: FeedEvent[],
  slots: Map<number, Slot>,
  home: Zone,
): Happening[] {
  if (master.hidden) return [];
  const slotAllDay = master.start.allDay;
  const placed = overrides.map((event) => ({ event, slotKey: slotKeyOf(event, master, slots, home) }));
  const ranged = placed.filter(({ event }) => event.andFuture).sort((a, b) => b.slotKey - a.slotKey);
  const happenings = new Map<number, Happening>();
  for (const [slotKey, slot] of slots) {
    const future = ranged.find((one) => one.slotKey <= slotKey)?.event;
    const shown = future ? following(future, slot, master) : slot;
    const { start, length } = shown;
    const event = future ?? master;
    const begins = future || slotAllDay ? instantOfMoment(start) : slotKey;
    happenings.set(slotKey, {
      event,
      start,
      begins,
      length,
      slotKey,
      slotAllDay,
      isDetached: future !== undefined,
    });
  }
  for (const { event, slotKey } of placed) {
    const { start } = event;
    const length = event.length ?? (event.status === "cancelled" ? master.length : null);
    const begins = instantOfMoment(start);
    happenings.set(slotKey, { event, start, begins, length, slotKey, slotAllDay, isDetached: true });
  }
  const all = [...happenings.values()];
  if (master.status !== "cancelled") return all;
  const events = new Map([master, ...overrides].map((event) => [event, cancelled(event)]));
  return all.map((one) => ({ ...one, event: events.get(one.event) ?? one.event }));
}

const cancelled = (event: FeedEvent): FeedEvent => ({
  ...event,
  status: "cancelled",
  details: once(() => ({ ...event.details(), status: "cancelled" as const })),
});

/** The key of the slot that an override replaces. A RECURRENCE-ID may be in UTC, another zone, or a plain date. */
function slotKeyOf(event: FeedEvent, master: FeedEvent, slots: Map<number, Slot>, home: Zone): number {
  const slot = event.slot ?? event.start;
  if (slot.allDay && !master.start.allDay) {
    for (const [key, { start }] of slots) if (dayOf(start.wall) === slot.wall) return key;
  }
  return keyOf(alignedTo(slot, master.start, home));
}

/** A later slot under a THISANDFUTURE override: its words and length, and the same move on the wall clock. */
function following(future: FeedEvent, slot: Slot, master: FeedEvent): Slot {
  const start = { ...slot.start, wall: slot.start.wall + shiftOf(future, master) };
  const sameKind = future.start.allDay === master.start.allDay;
  return { start, length: sameKind ? future.length : slot.length };
}

function shiftOf(override: FeedEvent, master: FeedEvent): number {
  const { start } = master;
  if (!override.andFuture || !override.slot || override.start.allDay !== start.allDay) return 0;
  const slot = alignedTo(override.slot, start, start.zone);
  if (start.allDay) return override.start.wall - slot.wall;
  return wallOf(keyOf(override.start), start.zone) - wallOf(keyOf(slot), start.zone);
}
