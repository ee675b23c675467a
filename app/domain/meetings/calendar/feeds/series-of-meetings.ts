import type { FeedEntry, RepeatLines } from "#app/domain/calendars/feeds/feed-entry.ts";
import { uidsOfMeetings } from "#app/domain/calendars/feeds/own-feed.ts";
import { begunAt, endedAt, slotsOf, startOf } from "#app/domain/calendars/feeds/series-slots.ts";
import { asDateOf, veventOf } from "#app/domain/calendars/feeds/vevent.ts";
import type { SeriesParts } from "#db/schema/calendars.ts";
import type { MeetingState } from "#db/vocabulary.ts";

const dayMs = 86_400_000;

/** A public meeting that is a date of a series. */
export interface DateOfSeries {
  id: string;
  /** The slot that it stands for, as its happening has it. */
  slot: string;
  /** Its diary says something else of it than of the series. */
  isDetached: boolean;
  status: MeetingState;
  startsAt: Date | null;
  /** Too old for feeds, or called off too long ago. */
  isLeftOut: boolean;
}

export interface SeriesOfMeetings {
  /** Its event's. */
  id: string;
  parts: SeriesParts;
  sequence: number;
  createdAt: Date;
  changedAt: Date;
  /** Whether anybody vouches for dates after those that are known. */
  goesOn: boolean;
  /** Of every date of the event that is known, also of those that are nobody's meeting. */
  slots: readonly string[];
  /** In the order of their slots. */
  dates: readonly DateOfSeries[];
  /** What the last meeting that is like the series says: no words but those of a public meeting go out. */
  said: FeedEntry;
  bodies: readonly string[];
  /** The group's page. */
  url: string;
}

const off: readonly MeetingState[] = ["cancelled", "withdrawn", "postponed"];
export const isOff = ({ status }: Pick<DateOfSeries, "status">): boolean => off.includes(status);

/** Whose words the series takes: of the meetings that are on the last, rather one that is like the others. */
export function speakerOf(dates: readonly DateOfSeries[]): DateOfSeries | undefined {
  const on = dates.filter((date) => !isOff(date));
  return on.findLast(({ isDetached }) => !isDetached) ?? on.at(-1) ?? dates.at(-1);
}

/**
 * The VEVENTs of a series: its master, and each meeting as the date of its slot, as it has a page, an agenda and words of
 * its own. Slots that the rule yields and that are no meeting of this series are taken out as far as dates are known;
 * a meeting off the rule goes out by itself, and so do all where rule and meetings have little to do with one another.
 * @param texts The VEVENT of each meeting by itself, by id.
 */
export function textOfSeries(series: SeriesOfMeetings, texts: ReadonlyMap<string, string>): string {
  const shown = series.dates.filter(({ isLeftOut }) => !isLeftOut);
  const textOf = ({ id }: DateOfSeries) => texts.get(id) ?? "";
  const parts = partsToShow(series);
  const master = masterOf(series, parts);
  const yielded = yieldedBy(series, parts);
  const inRule = shown.filter(({ slot }) => yielded.has(slot));
  if (inRule.length * 2 <= shown.length) return shown.map(textOf).join("");
  const { timeZone } = parts;
  const asDate = (date: DateOfSeries) =>
    asDateOf(textOf(date), {
      uid: master.uid,
      sequence: series.sequence,
      slot: { at: date.slot, timeZone },
    });
  const repeats: RepeatLines = { ...parts, removed: removedOf(series, parts, yielded) };
  return [
    veventOf({ ...master, series: repeats }),
    ...inRule.map(asDate),
    ...shown.filter(({ slot }) => !yielded.has(slot)).map(textOf),
  ].join("");
}

/** From the first date that was ever known here, and no further than anybody vouches for. */
function partsToShow(series: SeriesOfMeetings): SeriesParts {
  const slots = series.slots.toSorted();
  const parts = series.goesOn ? series.parts : endedAt(series.parts, slots.at(-1) ?? "");
  const first = [...yieldedBy(series, parts).keys()].toSorted()[0];
  if (first === undefined) return parts;
  // Two years on tell rules apart that are the same as far as dates are known
  const span = [first, new Date(Date.parse(slots.at(-1) ?? first) + 730 * dayMs).toISOString()];
  return begunAt(parts, first, (some) => yieldedBy(series, some, span)) ?? parts;
}

const yieldedBy = (series: SeriesOfMeetings, parts: SeriesParts, span: readonly string[] = series.slots) =>
  slotsOf({ ...masterOf(series, parts), series: { ...parts, removed: [] } }, span);

/** What the series leaves out: all that is known and no meeting of it, and what took place long ago at another time. */
function removedOf(
  { dates }: SeriesOfMeetings,
  parts: SeriesParts,
  yielded: ReadonlyMap<string, string>,
): string[] {
  const isAsSaid = ({ slot, startsAt }: DateOfSeries) =>
    startsAt?.getTime() === Number(yielded.get(slot)?.split(" ")[0]);
  const stays = new Set(
    dates.filter((date) => !date.isLeftOut || (!isOff(date) && isAsSaid(date))).map(({ slot }) => slot),
  );
  const known = [...yielded.keys(), ...parts.removed];
  return [...new Set(known.filter((slot) => !stays.has(slot)))].sort();
}

function masterOf(
  { id, sequence, createdAt, changedAt, dates, said, bodies, url }: SeriesOfMeetings,
  parts: SeriesParts,
): FeedEntry {
  const on = dates.filter((date) => !isOff(date));
  const isTentative = on.every(({ status }) => status === "tentative");
  return {
    ...said,
    ...{ uid: `${id}${uidsOfMeetings}`, sequence, createdAt, changedAt, url },
    status: on.length === 0 ? "cancelled" : isTentative ? "tentative" : "confirmed",
    description: [bodies.join("; "), `More: ${url}`].join("\n"),
    when: startOf(parts),
    series: parts,
    isTransparent: false,
  };
}
