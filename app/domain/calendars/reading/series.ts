import { day, dayOf, instantOf, wallOf, type Zone } from "#app/domain/calendars/time-zone.ts";
import { type FeedEvent, once } from "./event.ts";
import { instantOfMoment, type Length, lasts, type Moment } from "./moment.ts";
import { alignedTo, type Happening, keyOf, mostOccurrences, type Reading, refuse, slotsOf } from "./slots.ts";

/** All that a feed says under one UID. */
export interface Series {
  uid: string;
  master: FeedEvent | null;
  overrides: FeedEvent[];
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
  return happening(event, event.start, event.length, slot && keyOf(slot), slot?.allDay ?? false);
}

function happening(
  event: FeedEvent,
  start: Moment,
  length: Length | null,
  slotKey: number | null,
  slotAllDay: boolean,
): Happening {
  const { allDay, wall, zone } = start;
  const begins = instantOfMoment(start);
  return { event, allDay, wall, zone, begins, length, slotKey, slotAllDay, isDetached: slotKey !== null };
}

function isWithin(one: Happening, { from, to }: Reading): boolean {
  const { begins, length } = one;
  if (begins >= to) return false;
  if (begins >= from) return true;
  const end = length ? endOf(one, length) : begins;
  return (one.allDay ? instantOf(end, one.zone).instant : end) > from;
}

/** Where a happening ends: a wall midnight if it is all-day, else an instant. */
export function endOf({ allDay, wall, zone, begins }: Happening, { days, ms }: Length): number {
  if (allDay) return wall + days * day;
  return (days === 0 ? begins : instantOf(wall + days * day, zone).instant) + ms;
}

/** The slots, each as its override says where it has one. */
function applyOverrides(
  master: FeedEvent,
  overrides: FeedEvent[],
  slots: Map<number, Happening>,
  home: Zone,
): Happening[] {
  if (master.hidden) return [];
  const slotAllDay = master.start.allDay;
  const placed = overrides.map((event) => ({ event, slotKey: slotKeyOf(event, master, slots, home) }));
  const ranged = placed.filter(({ event }) => event.andFuture).sort((a, b) => b.slotKey - a.slotKey);
  if (ranged.length > 0) {
    for (const [slotKey, slot] of slots) {
      const future = ranged.find((one) => one.slotKey <= slotKey)?.event;
      if (future) slots.set(slotKey, following(future, slot, master));
    }
  }
  for (const { event, slotKey } of placed) {
    const length = event.length ?? (event.status === "cancelled" ? master.length : null);
    slots.set(slotKey, happening(event, event.start, length, slotKey, slotAllDay));
  }
  const all = [...slots.values()];
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
function slotKeyOf(event: FeedEvent, master: FeedEvent, slots: Map<number, Happening>, home: Zone): number {
  const slot = event.slot ?? event.start;
  if (slot.allDay && !master.start.allDay) {
    for (const [key, { wall }] of slots) if (dayOf(wall) === slot.wall) return key;
  }
  return keyOf(alignedTo(slot, master.start, home));
}

/** A later slot under a THISANDFUTURE override: its words and length, and the same move on the wall clock. */
function following(future: FeedEvent, slot: Happening, master: FeedEvent): Happening {
  const { allDay, zone, slotKey, slotAllDay } = slot;
  const start = { allDay, wall: slot.wall + shiftOf(future, master), zone };
  const sameKind = future.start.allDay === master.start.allDay;
  return happening(future, start, sameKind ? future.length : slot.length, slotKey, slotAllDay);
}

function shiftOf(override: FeedEvent, master: FeedEvent): number {
  const { start } = master;
  if (!override.andFuture || !override.slot || override.start.allDay !== start.allDay) return 0;
  const slot = alignedTo(override.slot, start, start.zone);
  if (start.allDay) return override.start.wall - slot.wall;
  return wallOf(keyOf(override.start), start.zone) - wallOf(keyOf(slot), start.zone);
}
