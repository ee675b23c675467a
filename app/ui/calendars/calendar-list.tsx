import type { KeptCalendarLine } from "#app/domain/calendars/keeping/find-mine.server.ts";
import { type CalendarState, order, states } from "#app/domain/calendars/keeping/state.ts";
import { paths } from "#app/paths.ts";
import { formatDateTime } from "#app/ui/kit/dates/date-time.ts";
import { Card, CardFacts, CardList } from "#app/ui/kit/show/card.tsx";
import { CalendarTag } from "./state-tag.tsx";

interface CalendarListProps {
  calendars: readonly KeptCalendarLine[];
  /** Leaves out whose they are, where the page says it. */
  ownersHidden?: boolean;
  level?: 2 | 3;
}

/** Calendars of those who keep them, each with how it stands. */
export function CalendarList({ calendars, ownersHidden = false, level = 2 }: CalendarListProps) {
  return (
    <CardList>
      {calendars.map((calendar) => (
        <Card
          title={calendar.name}
          href={paths.calendars.show(calendar.id)}
          caption={ownersHidden ? undefined : calendar.owners.map(({ name }) => name).join(", ")}
          level={level}
          key={calendar.id}
        >
          <p>
            <CalendarTag state={calendar.state} />
          </p>
          {calendar.problem && <p className="anywhere">{problemOf(calendar)}</p>}
          <CardFacts facts={factsOf(calendar)} />
        </Card>
      ))}
    </CardList>
  );
}

function problemOf({ problem, problemSince }: KeptCalendarLine): string {
  return problemSince ? `${problem} Since ${formatDateTime(problemSince)}.` : (problem ?? "");
}

function factsOf({
  state,
  sourceShown,
  lastRunAt,
  nextRun,
  notices,
  waiting,
}: KeptCalendarLine): (string | false)[] {
  return [
    sourceShown,
    lastRunAt ? `${lastWord(state === "failing")} ${formatDateTime(lastRunAt)}` : "Not read yet",
    nextRun !== null && `Next ${nextRun}`,
    notices > 0 && (notices === 1 ? "1 notice" : `${notices} notices`),
    waiting > 0 && (waiting === 1 ? "1 event waits for a title" : `${waiting} events wait for a title`),
  ];
}

/** Before the time of the last run: one that failed has read nothing. */
export const lastWord = (hasFailed: boolean): string => (hasFailed ? "Last tried" : "Last read");

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
