import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findEvents } from "#app/domain/calendars/find-events.server.ts";
import { findService } from "#app/domain/services/find.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { PageHeading, Section, WithAside } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Prose } from "#app/ui/kit/show/prose.tsx";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";
import { Tag } from "#app/ui/kit/show/tag.tsx";
import { contactRows } from "#app/ui/organisations/contact-details.tsx";
import { TopicLinks } from "#app/ui/search/topic-links.tsx";
import { NextDates } from "#app/ui/services/next-dates.tsx";
import { hasHours, OpeningTimes } from "#app/ui/services/opening-times.tsx";
import { reachInWords } from "#app/ui/services/reach.tsx";
import { agesInWords, capacityInWords, confirmationInWords } from "#app/ui/services/service-words.ts";
import { VenueDetails } from "#app/ui/services/venue-details.tsx";

const MOST_EVENTS = 5;

export const loader = visitor(async (ctx, { params }) => {
  const service = await findService(ctx, params.slug ?? "");
  return { service, events: await findEvents(ctx, { serviceId: service.id, limit: MOST_EVENTS }) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data?.service.name) },
  { name: "description", content: data?.service.summary ?? "" },
];

export default function Service() {
  const { service, events } = useLoaderData<typeof loader>();
  const { name, summary, description, organisation, capacity, venues } = service;
  return (
    <>
      <PageHeading
        title={name}
        lead={summary}
        breadcrumbs={[
          { label: "Find support", href: paths.search() },
          { label: organisation.name, href: paths.organisation(organisation.slug) },
        ]}
      >
        {capacity !== "open" && (
          <Tag colour={capacity === "full" ? "red" : "yellow"}>{capacityInWords(service)}</Tag>
        )}
      </PageHeading>
      <WithAside aside={<Aside />}>
        <Facts />
        <InTouch />
        {venues.length > 0 && <Venues />}
        {events.length > 0 && (
          <Section title="Next dates">
            <NextDates events={events} />
          </Section>
        )}
        {description && (
          <Section title="More about it">
            <Prose text={description} />
          </Section>
        )}
      </WithAside>
    </>
  );
}

function Facts() {
  const { service } = useLoaderData<typeof loader>();
  const { eligibility, costs, hours, languages, referralRoute } = service;
  const ages = agesInWords(service.minimumAge, service.maximumAge);
  return (
    <SummaryList
      rows={[
        { key: "Who it is for", value: [eligibility, ages].filter(Boolean).join(". ") || "Everyone" },
        {
          key: "Cost",
          value:
            costs.length > 0
              ? costs.map((line) => <div key={line}>{line}</div>)
              : "Ask when you get in touch",
        },
        { key: "When", value: hasHours(hours) && <OpeningTimes hours={hours} /> },
        { key: "Where", value: reachInWords(service) },
        { key: "Getting there", value: service.gettingThere && <Prose text={service.gettingThere} /> },
        { key: "How to start", value: referralRoute && <Prose text={referralRoute} /> },
        { key: "Places now", value: capacityInWords(service) },
        { key: "Languages", value: languages.join(", ") },
      ]}
    />
  );
}

function Venues() {
  const { venues } = useLoaderData<typeof loader>().service;
  return (
    <Section title={venues.length === 1 ? "Where to go" : "Places to go"}>
      {venues.map((venue) => (
        <VenueDetails venue={venue} key={venue.id} />
      ))}
    </Section>
  );
}

/** The service's own ways first; where it has none, its organisation's. */
function InTouch() {
  const { phones, email, url, contacts, organisation } = useLoaderData<typeof loader>().service;
  const rows = contactRows({
    phones,
    email: email ?? (phones.length + contacts.length === 0 ? organisation.email : null),
    website: url ?? organisation.website,
    contacts,
  });
  const isKnown = rows.some(({ value }) => value);
  return (
    <Section title="Get in touch">
      {isKnown ? (
        <SummaryList rows={rows} />
      ) : (
        <p className="govuk-body">
          Ask <a href={paths.organisation(organisation.slug)}>{organisation.name}</a>.
        </p>
      )}
    </Section>
  );
}

function Aside() {
  const { topics, confirmation, organisation } = useLoaderData<typeof loader>().service;
  return (
    <>
      <h2 className="govuk-heading-m">Run by</h2>
      <p className="govuk-body">
        <a href={paths.organisation(organisation.slug)}>{organisation.name}</a>
      </p>
      <p className="govuk-body">{confirmationInWords(confirmation)}.</p>
      {topics.length > 0 && (
        <nav className="no-print" aria-labelledby="like-this">
          <h2 className="govuk-heading-m" id="like-this">
            More like this
          </h2>
          <TopicLinks topics={topics} />
        </nav>
      )}
    </>
  );
}
