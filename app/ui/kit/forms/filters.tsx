import type { ReactNode } from "react";
import { Button } from "./button.tsx";

interface FiltersProps {
  /** Where the GET goes: the page itself, without its query. */
  action: string;
  /** How many filters are set: the panel is then open, and offers to clear them. */
  active?: number;
  title?: string;
  submitLabel?: string;
  /** Parts of the query that no field of the panel holds but that must survive. */
  keep?: Record<string, string | undefined>;
  children: ReactNode;
}

/**
 * A panel of filters that narrows a list by its address, so that a filtered list can be shared and
 * printed. Closed on a phone unless in use; wide screens open it where JavaScript runs.
 */
export function Filters({ action, active = 0, title = "Filters", keep = {}, ...props }: FiltersProps) {
  return (
    <details className="filters" open={active > 0} data-open-when-wide="">
      <summary className="filters__summary">
        {title}
        {active > 0 && ` (${active} set)`}
      </summary>
      <form method="get" action={action} className="filters__form">
        {Object.entries(keep).map(
          ([name, value]) => value && <input type="hidden" name={name} value={value} key={name} />,
        )}
        {props.children}
        <Button>{props.submitLabel ?? "Show results"}</Button>
        {active > 0 && (
          <p className="govuk-body">
            <a className="govuk-link" href={action}>
              Clear all filters
            </a>
          </p>
        )}
      </form>
    </details>
  );
}
