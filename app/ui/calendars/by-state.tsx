import { type CalendarState, order, states } from "#app/domain/calendars/keeping/state.ts";
import { paths } from "#app/paths.ts";

interface ByStateProps {
  counts: Partial<Record<CalendarState, number>>;
  state?: CalendarState | undefined;
}

/** Links to the calendars of one state, where there is more than one state. */
export function ByState({ counts, state }: ByStateProps) {
  const found = order.filter((one) => one === state || (counts[one] ?? 0) > 0);
  if (found.length < 2 && !state) return null;
  return (
    <nav aria-label="Calendars by state" className="govuk-body">
      <ul className="govuk-list">
        <li>{state ? <a href={paths.calendars.all()}>All</a> : <strong aria-current="page">All</strong>}</li>
        {found.map((one) => (
          <li key={one}>
            {one === state ? (
              <strong aria-current="page">{states[one]}</strong>
            ) : (
              <a href={paths.calendars.all({ state: one })}>{states[one]}</a>
            )}{" "}
            ({counts[one] ?? 0})
          </li>
        ))}
      </ul>
    </nav>
  );
}
