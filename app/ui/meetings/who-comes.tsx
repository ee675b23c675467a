import type { Attendance } from "#app/domain/meetings/attendance/find-attendance.server.ts";
import { formatDateTime } from "#app/ui/kit/dates/date-time.ts";
import { Table } from "#app/ui/kit/show/table.tsx";
import { Tag } from "#app/ui/kit/show/tag.tsx";
import { attendanceAnswers } from "#db/vocabulary-diary.ts";

/** Who said what, for those who run the group. */
export function WhoComes({ people }: { people: NonNullable<Attendance["people"]> }) {
  if (people.length === 0) return <p className="govuk-body">Nobody has answered yet.</p>;
  return (
    <Table
      caption="Answers by name"
      captionHidden
      columns={["Name", "Answer", "What they added", "Said"]}
      rows={people.map((person, place) => ({
        key: `${place} ${person.name}`,
        cells: [
          <Words text={person.name} key="name" />,
          <Answer person={person} key="answer" />,
          <Words text={person.comment || "–"} key="comment" />,
          saidAt(person),
        ],
      }))}
    />
  );
}

type SomebodyWhoAnswered = NonNullable<Attendance["people"]>[number];

function Answer({ person: { answer, isOld } }: { person: SomebodyWhoAnswered }) {
  return (
    <>
      {attendanceAnswers[answer]} {isOld && <Tag colour="yellow">said before it moved</Tag>}
    </>
  );
}

/** Somebody's own words may be one long one. */
const Words = ({ text }: { text: string }) => <span className="anywhere">{text}</span>;

const saidAt = ({ answeredAt }: SomebodyWhoAnswered) => formatDateTime(answeredAt);
