import { classNames } from "#app/ui/kit/class-names.ts";
import { pageSteps } from "./page-steps.ts";

interface PaginationProps {
  /** The page shown, from 1. */
  page: number;
  pageCount: number;
  hrefFor: (page: number) => string;
  /** Names what is paged when a screen holds two: "Results pages". */
  label?: string;
}

export function Pagination({ page, pageCount, hrefFor, label = "Pages" }: PaginationProps) {
  if (pageCount <= 1) return null;
  return (
    <nav className="govuk-pagination" aria-label={label}>
      {page > 1 && <Turn direction="prev" href={hrefFor(page - 1)} />}
      <ul className="govuk-pagination__list">
        {pageSteps(page, pageCount).map((step, place, steps) =>
          step === "gap" ? (
            <li
              className="govuk-pagination__item govuk-pagination__item--ellipsis"
              key={`after ${steps[place - 1]}`}
            >
              ⋯
            </li>
          ) : (
            <Step number={step} current={step === page} href={hrefFor(step)} key={step} />
          ),
        )}
      </ul>
      {page < pageCount && <Turn direction="next" href={hrefFor(page + 1)} />}
    </nav>
  );
}

function Step({ number, current, href }: { number: number; current: boolean; href: string }) {
  return (
    <li className={classNames("govuk-pagination__item", current && "govuk-pagination__item--current")}>
      <a
        className="govuk-link govuk-pagination__link"
        href={href}
        aria-label={`Page ${number}`}
        aria-current={current ? "page" : undefined}
      >
        {number}
      </a>
    </li>
  );
}

function Turn({ direction, href }: { direction: "prev" | "next"; href: string }) {
  return (
    <div className={`govuk-pagination__${direction}`}>
      <a className="govuk-link govuk-pagination__link" href={href} rel={direction}>
        {direction === "prev" && <span aria-hidden="true">←</span>}
        <span className="govuk-pagination__link-title">
          {direction === "prev" ? "Previous" : "Next"}
          <span className="govuk-visually-hidden"> page</span>
        </span>
        {direction === "next" && <span aria-hidden="true">→</span>}
      </a>
    </div>
  );
}
