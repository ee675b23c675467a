import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SubscribeQuery } from "#app/domain/calendars/inputs.ts";
import { findFeedSubject } from "#app/domain/meetings/calendar/feeds/find-subject.server.ts";
import { clientLinks } from "#app/http/calendars/client-links.ts";
import { whole } from "#app/http/calendars/feed-reply.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { readQuery } from "#app/http/query.server.ts";
import { paths } from "#app/paths.ts";
import { AddToCalendar } from "#app/ui/events/add-to-calendar.tsx";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";

export const loader = visitor(async (ctx, { url }) => {
  const { to, ...filters } = readQuery(url, SubscribeQuery);
  if (to === "mine") throw redirect(paths.myCalendar());
  const subject = await findFeedSubject(ctx, to, filters);
  return { subject, links: clientLinks(whole(subject.feed), subject.name) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data && `Add to my calendar: ${data.subject.name}`) },
  { name: "robots", content: "noindex" },
];

export default function Subscribe() {
  const { subject, links } = useLoaderData<typeof loader>();
  const { name, holds, page, isOne, feed } = subject;
  return (
    <Measure>
      <PageHeading
        title="Add to my calendar"
        caption={name}
        breadcrumbs={[page]}
        lead={<p>It holds {holds}.</p>}
      />
      {isOne && <File href={feed} />}
      <AddToCalendar links={links} />
    </Measure>
  );
}

/** One meeting or event may also be taken as it is now. */
function File({ href }: { href: string }) {
  const { wider } = useLoaderData<typeof loader>().subject;
  return (
    <Section title="Just this once">
      <p className="govuk-body">
        <a className="govuk-link" href={href} download>
          Download it as a file
        </a>
        . Open the file, and your calendar asks whether to add it. It will not hear of later changes; the ways
        below do.
      </p>
      {wider.length > 0 && (
        <ul className="govuk-list">
          {wider.map((one) => (
            <li key={one.href}>
              <a className="govuk-link" href={one.href}>
                {one.label}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
