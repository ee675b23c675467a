import type { ReactNode } from "react";
import type { ServicePage } from "#app/domain/services/find.server.ts";
import { agesInWords } from "#app/domain/services/record/age-words.ts";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/ui/kit/dates/date-time.ts";
import { PageHeading, Section, WithAside } from "#app/ui/kit/frame/page.tsx";
import { Inset } from "#app/ui/kit/show/notice.tsx";
import { Prose } from "#app/ui/kit/show/prose.tsx";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";
import { Tag } from "#app/ui/kit/show/tag.tsx";
import { contactRows } from "#app/ui/organisations/contact-details.tsx";
import { TopicLinks } from "#app/ui/search/topic-links.tsx";
import { type DatedEvent, NextDates } from "./next-dates.tsx";
import { hasHours, OpeningTimes } from "./opening-times.tsx";
import { reachInWords } from "./reach.tsx";
import { capacityInWords, confirmationInWords } from "./service-words.ts";
import { VenueDetails } from "./venue-details.tsx";

interface ServiceViewProps {
  service: ServicePage;
  events: readonly DatedEvent[];
  /** Links of those who keep it. */
  keepers?: ReactNode;
}

/** All that the page of a service shows: its preview shows exactly the same. */
export function ServiceView({ service, events, keepers }: ServiceViewProps) {
  const { name, summary, description, organisation, capacity, venues, state, stateNote } = service;
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
        {state === "temporarily-closed" && <Tag colour="yellow">Temporarily closed</Tag>}
        {state !== "temporarily-closed" && capacity !== "open" && (
          <Tag colour={capacity === "full" ? "red" : "yellow"}>{capacityInWords(service)}</Tag>
        )}
      </PageHeading>
      {keepers}
      {state === "temporarily-closed" && <Inset>{stateNote || "It is closed for a while."}</Inset>}
      <WithAside aside={<Aside service={service} />}>
        <Facts service={service} />
        <InTouch service={service} />
        {venues.length > 0 && <Venues service={service} />}
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

type Part = Pick<ServiceViewProps, "service">;

function Facts({ service }: Part) {
  const { eligibility, costs, languages, referralRoute } = service;
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
        { key: "When", value: <When service={service} /> },
        { key: "Where", value: reachInWords(service) },
        { key: "Getting there", value: service.gettingThere && <Prose text={service.gettingThere} /> },
        { key: "How to start", value: referralRoute && <Prose text={referralRoute} /> },
        { key: "Places now", value: <Capacity service={service} /> },
        { key: "Languages", value: languages.join(", ") },
      ].filter(({ key }) => key !== "When" || isOnSometime(service))}
    />
  );
}

const isOnSometime = ({ hours, dayRules }: ServicePage) => hasHours(hours) || dayRules.length > 0;

function When({ service }: Part) {
  return <OpeningTimes hours={service.hours} rules={service.dayRules} next={service.next} />;
}

/** What is said of room is only as good as its day. */
function Capacity({ service }: Part) {
  const { capacityNote, capacitySetAt } = service;
  return (
    <>
      <div>{capacityInWords(service)}</div>
      {capacityNote && <Prose text={capacityNote} />}
      {capacitySetAt && <div className="govuk-body-s">Said on {formatDay(capacitySetAt)}</div>}
    </>
  );
}

function Venues({ service: { venues } }: Part) {
  return (
    <Section title={venues.length === 1 ? "Where to go" : "Places to go"}>
      {venues.map((venue) => (
        <VenueDetails venue={venue} key={venue.id} />
      ))}
    </Section>
  );
}

/** The service's own ways first; where it has none, its organisation's. */
function InTouch({ service }: Part) {
  const { phones, email, url, contacts, organisation } = service;
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

function Aside({ service: { slug, topics, confirmation, organisation } }: Part) {
  return (
    <>
      <h2 className="govuk-heading-m">Run by</h2>
      <p className="govuk-body">
        <a href={paths.organisation(organisation.slug)}>{organisation.name}</a>
      </p>
      <p className="govuk-body">{confirmationInWords(confirmation)}.</p>
      <p className="govuk-body no-print">
        <a href={paths.report("service", slug)}>Something is wrong here</a>
      </p>
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
