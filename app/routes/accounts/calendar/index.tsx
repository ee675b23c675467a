import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findMyCalendar } from "#app/domain/meetings/calendar/feeds/my-feed.server.ts";
import { clientLinks } from "#app/http/calendars/client-links.ts";
import { whole } from "#app/http/calendars/feed-reply.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { AddToCalendar } from "#app/ui/events/add-to-calendar.tsx";
import { formatDate } from "#app/ui/kit/dates/date-time.ts";
import { DeedButton, LinkButton } from "#app/ui/kit/forms/button.tsx";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Done, Inset } from "#app/ui/kit/show/notice.tsx";

export const loader = signedIn(async (ctx, { url }) => {
  const { secret, ...mine } = await findMyCalendar(ctx);
  const links = secret === null ? null : clientLinks(whole(paths.myFeed(secret)), "My meetings");
  return { ...mine, links, isNew: url.searchParams.get("did") === "renew" };
});

export const meta: MetaFunction = () => [{ title: titleFor("Your meetings in your calendar") }];

export default function MyCalendar() {
  const { links, isNew } = useLoaderData<typeof loader>();
  return (
    <Measure>
      {isNew && links && <Done>Your new address is ready. An earlier one answers no more.</Done>}
      <PageHeading
        title="Your meetings in your calendar"
        breadcrumbs={[{ label: "Your account", href: paths.account() }]}
        lead={<p>One address for the public meetings of every group that you sit on or follow.</p>}
      />
      <Holds />
      {links ? <AddToCalendar links={links} /> : <None />}
      {links && <Renewal />}
    </Measure>
  );
}

function Holds() {
  const { groups } = useLoaderData<typeof loader>();
  if (groups.length === 0)
    return (
      <Inset>
        You do not sit on a group and follow none, so there is nothing to show yet. Once you do, its meetings
        come to the same address by themselves.
      </Inset>
    );
  return (
    <Section title="What it holds">
      <ul className="govuk-list govuk-list--bullet">
        {groups.map(({ slug, name }) => (
          <li key={slug}>
            <a className="govuk-link" href={paths.group(slug)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function None() {
  return (
    <>
      <p className="govuk-body">
        The address is made for you alone. Whoever has it can see which groups you are in, so treat it like a
        password.
      </p>
      <DeedButton action={paths.renewMyCalendar()} manner="primary">
        Make my address
      </DeedButton>
    </>
  );
}

function Renewal() {
  const { madeAt, lastAskedOn } = useLoaderData<typeof loader>();
  return (
    <Section title="Keep it to yourself">
      <p className="govuk-body">
        Whoever has this address can see which groups you are in.
        {madeAt && ` It was made on ${formatDate(madeAt.slice(0, 10))}`}
        {lastAskedOn
          ? ` and last asked for on ${formatDate(lastAskedOn)}.`
          : " and has not been asked for yet."}
      </p>
      <LinkButton href={paths.renewMyCalendar()} manner="secondary">
        Make a new address
      </LinkButton>
    </Section>
  );
}
