import { shortened } from "#app/domain/calendars/doctor/shortened.ts";

interface Notice {
  line: number | null;
  uid: string | null;
  summary?: string | null;
  message: string;
}

/** What somebody may want to mend in their calendar, where it stands, and what we did about it. */
export function Notices({ notices, more = 0 }: { notices: readonly Notice[]; more?: number }) {
  return (
    <>
      <ul className="govuk-list govuk-list--bullet">
        {notices.map(({ line, uid, summary, message }) => (
          <li className="anywhere" key={`${line} ${uid} ${message}`}>
            {summary && <strong>{shortened(summary, 100)}: </strong>}
            {message}
            {line !== null && <span className="govuk-hint"> (line {line} of the calendar)</span>}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="govuk-body">… and {more} more like these.</p>}
    </>
  );
}
