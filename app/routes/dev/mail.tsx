import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { NotFound } from "#app/domain/errors.ts";
import { visitor } from "#app/http/gates.server.ts";
import { readOutbox } from "#app/http/outbox.server.ts";
import { paths } from "#app/paths.ts";
import { formatDateTime } from "#app/ui/kit/dates/date-time.ts";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Details } from "#app/ui/kit/show/details.tsx";
import { Prose } from "#app/ui/kit/show/prose.tsx";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";

export const loader = visitor(async (_ctx, door) => {
  const mail = readOutbox(door).find(({ id }) => id === door.params.id);
  if (!mail) throw new NotFound("that mail");
  const { subject, from, to, at, kind, text, calendar } = mail;
  return { subject, from, to, at, kind, text, calendar: calendar ?? null };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: titleFor(data?.subject ?? "Mail") }];

/** The words of the text part; its links work as they do in a mail program. */
export default function OutboxMail() {
  const { subject, text, calendar, ...facts } = useLoaderData<typeof loader>();
  return (
    <Measure>
      <PageHeading title={subject} breadcrumbs={[{ label: "Outbox", href: paths.outbox() }]} />
      <SummaryList
        rows={[
          { key: "From", value: facts.from },
          { key: "To", value: facts.to },
          { key: "Sent", value: formatDateTime(facts.at) },
          { key: "Letter", value: facts.kind },
          ...(calendar ? [{ key: "Calendar", value: `An .ics part, METHOD:${calendar.method}` }] : []),
        ]}
      />
      <Prose text={text} />
      {calendar && (
        <Details summary="The .ics part">
          <pre className="typed-words">{calendar.text}</pre>
        </Details>
      )}
    </Measure>
  );
}
