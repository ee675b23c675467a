import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findEvents } from "#app/domain/calendars/find-events.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { findGroupsByOrganisation } from "#app/domain/groups/find-directory.server.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { findOpportunitiesByOrganisation } from "#app/domain/opportunities/find.server.ts";
import { findOrganisation } from "#app/domain/organisations/find.server.ts";
import { mayEditOrganisation } from "#app/domain/organisations/policy.ts";
import { findServicesByOrganisation } from "#app/domain/services/find-cards.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { Subscribe } from "#app/ui/events/subscribe.tsx";
import { PageHeading, Section, WithAside } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { CardList } from "#app/ui/kit/show/card.tsx";
import { Notice } from "#app/ui/kit/show/notice.tsx";
import { Prose } from "#app/ui/kit/show/prose.tsx";
import { Tag } from "#app/ui/kit/show/tag.tsx";
import { OpportunityCard } from "#app/ui/opportunities/opportunity-card.tsx";
import { OrganisationAside } from "#app/ui/organisations/organisation-aside.tsx";
import { opening } from "#app/ui/organisations/organisation-card.tsx";
import { NextDates } from "#app/ui/services/next-dates.tsx";
import { ServiceCard } from "#app/ui/services/service-card.tsx";
import { organisationKinds } from "#db/vocabulary.ts";

const MOST_EVENTS = 5;

export const loader = visitor(async (ctx, { params }) => {
  const organisation = await findOrganisation(ctx, params.slug ?? "");
  if ("movedTo" in organisation) {
    // For good as far as search engines go; a browser asks again, for a merge can be undone
    const headers = { "Cache-Control": "no-cache" };
    throw redirect(paths.organisation(organisation.movedTo), { status: 301, headers });
  }
  const today = londonDay(ctx.now);
  const isMine = mayEditOrganisation(ctx.actor, organisation.id);
  return { organisation, today, isMine, ...(await findWhatItDoes(ctx, organisation.id)) };
});

async function findWhatItDoes(ctx: Ctx, organisationId: string) {
  const [services, opportunities, events, groups] = await Promise.all([
    findServicesByOrganisation(ctx, organisationId),
    findOpportunitiesByOrganisation(ctx, organisationId),
    findEvents(ctx, { organisationId, limit: MOST_EVENTS }),
    findGroupsByOrganisation(ctx, organisationId),
  ]);
  return { services, opportunities, events, groups };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data?.organisation.name) },
  { name: "description", content: opening(data?.organisation.description ?? "") },
];

export default function Organisation() {
  const { organisation, today, isMine } = useLoaderData<typeof loader>();
  const { name, kind, state, stateNote, description, helps } = organisation;
  return (
    <>
      <PageHeading
        title={name}
        caption={organisationKinds[kind]}
        breadcrumbs={[{ label: "Organisations", href: paths.organisations() }]}
      >
        {state === "temporarily-closed" && <Tag colour="yellow">Temporarily closed</Tag>}
      </PageHeading>
      {state === "temporarily-closed" && stateNote && (
        <Notice label="Temporarily closed">
          <Prose text={stateNote} />
        </Notice>
      )}
      <WithAside aside={<OrganisationAside organisation={organisation} today={today} isMine={isMine} />}>
        <Prose text={description} />
        {helps && (
          <>
            <h2 className="govuk-heading-m">Who it helps</h2>
            <Prose text={helps} />
          </>
        )}
        <Services />
        <Dates />
        <Opportunities />
        <Groups />
      </WithAside>
    </>
  );
}

function Services() {
  const { services } = useLoaderData<typeof loader>();
  if (services.length === 0) return null;
  return (
    <Section title="Services">
      <CardList>
        {services.map((service) => (
          <ServiceCard service={service} level={3} showOrganisation={false} key={service.id} />
        ))}
      </CardList>
    </Section>
  );
}

function Dates() {
  const { events, organisation } = useLoaderData<typeof loader>();
  if (events.length === 0) return null;
  return (
    <Section title="Next dates">
      <NextDates events={events} />
      <Subscribe href={paths.subscribe(`organisations/${organisation.slug}`)} what={organisation.name} />
    </Section>
  );
}

function Opportunities() {
  const { opportunities } = useLoaderData<typeof loader>();
  if (opportunities.length === 0) return null;
  return (
    <Section title="Opportunities">
      <CardList>
        {opportunities.map((opportunity) => (
          <OpportunityCard opportunity={opportunity} key={opportunity.slug} />
        ))}
      </CardList>
    </Section>
  );
}

function Groups() {
  const { groups } = useLoaderData<typeof loader>();
  if (groups.length === 0) return null;
  return (
    <Section title="Where it has a voice">
      <ul className="govuk-list govuk-list--spaced">
        {groups.map(({ slug, name, roleTitle }) => (
          <li key={slug}>
            <a href={paths.group(slug)}>{name}</a>
            {roleTitle ? `: ${roleTitle}` : ""}
          </li>
        ))}
      </ul>
    </Section>
  );
}
