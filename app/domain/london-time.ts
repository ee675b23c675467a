import { londonDay } from "./london-day.ts";

const HOUR = 3_600_000;

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hourCycle: "h23",
  hour: "2-digit",
  minute: "2-digit",
});

/** What a clock in London shows at an instant: `09:30`. */
export const londonClock = (instant: Date): string => clock.format(instant);

/**
 * The instant at which a clock in London shows a time of a day ("2026-03-29", "10:00"). Where the clocks go back the
 * first of the two is meant; a time that they skip is as long after the change (RFC 5545 §3.3.5).
 */
export function londonInstant(day: string, time: string): Date {
  const inWinter = Date.parse(`${day}T${time}:00Z`);
  const inSummer = new Date(inWinter - HOUR);
  const fits = londonDay(inSummer) === day && londonClock(inSummer) === time;
  return fits ? inSummer : new Date(inWinter);
}

/** A time of day as people write it: "9:30", "09.30", "5pm", "noon". Answers `09:30`, or null for anything else. */
export function readClock(text: string): string | null {
  const words = text.trim().toLowerCase();
  if (words === "noon" || words === "midday") return "12:00";
  if (words === "midnight") return "00:00";
  const [, hours = "", minutes = "00", half] = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/.exec(words) ?? [];
  if (hours === "" || (half && (Number(hours) < 1 || Number(hours) > 12))) return null;
  const hour = half ? (Number(hours) % 12) + (half === "pm" ? 12 : 0) : Number(hours);
  if (hour > 23 || Number(minutes) > 59) return null;
  return `${String(hour).padStart(2, "0")}:${minutes}`;
}
