import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findCalendarsOf } from "#app/domain/calendars/keeping/find-mine.server.ts";
import {
  findKeptEvents,
  type KeptDate,
  type KeptEventLine,
} from "#app/domain/calendars/typed/find-typed-events.server.ts";
import { signedIn } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { OwnersCalendars } from "#app/ui/calendars/owners-calendars.tsx";
import { EventTag } from "#app/ui/events/event-tag.tsx";
import { EventTime } from "#app/ui/events/event-time.tsx";
import { LinkButton } from "#app/ui/kit/forms/button.tsx";
import { KeeperLinks } from "#app/ui/kit/forms/keeper-links.tsx";
import { Measure, PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { CardList } from "#app/ui/kit/show/card.tsx";
import { Empty } from "#app/ui/kit/show/empty.tsx";
import { Done } from "#app/ui/kit/show/notice.tsx";
import { Tag } from "#app/ui/kit/show/tag.tsx";

export const loader = signedIn(async (ctx, { params, url }) => {
  const kept = await findKeptEvents(ctx, params.slug ?? "");
  const owner = { noun: "organisation", id: kept.organisation.id } as const;
  return { ...kept, calendars: await findCalendarsOf(ctx, owner), did: url.searchParams.get("did") };
});

export const meta: MetaFunction<typeof loader> = () => [{ title: titleFor("Your events") }];

const done: Record<string, string> = {
  add: "The event is added. Everybody can see it.",
  edit: "The event is saved. Its dates to come follow.",
  cancel: "That date is called off. It stays in the lists, and says so.",
  reinstate: "That date takes place after all.",
  archive: "The event was taken down. You can put it back.",
  restore: "The event is back.",
};

export default function KeptEvents() {
  const { organisation, events, calendars, did } = useLoaderData<typeof loader>();
  const said = did ? done[did] : undefined;
  return (
    <Measure>
      {said && <Done>{said}</Done>}
      <PageHeading
        title="Your events"
        caption={organisation.name}
        breadcrumbs={[{ label: organisation.name, href: paths.organisation(organisation.slug) }]}
        lead="What you type in here is listed under What’s on and on your page."
      />
      <LinkButton href={paths.newEvent(organisation.slug)}>Add an event</LinkButton>
      {events.length === 0 && (
        <Empty title="There are none yet">
          <p className="govuk-body">Add a single date, or one that repeats every week or month.</p>
        </Empty>
      )}
      <CardList>
        {events.map((event) => (
          <Kept event={event} key={event.id} />
        ))}
      </CardList>
      <OwnersCalendars owner={`organisations/${organisation.slug}`} calendars={calendars} />
    </Measure>
  );
}

function Kept({ event }: { event: KeptEventLine }) {
  const { title, repeats, isPublic, isPast, dates } = event;
  const [first] = dates;
  if (!first) return null;
  return (
    <li className="card">
      <div className="card__body">
        {repeats && <p className="card__caption">{repeats}</p>}
        <h2 className="card__title">{title}</h2>
        {!isPublic && (
          <p>
            <Tag>Taken down</Tag> Nobody else can see it.
          </p>
        )}
        {isPast && <p>It is over. To hold it again, add it with a new date.</p>}
        <ul className="govuk-list govuk-list--spaced">
          {dates.map((date) => (
            <DateLine date={date} title={title} isOpen={isPublic && !isPast} key={date.id} />
          ))}
        </ul>
        <KeeperLinks links={linksOf(first.id, isPublic)} about={title} />
      </div>
    </li>
  );
}

function DateLine({ date, title, isOpen }: { date: KeptDate; title: string; isOpen: boolean }) {
  const isOff = date.status === "cancelled";
  const href = isOff ? paths.reinstateEventDate(date.id) : paths.cancelEventDate(date.id);
  const time = <EventTime happening={date} />;
  return (
    <li>
      {isOff ? <s>{time}</s> : time} <EventTag status={date.status} />{" "}
      {isOpen && (
        <a className="govuk-link" href={href}>
          {isOff ? "Hold it after all" : "Call it off"}
          <span className="govuk-visually-hidden">
            : {title}, <EventTime happening={date} />
          </span>
        </a>
      )}
    </li>
  );
}

function linksOf(dateId: string, isPublic: boolean) {
  if (!isPublic) return [{ label: "Put back", href: paths.restoreEvent(dateId) }];
  return [
    { label: "Change it", href: paths.editEvent(dateId) },
    { label: "See its page", href: paths.event(dateId) },
    { label: "Take down", href: paths.archiveEvent(dateId) },
  ];
}
