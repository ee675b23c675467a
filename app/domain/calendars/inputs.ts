import * as v from "valibot";
import { Invalid } from "#app/domain/errors.ts";
import { Slug } from "#app/domain/places/inputs.ts";
import { day, isoDate } from "./time-zone.ts";

/** A plain date that exists, from 1900 to 2199: 2026-02-30 does not. */
const Day = (name: string) => {
  const message = `The date after “${name}” must be a real one, like 2026-11-05.`;
  return v.pipe(
    v.string(message),
    v.trim(),
    v.regex(/^(19|20|21)\d{2}-\d{2}-\d{2}$/, message),
    v.check((text) => isRealDay(text), message),
  );
};

function isRealDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && isoDate(at) === text;
}

/** The query of /whats-on. */
export const WhatsOnQuery = v.object({
  place: v.optional(Slug),
  topic: v.optional(Slug),
  from: v.optional(Day("from")),
  page: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[1-9]\d{0,3}$/, "The page must be a number from 1 to 9999."),
      v.transform(Number),
    ),
    "1",
  ),
});

/** The query of /api/events; `from` and `to` are days in London, both included. */
export const EventSpanQuery = v.object({
  place: v.optional(Slug),
  from: v.optional(Day("from")),
  to: v.optional(Day("to")),
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
