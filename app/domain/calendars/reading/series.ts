import { day, dayOf, instantOf, wallOf, type Zone } from "#app/domain/calendars/time-zone.ts";
import type { FeedEvent } from "./event.ts";
import { endOf, instantOfMoment, type Length, lasts, type Moment } from "./moment.ts";
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
  const slotKey = slot && keyOf(slot);
  return { event, start, length, slotKey, slotAllDay: slot?.allDay ?? false, isDetached: slot !== null };
}

function isWithin({ start, length }: Happening, { from, to }: Reading): boolean {
  const begins = instantOfMoment(start);
  const end = length ? endOf(start, length) : begins;
  const ends = start.allDay ? instantOf(end, start.zone).instant : end;
  return begins < to && (ends > from || begins >= from);
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
    const shown = future ? following(future, slot, master) : { event: master, ...slot };
    happenings.set(slotKey, { ...shown, slotKey, slotAllDay, isDetached: future !== undefined });
  }
  for (const { event, slotKey } of placed) {
    const { start, length } = event;
    happenings.set(slotKey, { event, start, length, slotKey, slotAllDay, isDetached: true });
  }
  const all = [...happenings.values()];
  if (master.details.status !== "cancelled") return all;
  return all.map((one) => ({ ...one, event: cancelled(one.event) }));
}

const cancelled = (event: FeedEvent): FeedEvent => ({
  ...event,
  details: { ...event.details, status: "cancelled" },
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
function following(
  future: FeedEvent,
  slot: Slot,
  master: FeedEvent,
): Omit<Happening, "slotKey" | "slotAllDay" | "isDetached"> {
  const start = { ...slot.start, wall: slot.start.wall + shiftOf(future, master) };
  const sameKind = future.start.allDay === master.start.allDay;
  return { event: future, start, length: sameKind ? future.length : slot.length };
}

function shiftOf(override: FeedEvent, master: FeedEvent): number {
  const { start } = master;
  if (!override.andFuture || !override.slot || override.start.allDay !== start.allDay) return 0;
  const slot = alignedTo(override.slot, start, start.zone);
  if (start.allDay) return override.start.wall - slot.wall;
  return wallOf(keyOf(override.start), start.zone) - wallOf(keyOf(slot), start.zone);
}
