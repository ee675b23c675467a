import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";

/** After asking for a mailed link. It says nothing of whether anybody has the address. */
export function MailSent({ what, lasts, again }: { what: string; lasts: string; again: string }) {
  return (
    <Measure>
      <PageHeading title="Look at your mail" />
      <p className="govuk-body">
        If that address has an account with us, {what} is on its way. The link works once, and for {lasts}.
      </p>
      <p className="govuk-body">
        Nothing there after a few minutes? Look among the junk mail, check that you use the address of your
        account, or{" "}
        <a className="govuk-link" href={again}>
          ask again
        </a>
        .
      </p>
    </Measure>
  );
}
