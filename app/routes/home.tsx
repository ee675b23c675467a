import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findEvents } from "#app/domain/calendars/find-events.server.ts";
import { plusDays } from "#app/domain/calendars/inputs.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { findMeetings } from "#app/domain/meetings/find.server.ts";
import { findPlaces, type PlaceSummary } from "#app/domain/places/find.server.ts";
import { findTopics, type TopicLink } from "#app/domain/services/find-topics.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { EventDays } from "#app/ui/events/event-days.tsx";
import { firstToCome } from "#app/ui/events/first-to-come.ts";
import { Horizon } from "#app/ui/kit/frame/horizon.tsx";
import { Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { CardList } from "#app/ui/kit/show/card.tsx";
import { MeetingCard } from "#app/ui/meetings/meeting-card.tsx";
import { PlaceMap } from "#app/ui/places/place-map.tsx";
import { SearchForm } from "#app/ui/search/search-form.tsx";
import { TopicLinks } from "#app/ui/search/topic-links.tsx";

export const loader = visitor(async (ctx) => {
  const today = londonDay(ctx.now);
  const [topics, places, events, meetings] = await Promise.all([
    findTopics(ctx),
    findPlaces(ctx),
    firstToCome(5, ctx.now, (part) => findEvents(ctx, { from: today, to: plusDays(today, 6), ...part })),
    findMeetings(ctx, { stands: true, limit: 4 }),
  ]);
  return { today, topics, places: places.map(introduced), events, meetings };
});

/** The first sentence of what is said about a place names the towns in it; the rest is for its own page. */
function introduced({ slug, name, summary }: PlaceSummary) {
  return { slug, name, summary: /^.*?[.](?=\s|$)/.exec(summary)?.[0] ?? summary };
}

export const meta: MetaFunction = () => [
  { title: titleFor() },
  {
    name: "description",
    content:
      "Find support, activities and people to turn to in Norfolk and Waveney, and see how decisions are made.",
  },
];

export default function Home() {
  const { today, topics, places, events, meetings } = useLoaderData<typeof loader>();
  return (
    <>
      <Welcome topics={topics} />
      <Section title="Your part of Norfolk and Waveney">
        <PlaceMap places={places} />
      </Section>
      <div className="home-columns">
        <Section title="What’s on">
          {events.length === 0 && <p className="govuk-body">Nothing is listed for the coming days.</p>}
          <EventDays events={events} from={today} level={3} />
          <More href={paths.whatsOn()}>Everything that’s on</More>
        </Section>
        <Section title="Next meetings">
          {meetings.length === 0 && (
            <p className="govuk-body">No meeting is announced for the coming weeks.</p>
          )}
          <CardList>
            {meetings.map((meeting) => (
              <MeetingCard meeting={meeting} key={meeting.id} />
            ))}
          </CardList>
          <More href={paths.meetings()}>All meetings and agendas</More>
        </Section>
      </div>
      <ForPartners />
    </>
  );
}

function Welcome({ topics }: { topics: readonly TopicLink[] }) {
  return (
    <div className="full-bleed welcome">
      <div className="welcome__words">
        <h1 className="welcome__title">Help and good company, close to home</h1>
        <p className="welcome__lead">
          Charities, clubs and neighbours in Norfolk and Waveney are there for you. Tell us what you need in
          your own words.
        </p>
      </div>
      <SearchForm q="" near="" />
      {topics.length > 0 && <Topics topics={topics} />}
      <Horizon />
    </div>
  );
}

function Topics({ topics }: { topics: readonly TopicLink[] }) {
  return (
    <nav className="welcome__topics" aria-labelledby="topics">
      <h2 className="govuk-heading-s" id="topics">
        People often look for
      </h2>
      <TopicLinks topics={topics} />
    </nav>
  );
}

function More({ href, children }: { href: string; children: string }) {
  return (
    <p className="govuk-body">
      <a className="govuk-link more" href={href}>
        {children}
      </a>
    </p>
  );
}

const WAYS = [
  {
    title: "Your organisation",
    words: "Register once, without an account, and be found by the people you are there for.",
    href: paths.register(),
  },
  {
    title: "Place networks and forums",
    words: "Bring your calendar, gather items, and send them to your board in time.",
    href: paths.groups(),
  },
  {
    title: "Boards and partnerships",
    words: "Start from a drafted agenda, with the voice of the sector already in it.",
    href: paths.meetings(),
  },
];

function ForPartners() {
  return (
    <div className="full-bleed partners">
      <h2 className="govuk-heading-l">For those who make it happen</h2>
      <div className="partners__ways">
        {WAYS.map(({ title, words, href }) => (
          <div key={href}>
            <h3 className="govuk-heading-m">
              <a className="govuk-link" href={href}>
                {title}
              </a>
            </h3>
            <p className="govuk-body">{words}</p>
          </div>
        ))}
      </div>
    </div>
  );
}
