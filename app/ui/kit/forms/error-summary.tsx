import { fieldId } from "./form-state.ts";

/** Everything to mend, on top of the page, each a link to its field. Renders nothing without errors. */
export function ErrorSummary({ errors }: { errors: Record<string, string> | null | undefined }) {
  const entries = Object.entries(errors ?? {});
  if (entries.length === 0) return null;
  return (
    <div className="govuk-error-summary" data-module="govuk-error-summary" tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">There is a problem</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {entries.map(([name, message]) => (
              <li key={name}>
                {name === WHOLE_FORM ? message : <a href={`#${fieldId(name)}`}>{message}</a>}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

/** The key of an error that belongs to no single field: it is said, but links nowhere. */
export const WHOLE_FORM = "form";
