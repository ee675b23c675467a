import type { SeriesParts } from "#db/schema/calendars.ts";

/** Something of ours that goes out in a feed: one VEVENT. */
export interface FeedEntry {
  /** Whole, with what our UIDs end in. */
  uid: string;
  sequence: number;
  title: string;
  status: "confirmed" | "tentative" | "cancelled" | "postponed";
  when: When;
  /** Set on the master of a series. */
  series?: RepeatLines | null;
  /** Set on a date of a series that says something of its own: the slot that it stands for. */
  slot?: { at: string; timeZone: string | null } | null;
  /** Of a day of which nobody knows the hour yet: it does not make its reader busy. */
  isTransparent?: boolean;
  location: string;
  position?: { latitude: number; longitude: number } | null;
  description: string;
  url: string;
  categories: string[];
  createdAt: Date;
  /** When what the entry shows last changed: its DTSTAMP and LAST-MODIFIED. */
  changedAt: Date;
}

/** Instants, shown in a zone; or plain dates, the end exclusive. `length` is a DURATION that stands for an end. */
export type When =
  | { allDay: false; start: Date; end: Date | null; timeZone: string; length?: string | null }
  | { allDay: true; start: string; end: string | null; length?: string | null };

/** The dates of a series, besides its first. Slots are instants or days, as occurrences have them. */
export interface RepeatLines extends Pick<SeriesParts, "rules" | "exceptRules" | "added" | "timeZone"> {
  removed: readonly string[];
}

/** Whom an invitation is from, and whom it is to. Feeds name nobody (calendar case 58). */
export interface Named {
  name: string;
  email: string;
}
