import { paths } from "#app/paths.ts";

/** What erasing an account takes away, and what stays and why (docs/decisions/014). */
export function WhatStays() {
  return (
    <>
      <h2 className="govuk-heading-m">What goes</h2>
      <p className="govuk-body">
        Your name, your address, your password and second step, every device that is signed in, your roles,
        the list of mails we sent you, and your name and address in reports, questions and registrations that
        you sent.
      </p>
      <h2 className="govuk-heading-m">What stays, without your name</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          the record that a change was made, when, and that it was the same person each time: others must be
          able to see how a public entry came about
        </li>
        <li>
          what you published for organisations and groups, items for boards, minutes and decisions: they are
          the record of public bodies, which the law lets them keep (UK GDPR, article 17(3))
        </li>
        <li>contact details that an organisation shows as its own: its other keepers can change them</li>
      </ul>
      <p className="govuk-body">
        You may want to <a href={paths.myData()}>look at what we hold and download it</a> first.
      </p>
    </>
  );
}
