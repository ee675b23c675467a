import type { Feed, FeedSource } from "#app/domain/calendars/ics.ts";
import { withGivenTitles } from "#app/domain/calendars/keeping/given-titles.ts";
import type { Notice } from "#app/domain/calendars/reading/notices.ts";
import { isoInstant } from "#app/domain/calendars/time-zone.ts";
import type { events, occurrences } from "#db/schema/calendars.ts";
import { differ } from "./differ.ts";
import { pairMovedSlots } from "./moved-slots.ts";
import {
  eventValues,
  instantsOf,
  isOver,
  isToCome,
  type OccurrenceValues,
  occurrenceValues,
} from "./occurrence-rows.ts";
import { renamedUids } from "./renamed-uids.ts";

export type Occurrence = typeof occurrences.$inferSelect;
/** An event's row without the text that is kept for feeds. */
export type KnownEvent = Omit<typeof events.$inferSelect, "feedText" | "feedKey">;
export type EventValues = ReturnType<typeof eventValues>;

export interface Known {
  events: readonly KnownEvent[];
  occurrences: readonly Occurrence[];
  /** When the calendar was last read whole; null for a new one. */
  readAt: Date | null;
}

/** A row, and what of it is to be another. */
export interface RowChange<Row> {
  before: Row;
  values: Partial<Row>;
}

type Given = OccurrenceValues & { uid: string };

/** What a reading would write. Nothing of it is written yet. */
export interface Plan {
  newEvents: EventValues[];
  changedEvents: RowChange<KnownEvent>[];
  /** New happenings, by the UID of their event. */
  added: Given[];
  changed: RowChange<Occurrence>[];
  withdrawn: RowChange<Occurrence>[];
  /** Single dates that turned private: they say nothing any more. */
  blanked: RowChange<Occurrence>[];
  /** Events that turned private, with all of their dates. */
  hiddenEvents: KnownEvent[];
  notices: Notice[];
  /** Happenings to come that would be withdrawn, of how many that are known, and how many the reading has. */
  loss: { vanishing: number; ofToCome: number; given: number };
}

interface Span {
  now: Date;
  /** The end of what was read. */
  to: Date;
}

/**
 * What makes the rows of a calendar say what its feed says: happenings are known by UID and slot. Those that are
 * gone and still to come are withdrawn, never deleted; what is past stays as it was (calendar case 41). What the feed
 * marks as private or confidential is private from then on. Reading the same again plans nothing.
 */
export function planReading(known: Known, said: Feed, span: Span): Plan {
  const renamed = renamedUids(known, said, span.now);
  const uidOf = new Map(known.events.map(({ id, uid }) => [id, renamed.uids.get(id) ?? uid]));
  const byUid = new Map(known.events.map((row) => [uidOf.get(row.id) ?? row.uid, row]));
  const feed = withGivenTitles(
    said,
    known.events.map(({ id, uid, givenTitle }) => ({ uid: uidOf.get(id) ?? uid, givenTitle })),
  );
  const stale = staleIn(feed.events, byUid, renamed.uids);
  const sources = feed.events.filter(({ uid }) => !stale.has(uid));
  const stored = new Map(known.occurrences.map((row) => [keyOf(uidOf.get(row.eventId), row), row]));
  const blanked = blankedBy(feed, stored);
  for (const { before, values } of blanked)
    stored.set(keyOf(uidOf.get(before.eventId), before), { ...before, ...values });
  const slots = sortSlots({ feed, sources, stored, byUid, stale, uidOf }, known.readAt, span);
  const hiddenEvents = feed.hiddenUids.flatMap((uid) => byUid.get(uid) ?? []).filter((row) => row.isPublic);
  const hidden = new Set(feed.hiddenUids.map((uid) => byUid.get(uid)?.id));
  const touched = new Set(
    [...blanked, ...slots.changed, ...slots.withdrawn].map(({ before }) => before.eventId),
  );
  for (const { uid, isDetached } of slots.added) {
    const row = byUid.get(uid);
    if (row && (isDetached || row.rrule === null)) touched.add(row.id);
  }
  return {
    newEvents: sources.filter(({ uid }) => !byUid.has(uid)).map((source) => eventValues(source, null)),
    changedEvents: changedEvents(sources, byUid, touched, span.now),
    ...slots,
    blanked,
    hiddenEvents,
    notices: [...renamed.notices, ...stale.values()],
    loss: lossOf(slots, { known, hidden, stored, feed }, span),
  };
}

const keyOf = (uid: string | undefined, { recurrenceId }: { recurrenceId: string | null }): string =>
  `${uid}\n${recurrenceId ?? ""}`;

/** An event with a lower SEQUENCE than we know is an old copy: it and its happenings are left as they are. */
function staleIn(
  sources: readonly FeedSource[],
  byUid: ReadonlyMap<string, KnownEvent>,
  renamed: ReadonlyMap<string, string>,
): Map<string, Notice> {
  const stale = new Map<string, Notice>();
  for (const { uid, sequence, summary } of sources) {
    const row = byUid.get(uid);
    if (!row || renamed.has(row.id) || sequence >= row.sequence) continue;
    const message = `“${summary}” is an older version than the one we have, so it was left as it is.`;
    stale.set(uid, { line: null, uid, message });
  }
  return stale;
}

/** A single date has no privacy of its own, so its row forgets what it said. */
function blankedBy(feed: Feed, stored: ReadonlyMap<string, Occurrence>): RowChange<Occurrence>[] {
  const values = { summary: blank, location: "", onlineUrl: null, status: "withdrawn" as const };
  return feed.hiddenSlots.flatMap((slot) => {
    const before = stored.get(keyOf(slot.uid, slot));
    return before && differ(before, values) ? [{ before, values }] : [];
  });
}

const blank = "Private";
const isBlank = ({ summary, status }: Occurrence): boolean => summary === blank && status === "withdrawn";

interface Sides {
  feed: Feed;
  sources: readonly FeedSource[];
  stored: ReadonlyMap<string, Occurrence>;
  byUid: ReadonlyMap<string, KnownEvent>;
  stale: ReadonlyMap<string, unknown>;
  uidOf: ReadonlyMap<string, string>;
}

function sortSlots(
  { feed, sources, stored, byUid, stale, uidOf }: Sides,
  readAt: Date | null,
  { now, to }: Span,
): Pick<Plan, "added" | "changed" | "withdrawn"> {
  const shown = new Set(sources.map(({ uid }) => uid));
  const given = new Map<string, Given>();
  for (const one of feed.occurrences) {
    if (shown.has(one.uid)) given.set(keyOf(one.uid, one), { ...occurrenceValues(one), uid: one.uid });
  }
  const gone = [...stored]
    .filter(([key, row]) => !given.has(key) && !stale.has(uidOf.get(row.eventId) ?? ""))
    .map(([, row]) => row)
    .filter((row) => isToCome(row, now, to));
  const come = [...given]
    .filter(([key, values]) => !stored.has(key) && isNews(values, byUid.has(values.uid) ? readAt : null, now))
    .map(([, values]) => ({ ...values, eventId: byUid.get(values.uid)?.id ?? "" }));
  const pairs = pairMovedSlots(gone, come);
  const [went, came] = [new Set(pairs.map((pair) => pair.went)), new Set(pairs.map((pair) => pair.came))];
  const same = [...given].flatMap(([key, values]) => {
    const before = stored.get(key);
    return before && mayChange(before, values, now) ? [{ before, values }] : [];
  });
  const moved = pairs.map(({ went: before, came: values }) => ({ before, values }));
  return {
    added: come.filter((values) => !came.has(values)).map(({ eventId: _, ...values }) => values),
    changed: [...same, ...moved].flatMap(({ before, values }) => changeOf(before, values) ?? []),
    withdrawn: gone
      .filter((row) => !went.has(row))
      .map((before) => ({ before, values: { status: "withdrawn" as const } })),
  };
}

/** Of an event that was in the diary before, a date that was over when we last looked is no news but another past. */
function isNews(values: Given, readAt: Date | null, now: Date): boolean {
  return readAt === null || !isOver(values, now) || instantsOf(values).startsAt > readAt;
}

/** The past is left alone, unless a date of it is now to come, or may be seen again. */
const mayChange = (before: Occurrence, values: Given, now: Date): boolean =>
  !isOver(before, now) || isBlank(before) || instantsOf(values).startsAt > now;

/** The values of a row that are to be others, with when it was to begin where that moves; null where none is. */
function changeOf(before: Occurrence, values: Given): RowChange<Occurrence> | null {
  const { uid: _, ...said } = values as Given & { eventId?: string };
  if (!differ(before, said)) return null;
  const [was, is] = [instantsOf(before).startsAt, instantsOf(said).startsAt];
  if (was.getTime() === is.getTime()) return { before, values: said };
  const movedFrom = before.startsAt ? isoInstant(before.startsAt.getTime()) : before.startsOn;
  return { before, values: { ...said, movedFrom } };
}

function changedEvents(
  sources: readonly FeedSource[],
  byUid: ReadonlyMap<string, KnownEvent>,
  touched: ReadonlySet<string>,
  now: Date,
): RowChange<KnownEvent>[] {
  const changes = new Map<string, RowChange<KnownEvent>>();
  for (const source of sources) {
    const before = byUid.get(source.uid);
    if (!before) continue;
    const values = eventValues(source, before);
    if (differ(before, values)) changes.set(before.id, { before, values });
  }
  for (const row of byUid.values()) {
    if (touched.has(row.id) && !changes.has(row.id)) changes.set(row.id, { before: row, values: {} });
  }
  return [...changes.values()].map(({ before, values }) => {
    // A new name in its feed is none in ours
    const isShown = touched.has(before.id) || differ(before, { ...values, uid: before.uid });
    const risen = { feedSequence: before.feedSequence + 1, feedChangedAt: now };
    return { before, values: isShown ? { ...values, ...risen } : values };
  });
}

/** What turned private did not vanish: the feed says so itself. */
function lossOf(
  { withdrawn }: Pick<Plan, "withdrawn">,
  about: {
    known: Known;
    hidden: Set<string | undefined>;
    stored: ReadonlyMap<string, Occurrence>;
    feed: Feed;
  },
  { now, to }: Span,
): Plan["loss"] {
  const vanishing = withdrawn.filter(({ before }) => !about.hidden.has(before.eventId)).length;
  const ofToCome = [...about.stored.values()].filter((row) => isToCome(row, now, to)).length;
  const given = about.feed.occurrences.filter(
    (one) => instantsOf(occurrenceValues(one)).startsAt > now,
  ).length;
  return { vanishing, ofToCome, given };
}
