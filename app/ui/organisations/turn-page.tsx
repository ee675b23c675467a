interface TurnPageProps {
  /** Null at the beginning or end. */
  previous: string | null;
  next: string | null;
}

/** On and back through a list that hangs on names instead of page numbers. */
export function TurnPage({ previous, next }: TurnPageProps) {
  if (!previous && !next) return null;
  return (
    <nav className="govuk-pagination" aria-label="Pages of the list">
      {previous && (
        <div className="govuk-pagination__prev">
          <a className="govuk-link govuk-pagination__link" href={previous} rel="prev">
            <span aria-hidden="true">← </span>
            <span className="govuk-pagination__link-title">
              Previous<span className="govuk-visually-hidden"> page</span>
            </span>
          </a>
        </div>
      )}
      {next && (
        <div className="govuk-pagination__next">
          <a className="govuk-link govuk-pagination__link" href={next} rel="next">
            <span className="govuk-pagination__link-title">
              Next<span className="govuk-visually-hidden"> page</span>
            </span>
            <span aria-hidden="true"> →</span>
          </a>
        </div>
      )}
    </nav>
  );
}
