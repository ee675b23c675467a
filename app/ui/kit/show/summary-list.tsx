import type { ReactNode } from "react";
import { classNames } from "#app/ui/kit/class-names.ts";

export interface SummaryRow {
  key: string;
  /** A row without a value is left out. */
  value: ReactNode;
  action?: { label: string; href: string } | undefined;
}

/** Facts as pairs. `bordered={false}` suits a few short facts. */
export function SummaryList({ rows, bordered = true }: { rows: readonly SummaryRow[]; bordered?: boolean }) {
  const shown = rows.filter(
    ({ value }) => value !== null && value !== undefined && value !== "" && value !== false,
  );
  if (shown.length === 0) return null;
  const withActions = shown.some(({ action }) => action);
  return (
    <dl className={classNames("govuk-summary-list", !bordered && "govuk-summary-list--no-border")}>
      {shown.map(({ key, value, action }) => (
        <div
          className={classNames(
            "govuk-summary-list__row",
            withActions && !action && "govuk-summary-list__row--no-actions",
          )}
          key={key}
        >
          <dt className="govuk-summary-list__key">{key}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
          {action && (
            <dd className="govuk-summary-list__actions">
              <a className="govuk-link" href={action.href}>
                {action.label}
                <span className="govuk-visually-hidden"> {key.toLowerCase()}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
