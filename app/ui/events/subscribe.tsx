import { Details } from "#app/ui/kit/show/details.tsx";

/** A calendar that anyone may follow from their own. `what` fits after "Follow": "meetings in Norwich". */
export function Subscribe({ href, what }: { href: string; what: string }) {
  return (
    <>
      <p className="govuk-body">
        <a className="govuk-link" href={href}>
          Calendar of {what}
        </a>
      </p>
      <Details summary="How to add it to your own calendar">
        <p className="govuk-body">
          Copy the address of the link above. In Google Calendar, Outlook or Apple Calendar choose “add” or
          “subscribe” to a calendar from the internet, and paste it. New dates and changes then come by
          themselves.
        </p>
      </Details>
    </>
  );
}
