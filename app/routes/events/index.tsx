import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findWeek } from "#app/domain/calendars/find-week.server.ts";
import { WhatsOnQuery } from "#app/domain/calendars/inputs.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { findPlaces } from "#app/domain/places/find.server.ts";
import { findTopics } from "#app/domain/services/find-topics.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { readQuery } from "#app/http/query.server.ts";
import { paths } from "#app/paths.ts";
import { EventDays } from "#app/ui/events/event-days.tsx";
import { Subscribe } from "#app/ui/events/subscribe.tsx";
import { WeekTurns } from "#app/ui/events/week-turns.tsx";
import { WhatsOnFilters } from "#app/ui/events/whats-on-filters.tsx";
import { formatDate } from "#app/ui/kit/dates/date-time.ts";
import { PageHeading, WithAside } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Empty } from "#app/ui/kit/show/empty.tsx";

export const loader = visitor(async (ctx, { url }) => {
  const query = readQuery(url, WhatsOnQuery);
  const [places, topics, week] = await Promise.all([findPlaces(ctx), findTopics(ctx), findWeek(ctx, query)]);
  return {
    query,
    isFromSet: week.from !== londonDay(ctx.now),
    places,
    topics,
    week,
    now: ctx.now.toISOString(),
  };
});

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("What’s on") }];

export default function WhatsOn() {
  const { query, isFromSet, places, topics, week, now } = useLoaderData<typeof loader>();
  const { page, place, topic } = query;
  const filter = { place, topic };
  const { from, to, events, later } = week;
  return (
    <>
      <PageHeading
        title="What’s on"
        lead={<p>Groups, activities and events near you, put on by charities and community groups.</p>}
      />
      <WithAside
        asideFirst
        aside={
          <WhatsOnFilters {...filter} from={from} isFromSet={isFromSet} places={places} topics={topics} />
        }
      >
        <p className="govuk-body-l">
          {formatDate(from)} to {formatDate(to)}
        </p>
        {events.length === 0 && <NothingOn filter={filter} later={later} />}
        <EventDays events={events} from={from} now={now} />
        <WeekTurns week={week} page={page} filter={filter} />
        <Subscribe href={paths.subscribe("whats-on", filter)} what="what’s on, by these filters" />
        <p className="govuk-body">
          Networks, boards and partnerships meet in public too:{" "}
          <a href={paths.meetings({ place })}>see their meetings</a>.
        </p>
      </WithAside>
    </>
  );
}

interface NothingOnProps {
  filter: { place?: string | undefined; topic?: string | undefined };
  later: string | null;
}

function NothingOn({ filter, later }: NothingOnProps) {
  return (
    <Empty title="Nothing is listed for these days">
      {later && (
        <p className="govuk-body">
          The next is on <a href={paths.whatsOn({ ...filter, from: later })}>{formatDate(later)}</a>.
        </p>
      )}
      <p className="govuk-body">
        You can also <a href={paths.search()}>look for regular support</a>.
      </p>
    </Empty>
  );
}
