import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findEvents } from "#app/domain/calendars/find-events.server.ts";
import { plusDays } from "#app/domain/calendars/inputs.ts";
import { findGroupsByPlace } from "#app/domain/groups/find-directory.server.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { findMeetings } from "#app/domain/meetings/find.server.ts";
import { findOpenOpportunities } from "#app/domain/opportunities/find.server.ts";
import { findPlace, findPlaces } from "#app/domain/places/find.server.ts";
import { findTopicsOfPlace } from "#app/domain/services/find-topics-of-place.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { EventDays } from "#app/ui/events/event-days.tsx";
import { firstToCome } from "#app/ui/events/first-to-come.ts";
import { Subscribe } from "#app/ui/events/subscribe.tsx";
import { NetworkFunctions } from "#app/ui/groups/network-functions.tsx";
import { PageHeading, Section, WithAside } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { CardList } from "#app/ui/kit/show/card.tsx";
import { MeetingCard } from "#app/ui/meetings/meeting-card.tsx";
import { OpportunityCard } from "#app/ui/opportunities/opportunity-card.tsx";
import { PlaceGroups } from "#app/ui/places/place-groups.tsx";
import { PlaceMap } from "#app/ui/places/place-map.tsx";
import { PlaceTopics } from "#app/ui/places/place-topics.tsx";

export const loader = visitor(async (ctx, { params }) => {
  const place = await findPlace(ctx, params.slug ?? "");
  const from = londonDay(ctx.now);
  const [places, groups, topics, meetings, events, open] = await Promise.all([
    findPlaces(ctx),
    findGroupsByPlace(ctx, place.id),
    findTopicsOfPlace(ctx, place.id),
    findMeetings(ctx, { place: place.slug, stands: true, limit: 4 }),
    firstToCome(6, ctx.now, (part) =>
      findEvents(ctx, { place: place.slug, from, to: plusDays(from, 13), ...part }),
    ),
    findOpenOpportunities(ctx, { place: place.slug, limit: 4 }),
  ]);
  return { place, places, groups, topics, meetings, events, from, opportunities: open.opportunities };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: titleFor(data?.place.name) }];

export default function Place() {
  const { place, places, groups, topics } = useLoaderData<typeof loader>();
  const network = groups.find(({ kind }) => kind === "place-network");
  return (
    <>
      <PageHeading
        title={place.name}
        lead={<p>{place.summary}</p>}
        breadcrumbs={[{ label: "Places", href: paths.places() }]}
      />
      <WithAside aside={<Aside />}>
        <Section title="Find support here">
          <PlaceTopics topics={topics} place={place} />
        </Section>
        <WhatsOnHere />
        <MeetingsHere />
        <OpportunitiesHere />
        <Section title="Who plans together here">
          <PlaceGroups groups={groups} />
        </Section>
        {network && (
          <Section title="What the network does">
            <NetworkFunctions network={network.slug} place={place.slug} />
          </Section>
        )}
      </WithAside>
      <Section title="The other places">
        <PlaceMap places={places} current={place.slug} />
      </Section>
    </>
  );
}

function Aside() {
  const { place } = useLoaderData<typeof loader>();
  return (
    <>
      <h2 className="govuk-heading-m">Districts</h2>
      <ul className="govuk-list">
        {place.districts.map(({ slug, name }) => (
          <li key={slug}>{name}</li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">In your calendar</h2>
      <Subscribe
        href={paths.subscribe(`places/${place.slug}`)}
        what={`meetings and events in ${place.name}`}
      />
    </>
  );
}

function WhatsOnHere() {
  const { place, events, from } = useLoaderData<typeof loader>();
  return (
    <Section title="What’s on next">
      {events.length === 0 && <p className="govuk-body">Nothing is listed for the next two weeks.</p>}
      <EventDays events={events} from={from} level={3} />
      <p className="govuk-body">
        <a href={paths.whatsOn({ place: place.slug })}>Everything that’s on in {place.name}</a>
      </p>
    </Section>
  );
}

function MeetingsHere() {
  const { place, meetings } = useLoaderData<typeof loader>();
  return (
    <Section title="Next meetings">
      {meetings.length === 0 && <p className="govuk-body">No meeting is announced yet.</p>}
      <CardList>
        {meetings.map((meeting) => (
          <MeetingCard meeting={meeting} key={meeting.id} />
        ))}
      </CardList>
      <p className="govuk-body">
        <a href={paths.meetings({ place: place.slug })}>All meetings in {place.name}</a>
      </p>
    </Section>
  );
}

function OpportunitiesHere() {
  const { place, opportunities } = useLoaderData<typeof loader>();
  if (opportunities.length === 0) return null;
  return (
    <Section title="Opportunities">
      <CardList>
        {opportunities.map((opportunity) => (
          <OpportunityCard opportunity={opportunity} key={opportunity.slug} />
        ))}
      </CardList>
      <p className="govuk-body">
        <a href={paths.opportunities({ place: place.slug })}>All opportunities in {place.name}</a>
      </p>
    </Section>
  );
}
