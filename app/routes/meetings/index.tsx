import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findFeedSubject } from "#app/domain/meetings/calendar/feeds/find-subject.server.ts";
import { findMeetings } from "#app/domain/meetings/find.server.ts";
import { MeetingQuery } from "#app/domain/meetings/inputs.ts";
import { findPlaces } from "#app/domain/places/find.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { readQuery } from "#app/http/query.server.ts";
import { paths } from "#app/paths.ts";
import { Subscribe } from "#app/ui/events/subscribe.tsx";
import { SelectField } from "#app/ui/kit/forms/choice.tsx";
import { DateField } from "#app/ui/kit/forms/field.tsx";
import { Filters } from "#app/ui/kit/forms/filters.tsx";
import { PageHeading, WithAside } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { CardList } from "#app/ui/kit/show/card.tsx";
import { Empty } from "#app/ui/kit/show/empty.tsx";
import { MeetingCard } from "#app/ui/meetings/meeting-card.tsx";

const PER_PAGE = 25;

export const loader = visitor(async (ctx, { url }) => {
  const query = readQuery(url, MeetingQuery);
  const { group, place, from, to, page } = query;
  const filter = { group, place, from, to, limit: PER_PAGE + 1, offset: (page - 1) * PER_PAGE };
  const feedOf = group ? `groups/${group}` : place && `places/${place}`;
  const [meetings, places, feed] = await Promise.all([
    findMeetings(ctx, filter),
    findPlaces(ctx),
    feedOf ? findFeedSubject(ctx, feedOf, {}) : null,
  ]);
  const inCalendar = feed && feedOf ? { to: feedOf, name: feed.name } : null;
  const shown = meetings.slice(0, PER_PAGE);
  return { query, places, inCalendar, meetings: shown, hasNext: meetings.length > PER_PAGE };
});

export const meta: MetaFunction = () => [{ title: titleFor("Meetings") }];

export default function Meetings() {
  const { query, places, inCalendar, meetings, hasNext } = useLoaderData<typeof loader>();
  const { page, ...kept } = query;
  return (
    <>
      <PageHeading
        title="Meetings"
        caption={query.group && inCalendar?.name}
        lead="When the networks, boards and partnerships meet, and what is on their agendas."
      />
      <WithAside asideFirst aside={<MeetingFilters query={query} places={places} />}>
        {meetings.length === 0 && (
          <Empty title="No meetings found">
            <p className="govuk-body">Try another place, or an earlier date.</p>
          </Empty>
        )}
        <CardList>
          {meetings.map((meeting) => (
            <MeetingCard meeting={meeting} level={2} key={meeting.id} />
          ))}
        </CardList>
        {(page > 1 || hasNext) && (
          <nav aria-label="Pages of meetings" className="govuk-body">
            {page > 1 && <a href={paths.meetings({ ...kept, page: page - 1 })}>← Earlier meetings</a>}{" "}
            {hasNext && <a href={paths.meetings({ ...kept, page: page + 1 })}>Later meetings →</a>}
          </nav>
        )}
        <InMyCalendar />
      </WithAside>
    </>
  );
}

/** The calendar of what is shown; where there is none, how to come to one. */
function InMyCalendar() {
  const { query, inCalendar } = useLoaderData<typeof loader>();
  if (inCalendar)
    return (
      <Subscribe
        href={paths.subscribe(inCalendar.to)}
        what={query.group ? `meetings of ${inCalendar.name}` : inCalendar.name}
      />
    );
  return (
    <p className="govuk-body no-print">
      <a className="govuk-link" href={paths.subscribe("mine")}>
        Add to my calendar
      </a>{" "}
      the meetings of every group that you sit on, once you have signed in. To have those of one place or one
      group, choose the place here or open the group’s page.
    </p>
  );
}

interface FilterProps {
  query: { group?: string | undefined; place?: string | undefined; from?: string | undefined };
  places: { slug: string; name: string }[];
}

function MeetingFilters({ query, places }: FilterProps) {
  const active = [query.place, query.from, query.group].filter(Boolean).length;
  return (
    <Filters action={paths.meetings()} active={active} keep={{ group: query.group }}>
      <SelectField
        name="place"
        label="Place"
        value={query.place}
        blank="Everywhere"
        choices={places.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <DateField name="from" label="From" value={query.from} />
    </Filters>
  );
}
