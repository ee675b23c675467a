import type { Repeats } from "./repeats.ts";

/** What keepers type in of an event, as plain JSON: the form edits it, the record keeps it. Days and times are London's. */
export interface EventFields {
  title: string;
  description: string;
  cost: string;
  /** One of the organisation's own venues; null: `where` says it in words, if anywhere. */
  locationId: string | null;
  where: string;
  /** Slugs of the place that it is in, and of what it is about. */
  place: string | null;
  topic: string | null;
  onlineUrl: string | null;
  allDay: boolean;
  /** The first day of the dates that these fields are about. */
  startsOn: string;
  /** The last day of what lasts for several whole days. */
  endsOn: string | null;
  /** Null for whole days. */
  startsTime: string | null;
  /** Null: no end is given. One that is not after the start is of the next morning. */
  endsTime: string | null;
  repeats: Repeats;
  /** The last day on which it may take place; null: on and on. */
  until: string | null;
}

export type EventTimes = Pick<
  EventFields,
  "allDay" | "startsOn" | "endsOn" | "startsTime" | "endsTime" | "repeats" | "until"
>;

/**
 * Whether an end that is not after its start is meant for the next morning: midnight always; else after an evening
 * start and within twelve hours, so that the same digits cannot be that evening's ("12" to "2", "6pm" to "8").
 */
export function isNight(startsTime: string, endsTime: string): boolean {
  const hours = (time: string) => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60;
  const isShort = hours(endsTime) + 24 - hours(startsTime) <= 12;
  return endsTime === "00:00" || (startsTime >= "17:00" && isShort);
}

/** The value of the choice that is none of the organisation's own venues. */
export const ELSEWHERE = "elsewhere";
