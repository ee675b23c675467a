import type { Feed, FeedOccurrence } from "#app/domain/calendars/ics.ts";
import { untitled } from "#app/domain/calendars/keeping/given-titles.ts";
import { isMatch, type Match } from "#app/domain/calendars/keeping/match-rule.ts";
import type { Notice } from "#app/domain/calendars/reading/notices.ts";
import { day } from "#app/domain/calendars/time-zone.ts";
import { shortened } from "./shortened.ts";

/**
 * What becomes of a date. One without a title waits until somebody gives it one, whatever the rule: what it will be
 * called decides, and nothing is called “Untitled event”.
 */
export type Fate = "taken" | "unmatched" | "untitled";

/** One happening as it would come in. */
export interface PreviewLine {
  title: string;
  start: string;
  end: string | null;
  allDay: boolean;
  location: string;
  isOnline: boolean;
  status: FeedOccurrence["status"];
  fate: Fate;
}

export interface Preview {
  name: string | null;
  /** Happenings from now on, of how many events, and the day of the last of them; null where there is none. */
  toCome: number;
  events: number;
  until: string | null;
  /** What becomes of all that is read, as the history counts it after connecting. */
  fates: Record<Fate, number>;
  /** Those of the next month; where it has none, the first few after it. */
  lines: PreviewLine[];
  isNextMonth: boolean;
  /** How many more the next month has. */
  more: number;
  /** Those of the last month that come in too. */
  past: number;
  /** What stays outside, by its name in words. */
  leftOut: { count: number; what: string }[];
  notices: Notice[];
  moreNotices: number;
  /** Categories of what is to come, the most frequent first. */
  categories: string[];
}

const most = { lines: 30, later: 5, notices: 20, categories: 12, title: 200, location: 120 };
const month = 31 * day;

/** What of a feed would come in from `now` on, for its owner to look at before it does. */
export function previewOf(feed: Feed, now: Date, match: Match): Preview {
  const toCome = feed.occurrences.filter((one) => endOf(one) >= now.getTime());
  const soon = toCome.filter((one) => Date.parse(one.start) < now.getTime() + month);
  const shown = soon.length > 0 ? soon.slice(0, most.lines) : toCome.slice(0, most.later);
  const last = toCome.at(-1);
  return {
    name: feed.name,
    toCome: toCome.length,
    events: new Set(toCome.map(({ uid }) => uid)).size,
    until: last?.start ?? null,
    fates: fatesOf(feed.occurrences, match),
    lines: shown.map((one) => lineOf(one, match)),
    isNextMonth: soon.length > 0,
    more: soon.length - Math.min(soon.length, most.lines),
    past: fatesOf(feed.occurrences, match).taken - fatesOf(toCome, match).taken,
    leftOut: leftOutOf(feed),
    notices: feed.notices.slice(0, most.notices),
    moreNotices: Math.max(0, feed.notices.length - most.notices),
    categories: categoriesOf(toCome),
  };
}

function endOf({ start, end }: FeedOccurrence): number {
  return Date.parse(end ?? start);
}

function lineOf(one: FeedOccurrence, match: Match): PreviewLine {
  const { start, end, allDay, status, summary, location, onlineUrl } = one;
  return {
    ...{ title: shortened(summary, most.title), start, end, allDay, status },
    location: shortened(location ?? "", most.location),
    isOnline: onlineUrl !== null,
    fate: fateOf(one, match),
  };
}

function fateOf(one: FeedOccurrence, match: Match): Fate {
  if (one.summary === untitled) return "untitled";
  return isMatch(match, one) ? "taken" : "unmatched";
}

function fatesOf(all: readonly FeedOccurrence[], match: Match): Record<Fate, number> {
  const counts = { taken: 0, unmatched: 0, untitled: 0 };
  for (const one of all) counts[fateOf(one, match)] += 1;
  return counts;
}

const kinds: Record<string, string> = {
  vtodo: "Tasks",
  vjournal: "Journal entries",
  vfreebusy: "Entries that only say free or busy",
  valarm: "Reminders",
};

function leftOutOf({ hidden, ignored }: Feed): Preview["leftOut"] {
  const counts = Object.entries(ignored).map(([name, count]) => ({ count, what: kinds[name] ?? name }));
  return [{ count: hidden, what: "Events marked as private" }, ...counts].filter(({ count }) => count > 0);
}

function categoriesOf(toCome: readonly FeedOccurrence[]): string[] {
  const counts = new Map<string, number>();
  for (const category of toCome.flatMap(({ categories }) => categories))
    counts.set(category, (counts.get(category) ?? 0) + 1);
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most.categories)
    .map(([category]) => category);
}
