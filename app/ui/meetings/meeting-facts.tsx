import type { Meeting } from "#app/domain/meetings/find.server.ts";
import { isOn } from "#app/domain/meetings/policy.ts";
import { paths } from "#app/paths.ts";
import { formatDate, formatTime } from "#app/ui/kit/dates/date-time.ts";
import { EndNotGiven } from "#app/ui/kit/dates/time.tsx";
import { Prose } from "#app/ui/kit/show/prose.tsx";
import { SummaryList } from "#app/ui/kit/show/summary-list.tsx";
import { meetingStates } from "#db/vocabulary.ts";
import { MeetingTime } from "./meeting-card.tsx";

/** Who meets, when, where and how to join: the head of a meeting and of its agenda. */
export function MeetingFacts({ meeting }: { meeting: Meeting }) {
  const isUsual = meeting.status === "planned" || meeting.status === "held";
  return (
    <SummaryList
      rows={[
        { key: "Status", value: isUsual ? null : meetingStates[meeting.status] },
        { key: "Date", value: <time dateTime={meeting.heldOn}>{formatDate(meeting.heldOn)}</time> },
        { key: "Time", value: <MeetingTimeWithLink meeting={meeting} /> },
        { key: "Ended", value: meeting.endedAt && formatTime(meeting.endedAt) },
        { key: "Place", value: meeting.location },
        {
          key: "Online",
          value: meeting.onlineUrl && isOn(meeting) && (
            <a className="govuk-link" href={meeting.onlineUrl} rel="nofollow">
              Join or watch online
            </a>
          ),
        },
        { key: "Getting in", value: meeting.accessNotes && <Prose text={meeting.accessNotes} /> },
        { key: meeting.groups.length > 1 ? "Bodies" : "Group", value: <Bodies meeting={meeting} /> },
      ]}
    />
  );
}

function MeetingTimeWithLink({ meeting }: { meeting: Meeting }) {
  const { start, end, endedAt, onRiseOf } = meeting;
  if (start || !onRiseOf) {
    return (
      <>
        <MeetingTime meeting={meeting} />
        {start && !end && !endedAt && <EndNotGiven />}
      </>
    );
  }
  return (
    <>
      On rise of{" "}
      <a className="govuk-link" href={paths.meeting(onRiseOf.id)}>
        {onRiseOf.title}
      </a>
    </>
  );
}

function Bodies({ meeting }: { meeting: Meeting }) {
  return (
    <>
      {meeting.groups.map(({ slug, name, abbreviation }) => (
        <div key={slug}>
          <a className="govuk-link" href={paths.group(slug)}>
            {name}
          </a>
          {abbreviation && ` (${abbreviation})`}
        </div>
      ))}
    </>
  );
}
