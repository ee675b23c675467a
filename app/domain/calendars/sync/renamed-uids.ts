import type { Feed } from "#app/domain/calendars/ics.ts";
import type { Notice } from "#app/domain/calendars/reading/notices.ts";
import { occurrenceValues } from "./occurrence-rows.ts";
import type { KnownEvent, Occurrence } from "./plan.ts";

/** From this share of lost UIDs on, it is the program that names everything anew (cozy konnectors issue 215). */
const churn = 0.8;

/**
 * Some programs give every event a new UID at each export. Where most of what is to come seems to have gone,
 * an event that now starts at the same time under the same title and place is the same event (calendar case 46).
 * Answers with the new UIDs by the events' ids, and with a notice where there are any.
 */
export function renamedUids(
  known: { events: readonly KnownEvent[]; occurrences: readonly Occurrence[] },
  feed: Feed,
  now: Date,
): { uids: Map<string, string>; notices: Notice[] } {
  const firsts = firstsOf(known, now);
  // What turned private kept its name: it is hidden, not lost.
  const given = new Set([...feed.events.map(({ uid }) => uid), ...feed.hiddenUids]);
  const lost = firsts.filter(({ uid }) => !given.has(uid));
  if (lost.length === 0 || lost.length < churn * firsts.length) return { uids: new Map(), notices: [] };
  const uids = matches(lost, feed, { known: new Set(known.events.map(({ uid }) => uid)), now });
  if (uids.size === 0) return { uids, notices: [] };
  const message = `This calendar names its events anew at each export; ${uids.size} were known again by time, title and place.`;
  return { uids, notices: [{ line: null, uid: null, message }] };
}

interface First {
  id: string;
  uid: string;
  looks: string;
}

/** Each event that has one with what its next happening looks like. */
function firstsOf(
  { events, occurrences }: { events: readonly KnownEvent[]; occurrences: readonly Occurrence[] },
  now: Date,
): First[] {
  const next = new Map<string, Occurrence>();
  for (const one of occurrences) {
    if (one.status === "withdrawn" || !isToCome(one, now)) continue;
    const before = next.get(one.eventId);
    if (!before || startOf(one) < startOf(before)) next.set(one.eventId, one);
  }
  return events.flatMap(({ id, uid }) => {
    const first = next.get(id);
    return first ? [{ id, uid, looks: looksOf(first) }] : [];
  });
}

/** One lost event for each new UID whose next happening looks the same. */
function matches(lost: First[], feed: Feed, { known, now }: { known: Set<string>; now: Date }) {
  const byLooks = new Map<string, First[]>();
  for (const one of lost) byLooks.set(one.looks, [...(byLooks.get(one.looks) ?? []), one]);
  const uids = new Map<string, string>();
  const taken = new Set<string>();
  for (const one of feed.occurrences) {
    if (known.has(one.uid) || taken.has(one.uid)) continue;
    const values = occurrenceValues(one);
    const match = isToCome(values, now) ? byLooks.get(looksOf(values))?.shift() : undefined;
    if (!match) continue;
    uids.set(match.id, one.uid);
    taken.add(one.uid);
  }
  return uids;
}

interface Looks {
  startsAt: Date | null;
  startsOn: string;
  summary: string;
  location: string;
}

const isToCome = ({ startsAt, startsOn }: Looks, now: Date): boolean =>
  startsAt ? startsAt > now : startsOn > now.toISOString().slice(0, 10);

const startOf = ({ startsAt, startsOn }: Looks): string => startsAt?.toISOString() ?? startsOn;

const looksOf = (row: Looks): string => [startOf(row), row.summary, row.location].join("\n");
