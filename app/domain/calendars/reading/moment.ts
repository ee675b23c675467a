import { day, dayOf, instantOf, utc, type Zone } from "#app/domain/calendars/time-zone.ts";

/** A date or time as a feed gives it. The wall clock of a plain date stands at midnight. */
export interface Moment {
  allDay: boolean;
  wall: number;
  zone: Zone;
}

/** How long something lasts: whole calendar days first, then exact milliseconds (RFC 5545 §3.3.6). */
export interface Length {
  days: number;
  ms: number;
}

const written = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?(Z)?)?$/i;

/** Reads `20261105T100000Z` or `20261105`, also with the signs of ISO 8601 between; null where there is no such time. */
export function readMoment(value: string, zone: Zone): Moment | null {
  const plain = plainMoment(value, zone);
  if (plain !== undefined) return plain;
  const match = written.exec(value.trim());
  if (!match) return null;
  const midnight = midnightOf(Number(match[1]), Number(match[2]), Number(match[3]));
  if (match[4] === undefined) return midnight === null ? null : { allDay: true, wall: midnight, zone };
  const [hour, minute, second] = [Number(match[4]), Number(match[5]), Number(match[6] ?? 0)];
  return timed(midnight, hour, minute, second, match[7] ? utc : zone);
}

const [bigT, bigZ] = [84, 90];

/** The form of RFC 5545, which nearly all have, number by number; undefined for any other. */
function plainMoment(value: string, zone: Zone): Moment | null | undefined {
  const { length } = value;
  const isDate = length === 8;
  const isUtc = length === 16 && value.charCodeAt(15) === bigZ;
  if (!isDate && !((length === 15 || isUtc) && value.charCodeAt(8) === bigT)) return undefined;
  const date = digits(value, 0, 8);
  const time = isDate ? 0 : digits(value, 9, 15);
  if (date < 0 || time < 0) return undefined;
  const midnight = midnightOf(Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100);
  if (isDate) return midnight === null ? null : { allDay: true, wall: midnight, zone };
  const [hour, minute, second] = [Math.floor(time / 10_000), Math.floor(time / 100) % 100, time % 100];
  return timed(midnight, hour, minute, second, isUtc ? utc : zone);
}

/** The number that stands there; -1 for anything but digits. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

function midnightOf(year: number, month: number, date: number): number | null {
  const isDay = year >= 1600 && year <= 9990 && month >= 1 && month <= 12 && date >= 1;
  return isDay && date <= daysOf(year, month) ? Date.UTC(year, month - 1, date) : null;
}

function timed(midnight: number | null, hour: number, minute: number, second: number, zone: Zone) {
  if (midnight === null || hour > 24 || minute > 59 || second > 60) return null;
  return {
    allDay: false,
    wall: midnight + ((hour * 60 + minute) * 60 + Math.min(second, 59)) * 1000,
    zone,
  };
}

function daysOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** `PT90M`, `P1D`, `P2W`, with a sign; null where it is not a duration. */
export function readDuration(value: string): (Length & { negative: boolean }) | null {
  const match =
    /^([+-])?P(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?$/i.exec(
      value,
    );
  if (!match || !/\d/.test(value)) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(2)
    .map((part) => Number(part ?? 0));
  const ms = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return { days: weeks * 7 + days, ms, negative: match[1] === "-" };
}

export const instantOfMoment = (moment: Moment): number => instantOf(moment.wall, moment.zone).instant;

/** From start to a given end; negative where the end comes first. An all-day event lasts a day at least. */
export function lengthBetween(start: Moment, end: Moment): Length {
  if (!start.allDay) {
    const ended = end.allDay ? instantOf(end.wall, end.zone).instant : instantOfMoment(end);
    return { days: 0, ms: ended - instantOfMoment(start) };
  }
  const lastDay = end.wall > dayOf(end.wall) ? dayOf(end.wall) + day : end.wall;
  const days = Math.round((lastDay - start.wall) / day);
  return { days: days === 0 ? 1 : days, ms: 0 };
}

export const lasts = (length: Length | null): number => (length ? length.days * day + length.ms : 0);
