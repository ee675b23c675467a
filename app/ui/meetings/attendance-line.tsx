import type { Attendance } from "#app/domain/meetings/attendance/find-attendance.server.ts";
import { paths } from "#app/paths.ts";
import { attendanceAnswers } from "#db/vocabulary-diary.ts";

/** On a meeting's page, for those who have a part in it: what they said, how many come, and the way to say it. */
export function AttendanceLine({ meetingId, attendance }: { meetingId: string; attendance: Attendance }) {
  const { mine, counts, isInvited, takesAnswers, people } = attendance;
  const mayStillSay = isInvited && takesAnswers;
  if (!mayStillSay && !mine && !people) return null;
  return (
    <p className="govuk-body no-print">
      {mine && <>{youSaid(mine)} </>}
      {counts && <>{countsInWords(counts)} </>}
      <a className="govuk-link" href={paths.attendance(meetingId)}>
        {linkWords(attendance)}
      </a>
    </p>
  );
}

function linkWords({ mine, isInvited, takesAnswers, people }: Attendance): string {
  const also = people ? ", or see who is coming" : "";
  if (isInvited && takesAnswers)
    return `${mine ? "Change your answer" : "Say whether you are coming"}${also}`;
  return people ? "See who is coming" : "See what you said";
}

/** "You said “Coming” before it moved." */
export function youSaid({ answer, isOld }: NonNullable<Attendance["mine"]>): string {
  return `You said “${attendanceAnswers[answer]}”${isOld ? " before it moved" : ""}.`;
}

/** "4 coming, 1 perhaps, 2 not coming." */
export function countsInWords(counts: NonNullable<Attendance["counts"]>): string {
  const { accepted, tentative, declined } = counts;
  const parts = [
    `${accepted} coming`,
    ...(tentative > 0 ? [`${tentative} perhaps`] : []),
    ...(declined > 0 ? [`${declined} not coming`] : []),
  ];
  return `${parts.join(", ")}.`;
}
