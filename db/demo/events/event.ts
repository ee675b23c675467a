/**
 * Something an organisation puts in the diary. A series has weekdays and `times`; `every` and `nth` narrow it.
 * A single one has `daysAhead` of today, or of the next such weekday after that many days.
 */
export interface DemoEvent {
  key: string;
  by: string;
  at: string;
  summary: string;
  description: string;
  topic: string;
  times: [from: string, to: string];
  cost: string;
  /** "MO,WE": every week; with `nth`, the nth of the month. */
  days?: string;
  nth?: number;
  /** A single day, so many days from now, moved on to the weekday given. */
  daysAhead?: number;
  onWeekday?: "MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU";
  /** A single event that lasts all day, for this many days. */
  allDayFor?: number;
  /** Which of its services it belongs to. */
  service?: string;
  onlineUrl?: string;
}
