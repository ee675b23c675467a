import { type Budget, expandRule } from "#app/domain/calendars/recurrence.ts";
import { readRule } from "#app/domain/calendars/rules/repeat-rule.ts";
import { day, utc, wallOf, type Zone } from "#app/domain/calendars/time-zone.ts";
import { type Component, propertiesOf, textOf } from "./components.ts";
import { instantOfMoment, readMoment } from "./moment.ts";

/** When an offset begins to hold, as an instant, and the offset that it ends. */
interface Onset {
  at: number;
  from: number;
  to: number;
}

const margin = 400 * day;
const mostOnsets = 2000;

/** The zone that a VTIMEZONE describes, right until `to`; null where it describes none. */
export function zoneOfRules(
  rules: Component,
  name: string,
  span: { from: number; to: number },
  budget: Budget,
): Zone | null {
  const onsets = rules.children
    .filter(({ name }) => name === "standard" || name === "daylight")
    .flatMap((observance) => onsetsOf(observance, span, budget));
  onsets.sort((a, b) => a.at - b.at);
  const first = onsets[0];
  if (!first) return null;
  const offsetAt = (instant: number) => onsets[countUntil(onsets, instant) - 1]?.to ?? first.from;
  return { name, offsetAt, isDescribed: true };
}

/** How many of them have come by then. They may be thousands, and are asked for each date of a feed. */
function countUntil(onsets: Onset[], instant: number): number {
  let [low, high] = [0, onsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((onsets[middle]?.at ?? 0) <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

function onsetsOf(observance: Component, span: { from: number; to: number }, budget: Budget): Onset[] {
  const from = readOffset(textOf(observance, "tzoffsetfrom"));
  const to = readOffset(textOf(observance, "tzoffsetto"));
  const start = readMoment(textOf(observance, "dtstart"), utc);
  if (from === null || to === null || !start) return [];
  const dates = propertiesOf(observance, "rdate")
    .flatMap(({ values }) => values)
    .map((value) => readMoment(value, utc)?.wall ?? start.wall);
  const repeated = propertiesOf(observance, "rrule").flatMap((rule) =>
    repeatedOnsets(rule.values[0] ?? "", start.wall, from, span, budget),
  );
  return [start.wall, ...dates, ...repeated]
    .slice(0, mostOnsets)
    .map((wall) => ({ at: wall - from, from, to }));
}

function repeatedOnsets(
  text: string,
  start: number,
  offset: number,
  span: { from: number; to: number },
  budget: Budget,
): number[] {
  const rule = readRule(text);
  if (!rule) return [];
  const until = rule.until === null ? null : readMoment(rule.until, utc);
  const last = until && wallOf(instantOfMoment(until), { name: "", offsetAt: () => offset });
  const stretch = { start, to: span.to + margin, until: last, limit: mostOnsets };
  // A series may have begun years before what is asked for; only clocks that change all the time are cut short
  for (const from of [start, span.from - margin]) {
    const found = expandRule(rule, { ...stretch, from }, budget);
    if ("starts" in found) return found.starts;
  }
  return [];
}

function readOffset(value: string): number | null {
  const match = /^([+-])(\d\d):?(\d\d)(?::?(\d\d))?$/.exec(value);
  if (!match) return null;
  const size = ((Number(match[2]) * 60 + Number(match[3])) * 60 + Number(match[4] ?? 0)) * 1000;
  return match[1] === "-" ? -size : size;
}
