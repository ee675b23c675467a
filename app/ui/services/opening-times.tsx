import { clockTime, dayInWords, type OpeningHours } from "#app/domain/services/opening-hours.ts";
import type { NextOpening } from "#app/domain/services/opens-on.ts";

export function hasHours({ usual, exceptions }: OpeningHours): boolean {
  return usual.length + exceptions.length > 0;
}

interface OpeningTimesProps {
  hours: OpeningHours;
  /** What holds on bank holidays and out of term. */
  rules?: readonly string[];
  next?: NextOpening | null;
}

/** Usual hours, a line each, then what differs, then when somebody could go next. */
export function OpeningTimes({ hours, rules = [], next }: OpeningTimesProps) {
  const { usual, exceptions } = hours;
  return (
    <ul className="govuk-list">
      {usual.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {rules.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {exceptions.map((line) => (
        <li key={line}>
          <strong>{line}</strong>
        </li>
      ))}
      {next && <li>{nextInWords(next)}</li>}
    </ul>
  );
}

/** "Open now, until midday", "Next: 21 April 2026, 10am to midday". */
function nextInWords({ day, opensAt, closesAt, isNow, askFirst }: NextOpening): string {
  if (isNow && closesAt) return `Open now, until ${clockTime(closesAt)}`;
  const hours = [opensAt, closesAt].flatMap((time) => (time ? clockTime(time) : [])).join(" to ");
  const words = [`Next: ${dayInWords(day)}`, hours].filter(Boolean).join(", ");
  return askFirst ? `${words} (${askFirst}: ask first)` : words;
}
