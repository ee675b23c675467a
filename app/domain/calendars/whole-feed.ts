import { type Feed, type FeedOptions, readFeed } from "./ics.ts";

/** Calendars that programs keep begin later than this. */
const longAgo = new Date("1970-01-01T00:00:00Z");

/**
 * Everything that a feed holds before `to`. A series with more dates than can be listed from its start
 * (a daily one of many years) is given from `from` on instead. Throws NotACalendar, as readFeed does.
 */
export function readWholeFeed(body: Uint8Array | string, options: FeedOptions): Feed {
  const whole = readFeed(body, { ...options, from: longAgo });
  const recent = readFeed(body, options);
  const listed = new Set(whole.occurrences.map(({ uid }) => uid));
  const long = new Set(recent.occurrences.map(({ uid }) => uid).filter((uid) => !listed.has(uid)));
  if (long.size === 0) return whole;
  const isLong = ({ uid }: { uid: string | null }) => uid !== null && long.has(uid);
  const rest = <T extends { uid: string | null }>(all: T[], latest: T[]) => [
    ...all.filter((one) => !isLong(one)),
    ...latest.filter(isLong),
  ];
  return {
    ...whole,
    occurrences: rest(whole.occurrences, recent.occurrences).sort(byStart),
    events: rest(whole.events, recent.events),
    notices: rest(whole.notices, recent.notices),
  };
}

/** Instants and plain dates sort as texts do; what begins together keeps the order of its UIDs. */
const byStart = (a: { start: string; uid: string }, b: { start: string; uid: string }) =>
  a.start < b.start || (a.start === b.start && a.uid < b.uid) ? -1 : 1;
