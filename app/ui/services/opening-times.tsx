import type { OpeningHours } from "#app/domain/services/opening-hours.ts";

export function hasHours({ usual, exceptions }: OpeningHours): boolean {
  return usual.length + exceptions.length > 0;
}

/** Usual hours, a line each, then what differs. */
export function OpeningTimes({ hours }: { hours: OpeningHours }) {
  const { usual, exceptions } = hours;
  return (
    <ul className="govuk-list">
      {usual.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {exceptions.map((line) => (
        <li key={line}>
          <strong>{line}</strong>
        </li>
      ))}
    </ul>
  );
}
