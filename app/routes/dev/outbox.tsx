import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/http/gates.server.ts";
import { readOutbox } from "#app/http/outbox.server.ts";
import { paths } from "#app/paths.ts";
import { formatDateTime } from "#app/ui/kit/dates/date-time.ts";
import { Button } from "#app/ui/kit/forms/button.tsx";
import { TextField } from "#app/ui/kit/forms/field.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = visitor(async (_ctx, door) => {
  const to = door.url.searchParams.get("to") ?? "";
  const mails = readOutbox(door, to).map(({ id, at, subject, to, calendar }) => ({
    ...{ id, at, subject, to },
    hasInvitation: calendar !== undefined,
  }));
  return { to, mails };
});

export const meta: MetaFunction = () => [{ title: titleFor("Outbox") }];

export default function Outbox() {
  const { to, mails } = useLoaderData<typeof loader>();
  return (
    <Measure>
      <PageHeading
        title="Outbox"
        lead="No mail server is set, so mails wait here instead of going out. Only this machine can see this page."
      />
      <form method="get">
        <TextField name="to" value={to} error={undefined} label="Mails to" type="email" optional />
        <Button manner="secondary">Show</Button>
      </form>
      {mails.length === 0 && <p className="govuk-body">No mails yet.</p>}
      <ul className="govuk-list govuk-list--spaced">
        {mails.map((mail) => (
          <li key={mail.id}>
            <a className="govuk-link" href={paths.outboxMail(mail.id)}>
              {mail.subject}
            </a>
            <br />
            {mail.to}, {formatDateTime(mail.at)}
            {mail.hasInvitation && ", with an .ics part"}
          </li>
        ))}
      </ul>
    </Measure>
  );
}
