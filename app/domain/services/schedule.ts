/** One row of `schedules`: wall-clock times in London, plain dates. */
export interface Schedule {
  validFrom: string | null;
  validTo: string | null;
  dtstart: string | null;
  freq: "WEEKLY" | "MONTHLY" | null;
  interval: number;
  /** "MO,WE", or with which of the month: "1TU,-1FR". */
  byday: string | null;
  bymonthday: string | null;
  opensAt: string | null;
  closesAt: string | null;
  description: string;
  isClosed: boolean;
}
