import type { Zone } from "#app/domain/calendars/time-zone.ts";
import type { SeriesParts } from "#db/schema/calendars.ts";
import type { FeedEvent } from "./event.ts";
import type { Happening, Series } from "./series.ts";
import { seriesParts } from "./series-parts.ts";
import { slotName } from "./slots.ts";
import type { Details } from "./words/details.ts";
import type { Position } from "./words/position.ts";

/** An event as a whole. `rule` is the first repeat rule as written; null where it does not repeat by one. */
export interface FeedSource extends Details {
  uid: string;
  rule: string | null;
  /** Null for a single event, and for a series that can only be told by its single dates. */
  series: SeriesParts | null;
  geo: Position | null;
  /** It came without a title: somebody should look at it before it is shown. */
  isUntitled: boolean;
}

export interface HiddenSlot {
  uid: string;
  recurrenceId: string | null;
}

/** Each UID that is to be seen, in the words of its master, or of an override where there is none. */
export function sourcesOf(series: Series[], found: Happening[], home: Zone): FeedSource[] {
  const byUid = new Map(series.map((one) => [one.uid, one]));
  const detached = new Map<string, Set<number>>();
  const seen = new Map<string, FeedEvent>();
  for (const { event, slotKey, isDetached } of found) {
    if (seen.get(event.uid) !== event) seen.set(event.uid, event);
    if (!isDetached || slotKey === null) continue;
    const keys = detached.get(event.uid);
    if (keys) keys.add(slotKey);
    else detached.set(event.uid, new Set([slotKey]));
  }
  return [...seen].map(([uid, event]) => {
    const whole = byUid.get(uid);
    const { details, rules, geo, isUntitled } = whole?.master ?? event;
    const parts = whole ? seriesParts(whole, detached.get(uid) ?? new Set(), home) : null;
    return { uid, rule: rules[0] ?? null, series: parts, geo, isUntitled, ...details() };
  });
}

/** Whole UIDs that are private, and single dates of series that are otherwise shown. */
export function hiddenOf(
  series: Series[],
  shown: Happening[],
  kept: Happening[],
): { hiddenUids: string[]; hiddenSlots: HiddenSlot[] } {
  const isHidden = ({ master, overrides }: Series) =>
    master ? master.hidden : overrides.every(({ hidden }) => hidden);
  const uids = new Set(series.filter(isHidden).map(({ uid }) => uid));
  for (const { event } of shown) uids.delete(event.uid);
  const hiddenSlots = kept
    .filter(({ event }) => !uids.has(event.uid))
    .map(({ event, slotKey, slotAllDay }) => ({
      uid: event.uid,
      recurrenceId: slotKey === null ? null : slotName(slotKey, slotAllDay),
    }));
  return { hiddenUids: [...uids], hiddenSlots };
}
