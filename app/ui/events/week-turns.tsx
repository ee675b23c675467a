import { paths } from "#app/paths.ts";
import { formatDay } from "#app/ui/kit/dates/date-time.ts";

interface WeekTurnsProps {
  week: { from: string; hasMore: boolean; earlier: string | null; later: string | null };
  page: number;
  filter: { place?: string | undefined; topic?: string | undefined };
}

/** Turns the pages of a week, and at its ends to the weeks beside it. */
export function WeekTurns({ week, page, filter }: WeekTurnsProps) {
  const { from, earlier, later } = week;
  const pageOf = (number: number) => paths.whatsOn({ ...filter, from, page: number });
  const weekOf = (day: string) => ({
    href: paths.whatsOn({ ...filter, from: day }),
    words: `Week from ${formatDay(day)}`,
  });
  const back = page > 1 ? { href: pageOf(page - 1), words: "Previous page" } : earlier && weekOf(earlier);
  const on = week.hasMore ? { href: pageOf(page + 1), words: "More of this week" } : later && weekOf(later);
  if (!back && !on) return null;
  return (
    <nav className="govuk-pagination" aria-label="Pages">
      {back && (
        <div className="govuk-pagination__prev">
          <a className="govuk-link govuk-pagination__link" href={back.href} rel="prev">
            ← {back.words}
          </a>
        </div>
      )}
      {on && (
        <div className="govuk-pagination__next">
          <a className="govuk-link govuk-pagination__link" href={on.href} rel="next">
            {on.words} →
          </a>
        </div>
      )}
    </nav>
  );
}
