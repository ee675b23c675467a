import { readFeed } from "#app/domain/calendars/ics.ts";
import { instantOf, isoInstant, utc, wallOf, zoneNamed } from "#app/domain/calendars/time-zone.ts";
import type { SeriesParts } from "#db/schema/calendars.ts";
import { feedOf } from "./feed.ts";
import type { FeedEntry, When } from "./feed-entry.ts";
import { isDay } from "./repeat-lines.ts";
import { veventOf } from "./vevent.ts";

const dayMs = 86_400_000;

/** When a series begins, as its master says it. */
export function startOf({ start, timeZone, duration }: SeriesParts): When {
  if (timeZone === null) return { allDay: true, start: start.slice(0, 10), end: null, length: duration };
  const { instant } = instantOf(Date.parse(`${start.slice(0, 19)}Z`), zoneNamed(timeZone) ?? utc);
  return { allDay: false, start: new Date(instant), end: null, timeZone, length: duration };
}

/**
 * The slots that a master yields from the first to the last of those that are known, as our own reader expands it
 * before it goes out; with each, when it begins and ends.
 */
export function slotsOf(master: FeedEntry, known: readonly string[]): Map<string, string> {
  const slots = known.toSorted();
  const [first = "", last = ""] = [slots.at(0), slots.at(-1)];
  const reach = { from: new Date(Date.parse(first) - dayMs), to: new Date(Date.parse(last) + 2 * dayMs) };
  const { occurrences } = readFeed(
    feedOf({ name: "Series", url: "https://series.invalid/" }, [veventOf(master)]),
    reach,
  );
  return new Map(
    occurrences.flatMap(({ recurrenceId, start, end }) =>
      recurrenceId !== null && recurrenceId >= first && recurrenceId <= last
        ? [[recurrenceId, timesOf(start, end)] as const]
        : [],
    ),
  );
}

export const timesOf = (start: string, end: string | null): string =>
  `${Date.parse(start)} ${end === null ? "" : Date.parse(end)}`;

/**
 * A series that ends with a slot: nobody vouches for what its rules yield after it. COUNT gives way to UNTIL, as a rule
 * has one of them (RFC 5545 §3.3.10), so ask for its slots afterwards.
 */
export function endedAt(parts: SeriesParts, last: string): SeriesParts {
  const until = isDay(last) ? last.replaceAll("-", "") : isoInstant(Date.parse(last)).replace(/[-:]/g, "");
  const isBefore = (at: string) => (at.split("/")[0] ?? at) <= last;
  return {
    ...parts,
    rules: parts.rules.map((rule) => endedRule(rule, until)),
    added: parts.added.filter(isBefore),
    removed: parts.removed.filter(isBefore),
  };
}

/**
 * A series that begins with a slot of its own: what it yielded before nobody here ever knew of. Null where it counts
 * its dates, or would yield others from then on.
 */
export function begunAt(parts: SeriesParts, first: string, yieldsOf: Yields): SeriesParts | null {
  if ([...parts.rules, ...parts.exceptRules].some((rule) => /COUNT=/i.test(rule))) return null;
  const zone = parts.timeZone === null ? null : (zoneNamed(parts.timeZone) ?? utc);
  if (isDay(first) !== (zone === null)) return null;
  const start = zone === null ? first : isoInstant(wallOf(Date.parse(first), zone)).slice(0, -1);
  const isAfter = (at: string) => (at.split("/")[0] ?? at) >= first;
  const begun = {
    ...{ ...parts, start },
    ...{ added: parts.added.filter(isAfter), removed: parts.removed.filter(isAfter) },
  };
  const [before, after] = [yieldsOf(parts), yieldsOf(begun)];
  const isSame =
    before.size === after.size && [...before].every(([slot, times]) => after.get(slot) === times);
  return isSame ? begun : null;
}

type Yields = (parts: SeriesParts) => ReadonlyMap<string, string>;

function endedRule(rule: string, until: string): string {
  const own = /(?:^|;)UNTIL=([^;]+)/i.exec(rule)?.[1];
  if (own && own.toUpperCase() <= until) return rule;
  const kept = rule.split(";").filter((part) => !/^(?:UNTIL|COUNT)=/i.test(part));
  return [...kept, `UNTIL=${until}`].join(";");
}
