import { publicDescription, publicLink } from "#app/domain/calendars/reading/words/online-link.ts";
import type { SeriesParts } from "#db/schema/calendars.ts";
import type { OccurrenceState } from "#db/vocabulary.ts";
import type { FeedEntry, When } from "./feed-entry.ts";
import { uidsOfEvents } from "./own-feed.ts";
import { entriesOfSeries } from "./series-entries.ts";
import { type SeriesDate, seriesOfDates } from "./series-of-dates.ts";

/** A happening of an event, as feeds need it. */
export interface FeedDate extends SeriesDate {
  id: string;
  summary: string;
  location: string;
  onlineUrl: string | null;
  status: OccurrenceState;
}

/** A public event with its dates. `location` and `position` are empty where an address is nobody's to know. */
export interface FeedEvent {
  id: string;
  calendarId: string | null;
  /** Whether its calendar is still read; of a typed event nothing. */
  isRead: boolean;
  summary: string;
  description: string;
  cost: string;
  organisation: string | null;
  location: string;
  isAddressHidden: boolean;
  /** Where the words of no venue are known: the place that it is in. */
  place: string | null;
  position: { latitude: number; longitude: number } | null;
  onlineUrl: string | null;
  categories: string[];
  rrule: string | null;
  series: SeriesParts | null;
  sequence: number;
  createdAt: Date;
  changedAt: Date;
  dates: FeedDate[];
}

export interface EntryOptions {
  /** The whole address of a happening's page. */
  page: (occurrenceId: string) => string;
  /** Days of London: today, and the last on which something called off is not shown any more. */
  today: string;
  calledOffSince: string;
}

/** An event as entries of a calendar: a series with its own dates, or each date by itself where nobody knows the rule. */
export function entriesOf(event: FeedEvent, options: EntryOptions): FeedEntry[] {
  const standing = event.dates.filter(({ status }) => status !== "withdrawn");
  const series = event.series ?? typedSeries(event);
  const whole = series && entriesOfSeries(event, series, options);
  if (whole) return whole;
  return standing
    .filter((date) => date.status !== "cancelled" || date.startsOn >= options.calledOffSince)
    .map((date) => entryOfDate(event, date, options));
}

/** Typed events have their dates from their rule; those of a calendar say their series themselves, or have none. */
function typedSeries({ calendarId, rrule, dates }: FeedEvent): SeriesParts | null {
  const held = dates.filter(({ status }) => status !== "withdrawn");
  return calendarId === null && rrule !== null ? seriesOfDates(rrule, held) : null;
}

/** A date under a UID of its own; a single event has the event's. */
export function entryOfDate(event: FeedEvent, date: FeedDate, options: EntryOptions): FeedEntry {
  const uid = `${date.recurrenceId === "" ? event.id : date.id}${uidsOfEvents}`;
  return { ...wordsOf(event, date, options.page(date.id)), uid, when: whenOf(date) };
}

export function whenOf(date: SeriesDate): When {
  const { allDay, startsAt, endsAt, startsOn, endsOn, timeZone } = date;
  if (allDay || !startsAt) return { allDay: true, start: startsOn, end: endsOn > startsOn ? endsOn : null };
  return { allDay: false, start: startsAt, end: endsAt, timeZone };
}

/** What an entry says besides its time. */
export function wordsOf(
  event: FeedEvent,
  said: Pick<FeedDate, "summary" | "location" | "onlineUrl" | "status">,
  url: string,
): Omit<FeedEntry, "uid" | "when"> {
  const { isAddressHidden, position, sequence, createdAt, changedAt, categories } = event;
  const link = said.onlineUrl && publicLink(said.onlineUrl);
  const venue = isAddressHidden ? "" : said.location;
  return {
    ...{ sequence, createdAt, changedAt, categories, url },
    title: said.summary,
    status: said.status === "withdrawn" ? "cancelled" : said.status,
    location: venue || link || event.place || "",
    position: venue === "" ? null : position,
    description: descriptionOf(event, link, url),
  };
}

function descriptionOf(event: FeedEvent, link: string | null, url: string): string {
  return [
    publicDescription(event.description),
    event.cost && `Cost: ${event.cost}`,
    event.organisation && `Put on by ${event.organisation}`,
    link && `Join online: ${link}`,
    `More: ${url}`,
  ]
    .filter(Boolean)
    .join("\n");
}
