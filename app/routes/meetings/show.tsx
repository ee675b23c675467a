import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isOn } from "#app/domain/meetings/policy.ts";
import { showMeeting } from "#app/domain/meetings/show-meeting.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { formatClock, formatDate, formatDay } from "#app/ui/kit/dates/date-time.ts";
import { ButtonGroup, LinkButton } from "#app/ui/kit/forms/button.tsx";
import { PageHeading, Section } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Done, Inset } from "#app/ui/kit/show/notice.tsx";
import { AgendaList } from "#app/ui/meetings/agenda-list.tsx";
import { AttendanceLine } from "#app/ui/meetings/attendance-line.tsx";
import { Clashes } from "#app/ui/meetings/clashes.tsx";
import { ItemState } from "#app/ui/meetings/item-state.tsx";
import { tagOf } from "#app/ui/meetings/meeting-card.tsx";
import { MeetingChange } from "#app/ui/meetings/meeting-change.tsx";
import { MeetingFacts } from "#app/ui/meetings/meeting-facts.tsx";

export const loader = visitor(async (ctx, { params, url }) => {
  const shown = await showMeeting(ctx, params.id ?? "");
  return {
    ...shown,
    isSignedIn: ctx.actor.kind === "person",
    justPublished: url.searchParams.get("did") === "publish" && shown.meeting.agendaState === "published",
  };
});

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data && `${data.meeting.title}, ${formatDay(data.meeting.heldOn)}`) },
];

export default function ShowMeeting() {
  const shown = useLoaderData<typeof loader>();
  const { meeting, may } = shown;
  const [body] = meeting.groups;
  return (
    <>
      <PageHeading
        title={meeting.title}
        caption={formatDate(meeting.heldOn)}
        breadcrumbs={[
          { label: "Groups", href: paths.groups() },
          ...(body ? [{ label: body.name, href: paths.group(body.slug) }] : []),
        ]}
      >
        {tagOf(meeting)}
      </PageHeading>
      {shown.justPublished && <Done>The agenda is published.</Done>}
      <MeetingChange meeting={meeting} />
      <Clashes clashes={shown.clashes} />
      <MeetingFacts meeting={meeting} />
      {shown.attendance && <AttendanceLine meetingId={meeting.id} attendance={shown.attendance} />}
      <ButtonGroup>
        {may.raiseItem && <LinkButton href={paths.raiseItem(meeting.id)}>Raise an item</LinkButton>}
        {meeting.isPublic && isOn(meeting) && (
          <a className="govuk-link" href={paths.subscribe(`meetings/${meeting.id}`)}>
            Add to my calendar
          </a>
        )}
        {shown.agenda.length > 0 && (
          <a className="govuk-link" href={paths.agenda(meeting.id)}>
            Agenda to print
          </a>
        )}
        {body && (
          <a className="govuk-link" href={paths.followGroup(body.slug)}>
            Hear when its meetings move
          </a>
        )}
      </ButtonGroup>
      <Agenda shown={shown} />
      {(may.raiseItem || shown.items.length > 0) && <Raised shown={shown} />}
    </>
  );
}

function Agenda({ shown }: { shown: Shown }) {
  const { meeting, agenda, deadlines } = shown;
  const isDraft = meeting.agendaState === "draft";
  return (
    <Section title={isDraft ? "Draft agenda" : "Agenda"} id="agenda">
      {agenda.length === 0 && <NoAgenda shown={shown} />}
      {agenda.length > 0 && isDraft && (
        <Inset>
          A draft, seen only by people who are signed in.
          {deadlines && <> {untilWhen(deadlines)}</>}
        </Inset>
      )}
      {agenda.length > 0 && <AgendaList items={agenda} />}
      {shown.may.publishAgenda && (
        <LinkButton href={paths.publishAgenda(meeting.id)}>Publish this agenda</LinkButton>
      )}
    </Section>
  );
}

/** A meeting that moved nearer may have left its own deadline behind. */
function untilWhen({ papersOn, isPast }: NonNullable<Shown["deadlines"]>): string {
  const day = formatDate(papersOn);
  if (isPast) return `Its papers were due on ${day}: what comes now goes to the next meeting.`;
  return `Items can come until ${day}, when papers go out.`;
}

function NoAgenda({ shown: { meeting, deadlines, isSignedIn } }: { shown: Shown }) {
  if (!deadlines && (meeting.status === "tentative" || !isOn(meeting)))
    return <p className="govuk-body">No agenda is being drafted for this meeting.</p>;
  if (!deadlines) return <p className="govuk-body">No agenda was published here for this meeting.</p>;
  return (
    <p className="govuk-body">
      {meeting.agendaState === "draft" ? "The agenda is being drafted." : "There is no agenda yet."} It{" "}
      {deadlines.isPast ? "was" : "is"} to be published by{" "}
      <time dateTime={deadlines.papersOn}>{formatDate(deadlines.papersOn)}</time>.
      {deadlines.takesQuestions &&
        ` Questions from the public are to be in by ${formatClock(deadlines.questionsBy)} on ${formatDate(deadlines.questionsOn)}.`}
      {meeting.agendaState === "draft" &&
        !isSignedIn &&
        " Members and partners can sign in to see the draft."}
    </p>
  );
}

function Raised({ shown: { items, meeting, may } }: { shown: Shown }) {
  return (
    <Section title="Items raised at this meeting" id="items">
      {items.length === 0 && <p className="govuk-body">Nothing has been raised yet.</p>}
      {items.length > 0 && (
        <ul className="agenda">
          {items.map((item) => (
            <li className="agenda__item" key={item.id}>
              <span className="agenda__number" aria-hidden="true">
                –
              </span>
              <a className="govuk-link agenda__title" href={paths.raisedItem(item.id)}>
                {item.title}
              </a>
              <p className="agenda__facts">
                <ItemState item={item} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {may.raiseItem && items.length > 0 && (
        <a className="govuk-link" href={paths.raiseItem(meeting.id)}>
          Raise another item
        </a>
      )}
    </Section>
  );
}
