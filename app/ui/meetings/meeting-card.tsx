import type { Meeting } from "#app/domain/meetings/find.server.ts";
import { isWholeDays } from "#app/domain/meetings/whole-days.ts";
import { paths } from "#app/paths.ts";
import { formatDate, formatTime, formatTimeRange, londonDay } from "#app/ui/kit/dates/date-time.ts";
import { DateBlock } from "#app/ui/kit/dates/time.tsx";
import { Card, CardFacts } from "#app/ui/kit/show/card.tsx";
import { Tag } from "#app/ui/kit/show/tag.tsx";
import { agendaStates, meetingStates } from "#db/vocabulary.ts";
import { movedInWords } from "./meeting-change.tsx";

/** A meeting in a list. Stands inside a `CardList`. */
export function MeetingCard({ meeting, level = 3 }: { meeting: Meeting; level?: 2 | 3 | 4 }) {
  const { id, title, heldOn } = meeting;
  const bodies = meeting.groups.map(({ name }) => name).join(" and ");
  return (
    <Card
      title={title}
      href={paths.meeting(id)}
      level={level}
      caption={bodies === title ? undefined : bodies}
      leaf={<DateBlock at={heldOn} showYear />}
    >
      <CardFacts
        facts={[
          <MeetingTime meeting={meeting} key="time" />,
          placeOf(meeting),
          tagOf(meeting),
          movedInWords(meeting),
        ]}
      />
    </Card>
  );
}

/** "9.30am to 12.30pm", or on whose rise it starts. */
export function MeetingTime({ meeting }: { meeting: Meeting }) {
  if (meeting.start) {
    const words = meeting.end ? formatTimeRange(meeting.start, meeting.end) : formatTime(meeting.start);
    if (isAllDay(meeting)) return <AllDay meeting={meeting} />;
    return <time dateTime={meeting.start}>{words}</time>;
  }
  return <>on rise of {meeting.onRiseOf?.title ?? "another meeting"}</>;
}

const isAllDay = ({ start, end }: Meeting) =>
  isWholeDays(start ? new Date(start) : null, end ? new Date(end) : null);

function AllDay({ meeting: { start, end } }: { meeting: Meeting }) {
  const last = new Date(Date.parse(end ?? start ?? "") - 1);
  const isOneDay = start !== null && londonDay(start) === londonDay(last);
  return <>{isOneDay ? "All day" : `All day, until ${formatDate(last)}`}</>;
}

/** What people must know at a glance: that it is off, provisional, or has its agenda. */
export function tagOf({ status, agendaState }: Meeting) {
  if (status === "cancelled" || status === "withdrawn" || status === "postponed") {
    return <Tag colour="red">{meetingStates[status]}</Tag>;
  }
  if (status === "tentative") return <Tag colour="yellow">{meetingStates[status]}</Tag>;
  if (agendaState === "published") return <Tag colour="green">{agendaStates.published}</Tag>;
  if (status === "held" || status === "inquorate") return <Tag>{meetingStates[status]}</Tag>;
  return null;
}

function placeOf({ location, onlineUrl }: Meeting): string {
  return location || (onlineUrl ? "Online" : "");
}
