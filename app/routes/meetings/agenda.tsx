import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findAgenda } from "#app/domain/meetings/agenda/find-agenda.server.ts";
import { findMeeting } from "#app/domain/meetings/find.server.ts";
import { visitor } from "#app/http/gates.server.ts";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/ui/kit/dates/date-time.ts";
import { PageHeading } from "#app/ui/kit/frame/page.tsx";
import { titleFor } from "#app/ui/kit/frame/title.ts";
import { Inset } from "#app/ui/kit/show/notice.tsx";
import { AgendaList } from "#app/ui/meetings/agenda-list.tsx";
import { MeetingChange } from "#app/ui/meetings/meeting-change.tsx";
import { MeetingFacts } from "#app/ui/meetings/meeting-facts.tsx";

export const loader = visitor(async (ctx, { params }) => {
  const meeting = await findMeeting(ctx, params.id ?? "");
  return { meeting, agenda: await findAgenda(ctx, meeting) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: titleFor(data && `Agenda: ${data.meeting.title}, ${formatDay(data.meeting.heldOn)}`) },
];

/** The page that is printed: who, when, where and the items, nothing else. */
export default function Agenda() {
  const { meeting, agenda } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading
        title={`Agenda: ${meeting.title}`}
        caption={meeting.agendaState === "draft" ? "Draft" : undefined}
        breadcrumbs={[
          { label: "Meetings", href: paths.meetings() },
          { label: formatDay(meeting.heldOn), href: paths.meeting(meeting.id) },
        ]}
      />
      <MeetingChange meeting={meeting} />
      <MeetingFacts meeting={meeting} />
      {agenda.length > 0 ? (
        <AgendaList items={agenda} />
      ) : (
        <p className="govuk-body">There is no published agenda for this meeting yet.</p>
      )}
      {meeting.isPublic && (
        <p className="govuk-body no-print">
          <a className="govuk-link" href={paths.subscribe(`meetings/${meeting.id}`)}>
            Add this meeting to my calendar
          </a>
        </p>
      )}
      <Inset>
        If you need this agenda in large print, audio, Braille, an alternative format or a different language,
        ask the group’s secretariat. Its page, linked above, says how to get in touch.
      </Inset>
    </>
  );
}
