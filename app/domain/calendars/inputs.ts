import * as v from "valibot";
import { Invalid } from "#app/domain/errors.ts";
import { Day, PageNumber, Slug } from "#app/domain/shapes.ts";
import { wordsOf } from "#db/vocabulary.ts";
import { states } from "./keeping/state.ts";
import { day, isoDate } from "./time-zone.ts";

/** A day of a query, by the name that its message is to say. */
const DayOf = (name: string) => Day(`The date after “${name}” must be a real one, like 2026-11-05.`);

/** The query of /whats-on. */
export const WhatsOnQuery = v.object({
  place: v.optional(Slug),
  topic: v.optional(Slug),
  from: v.optional(DayOf("from")),
  page: PageNumber,
});

/** The query of the feed of what's on: the filters of its page. */
export const FeedQuery = v.object({ place: v.optional(Slug), topic: v.optional(Slug) });

/** The query of /calendars. */
export const KeptQuery = v.object({
  state: v.optional(v.pipe(v.string(), v.picklist(wordsOf(states), "Choose one of the states."))),
  page: PageNumber,
});

/** The query of /subscribe: what one wants in one's calendar, and the filters of "What's on". */
export const SubscribeQuery = v.object({
  to: v.optional(v.string(), ""),
  place: v.optional(Slug),
  topic: v.optional(Slug),
});

/** The query of /api/events; `from` and `to` are days in London, both included. */
export const EventSpanQuery = v.object({
  place: v.optional(Slug),
  from: v.optional(DayOf("from")),
  to: v.optional(DayOf("to")),
});

export interface DaySpan {
  from: string;
  to: string;
}

/** The most days that one question may span, both ends included. */
export const MOST_DAYS = 366;

/** Fills the gaps of a span: from today, for as long as may be asked at once. Throws Invalid. */
export function wholeSpan(
  given: { from?: string | undefined; to?: string | undefined },
  today: string,
): DaySpan {
  const from = given.from ?? today;
  const last = plusDays(from, MOST_DAYS - 1);
  const to = given.to ?? last;
  if (to < from) throw new Invalid("“to” is before “from”, which is today when left out.");
  if (to > last) throw new Invalid(`Ask for at most ${MOST_DAYS} days at once.`);
  return { from, to };
}

export function plusDays(from: string, days: number): string {
  return isoDate(Date.parse(`${from}T00:00:00Z`) + days * day);
}
