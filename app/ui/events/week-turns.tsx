import { paths } from "#app/paths.ts";
import { formatDay } from "#app/ui/kit/dates/date-time.ts";

interface WeekTurnsProps {
  /** First days of the weeks before and after; null where there is nothing to turn to. */
  earlier: string | null;
  later: string | null;
  filter: { place?: string | undefined; topic?: string | undefined };
}

/** Turns a list that shows a week to the weeks beside it. */
export function WeekTurns({ earlier, later, filter }: WeekTurnsProps) {
  if (!earlier && !later) return null;
  return (
    <nav className="govuk-pagination" aria-label="Weeks">
      {earlier && (
        <div className="govuk-pagination__prev">
          <a className="govuk-link govuk-pagination__link" href={paths.whatsOn({ ...filter, from: earlier })}>
            ← Week from {formatDay(earlier)}
          </a>
        </div>
      )}
      {later && (
        <div className="govuk-pagination__next">
          <a className="govuk-link govuk-pagination__link" href={paths.whatsOn({ ...filter, from: later })}>
            Week from {formatDay(later)} →
          </a>
        </div>
      )}
    </nav>
  );
}
