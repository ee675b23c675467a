import type { Meeting } from "#app/domain/meetings/find.server.ts";
import { paths } from "#app/paths.ts";
import { formatDate } from "#app/ui/kit/dates/date-time.ts";
import { MeetingTime } from "#app/ui/meetings/meeting-card.tsx";

export interface MyGroup {
  slug: string;
  name: string;
  leads: boolean;
  serves: boolean;
}

/** The next meeting of a group that one leads or serves, and what to do for it. */
export function NextMeeting({ group }: { group: MyGroup & { next: Meeting | null } }) {
  const { slug, name, next } = group;
  return (
    <>
      <h3 className="govuk-heading-s">
        <a className="govuk-link" href={paths.group(slug)}>
          {name}
        </a>
      </h3>
      {!next && <p className="govuk-body">No meeting is announced yet.</p>}
      {next && (
        <ul className="govuk-list">
          <li>
            <a className="govuk-link" href={paths.meeting(next.id)}>
              {formatDate(next.heldOn)}
            </a>
            , <MeetingTime meeting={next} />
          </li>
          <Deeds group={group} next={next} />
        </ul>
      )}
    </>
  );
}

function Deeds({ group, next }: { group: MyGroup; next: Meeting }) {
  const agenda = { none: null, draft: "Look at the draft agenda", published: "Look at the agenda" }[
    next.agendaState
  ];
  return (
    <>
      {group.leads && (
        <li>
          <a className="govuk-link" href={paths.raiseItem(next.id)}>
            Raise an item at this meeting
          </a>
        </li>
      )}
      {group.serves && agenda && (
        <li>
          <a className="govuk-link" href={paths.agenda(next.id)}>
            {agenda}
          </a>
        </li>
      )}
    </>
  );
}
