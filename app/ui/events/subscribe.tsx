/** The way to have something in one's own calendar. `what` fits after "Add ": "meetings in Norwich". */
export function Subscribe({ href, what }: { href: string; what: string }) {
  return (
    <p className="govuk-body no-print">
      <a className="govuk-link" href={href}>
        Add to my calendar
        <span className="govuk-visually-hidden">: {what}</span>
      </a>
    </p>
  );
}
