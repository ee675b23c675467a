import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { findEvent } from "#app/domain/calendars/find-event.server.ts";
import { mayKeepEvent } from "#app/domain/calendars/typed/find-typed-events.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { EventTag } from "#app/ui/events/event-tag.tsx";
import { EventTime } from "#app/ui/events/event-time.tsx";
import { Subscribe } from "#app/ui/events/subscribe.tsx";
import { KeeperLinks } from "#app/ui/kit/forms/keeper-links.tsx";
import { Measure, PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Warning } from "#app/ui/kit/show/notice.tsx";
import { Prose } from "#app/ui/kit/show/prose.tsx";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";
import { WebAddress } from "#app/ui/kit/show/web-address.tsx";

export const loader = visitor(async (ctx, { params }) => {
  const event = await findEvent(ctx, params.id ?? "");
  return { event, mayKeep: await mayKeepEvent(ctx, event.id) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: titleFor(data?.event.title) }];

export default function Event() {
  const { event, mayKeep } = useLoaderData<typeof loader>();
  const isOff = event.status === "cancelled" || event.status === "withdrawn";
  return (
    <>
      <PageHeading
        title={event.title}
        lead={<EventTime happening={event} inFull />}
        breadcrumbs={[{ label: "What’s on", href: paths.whatsOn({ place: event.place?.slug }) }]}
      >
        <EventTag status={event.status} />
      </PageHeading>
      <Measure>
        {isOff && <Warning>This will not take place. The organiser has taken it off.</Warning>}
        <Facts />
        <Prose text={event.description} />
        {!isOff && <Subscribe href={paths.subscribe(`events/${event.id}`)} what={event.title} />}
        {event.otherDates.length > 0 && <OtherDates />}
        {mayKeep && <Keeping />}
        {event.organisation && (
          <p className="govuk-body no-print">
            <a href={paths.report("organisation", event.organisation.slug, { event: event.id })}>
              Something is wrong here
            </a>
          </p>
        )}
      </Measure>
    </>
  );
}

function Facts() {
  const { event } = useLoaderData<typeof loader>();
  const { location, place, onlineUrl, cost, organisation, alsoOf, service, url, isDetached } = event;
  return (
    <SummaryList
      rows={[
        { key: "Where", value: location || (onlineUrl ? "Online" : place?.name) },
        {
          key: "Area",
          value: place && location && <a href={paths.place(place.slug)}>{place.name}</a>,
        },
        { key: "Series", value: isDetached && "One date of a series" },
        { key: "Join online", value: onlineUrl && <WebAddress url={onlineUrl} /> },
        { key: "Cost", value: cost },
        {
          key: "Put on by",
          value: organisation && <Organisers all={[organisation, ...alsoOf]} />,
        },
        {
          key: "Service",
          value: service && <a href={paths.service(service.slug)}>{service.name}</a>,
        },
        { key: "More about it", value: url && <a href={url}>The organiser’s own page</a> },
      ]}
    />
  );
}

function Organisers({ all }: { all: { slug: string; name: string }[] }) {
  return all.map(({ slug, name }, at) => (
    <Fragment key={slug}>
      {at > 0 && " and "}
      <a href={paths.organisation(slug)}>{name}</a>
    </Fragment>
  ));
}

/** For those who keep it. */
function Keeping() {
  const { event } = useLoaderData<typeof loader>();
  const { id, title, status, organisation } = event;
  const date =
    status === "cancelled"
      ? { label: "Hold this date after all", href: paths.reinstateEventDate(id) }
      : { label: "Call this date off", href: paths.cancelEventDate(id) };
  const links = [
    { label: "Change it", href: paths.editEvent(id) },
    ...(status === "withdrawn" ? [] : [date]),
    { label: "History", href: paths.eventHistory(id) },
    { label: "Take it down", href: paths.archiveEvent(id) },
    ...(organisation ? [{ label: "All your events", href: paths.keptEvents(organisation.slug) }] : []),
  ];
  return (
    <Section title="You keep this">
      <KeeperLinks links={links} about={title} />
    </Section>
  );
}

function OtherDates() {
  const { otherDates } = useLoaderData<typeof loader>().event;
  return (
    <Section title="Other dates">
      <ul className="govuk-list govuk-list--spaced">
        {otherDates.map((date) => (
          <li key={date.id}>
            <a href={paths.event(date.id)}>
              {date.status === "cancelled" ? (
                <s>
                  <EventTime happening={date} />
                </s>
              ) : (
                <EventTime happening={date} />
              )}
            </a>{" "}
            <EventTag status={date.status} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
