import { addDays, type Weekday, weekdayOf, weekdays } from "../london-time.ts";

export interface DemoSchedule {
  freq: "WEEKLY" | "MONTHLY";
  interval: number;
  byday: string;
  dtstart: string | null;
  opensAt: string;
  closesAt: string;
}

const SHAPE = /^((?:\d?[A-Z]{2},?)+)(?:\/(\d))? (\d\d:\d\d)-(\d\d:\d\d)$/;

/** Reads "MO,WE 10:00-12:30", "2WE 10:00-12:00" (second of the month) and "TH/2 10:00-12:00" (every second week). */
export function scheduleOf(when: string, today: string): DemoSchedule {
  const [, byday, every, opensAt, closesAt] = SHAPE.exec(when) ?? [];
  if (!byday || !opensAt || !closesAt) throw new Error(`Not a time of the week: ${when}`);
  const interval = Number(every ?? 1);
  return {
    freq: /\d/.test(byday) ? "MONTHLY" : "WEEKLY",
    interval,
    byday,
    dtstart: interval > 1 ? lastOn(byday.slice(0, 2) as Weekday, addDays(today, -180)) : null,
    opensAt,
    closesAt,
  };
}

/** The latest such weekday up to and including `day`. */
function lastOn(weekday: Weekday, day: string): string {
  return addDays(day, -((weekdays.indexOf(weekdayOf(day)) - weekdays.indexOf(weekday) + 7) % 7));
}
