import type { Zone } from "#app/domain/calendars/time-zone.ts";
import type { SeriesParts } from "#db/schema/calendars.ts";
import type { FeedEvent } from "./event.ts";
import type { Series } from "./series.ts";
import { seriesParts } from "./series-parts.ts";
import { type Happening, slotName } from "./slots.ts";
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

/** What is to be seen under one UID: an event of it, and the slots that overrides show. */
export interface ShownSeries {
  series: Series;
  event: FeedEvent;
  detached: ReadonlySet<number>;
}

/** Each UID that is to be seen, in the words of its master, or of an override where there is none. */
export function sourcesOf(shown: ReadonlyMap<string, ShownSeries>, home: Zone): FeedSource[] {
  return Array.from(shown, ([uid, { series, event, detached }]) => {
    const { details, rules, geo, isUntitled } = series.master ?? event;
    const parts = seriesParts(series, detached, home);
    return { uid, rule: rules[0] ?? null, series: parts, geo, isUntitled, ...details() };
  });
}

/** Whole UIDs that are private, and single dates of series that are otherwise shown. */
export function hiddenOf(
  series: Series[],
  shown: ReadonlyMap<string, ShownSeries>,
  kept: Happening[],
): { hiddenUids: string[]; hiddenSlots: HiddenSlot[] } {
  const isHidden = ({ master, overrides }: Series) =>
    master ? master.hidden : overrides.every(({ hidden }) => hidden);
  const uids = new Set(series.filter(isHidden).map(({ uid }) => uid));
  for (const uid of shown.keys()) uids.delete(uid);
  const hiddenSlots = kept
    .filter(({ event }) => !uids.has(event.uid))
    .map(({ event, slotKey, slotAllDay }) => ({
      uid: event.uid,
      recurrenceId: slotKey === null ? null : slotName(slotKey, slotAllDay),
    }));
  return { hiddenUids: [...uids], hiddenSlots };
}
