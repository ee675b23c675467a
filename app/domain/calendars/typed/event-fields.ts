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

/** An end before this time of day may be the next morning's; a later one was mistyped. */
export const LATEST_MORNING = "06:00";

/** The value of the choice that is none of the organisation's own venues. */
export const ELSEWHERE = "elsewhere";
