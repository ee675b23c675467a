import { londonTime } from "#app/domain/london-day.ts";
import type { Meeting } from "#app/domain/meetings/find.server.ts";
import { formatDate, formatTime, londonDay } from "#app/ui/kit/dates/date-time.ts";
import { Inset } from "#app/ui/kit/show/notice.tsx";
import type { MeetingState } from "#db/vocabulary.ts";

type Changed = Pick<Meeting, "status" | "movedFrom" | "start">;

/**
 * "Moved from Tuesday 5 May 2026, 10am"; within one day the time alone. Whole days begin at midnight, which is no
 * time that anybody came at. Null for what did not move, or is off.
 */
export function movedInWords({ status, movedFrom, start }: Changed): string | null {
  if (!movedFrom || status in OFF) return null;
  const wasDay = londonTime(new Date(movedFrom)) === "00:00";
  if (start && londonDay(start) === londonDay(movedFrom))
    return wasDay ? "Its time was not said before" : `Moved from ${formatTime(movedFrom)}`;
  return `Moved from ${formatDate(movedFrom)}${wasDay ? "" : `, ${formatTime(movedFrom)}`}`;
}

const OFF: Partial<Record<MeetingState, string>> = {
  cancelled: "This meeting is cancelled. It will not be held on this day.",
  withdrawn: "The organiser took this meeting out of its calendar. Do not count on it being held.",
  postponed: "This meeting is postponed. It will not be held on this day.",
};

const PROVISIONAL =
  "This meeting is provisional: it may still move. It takes no items for its agenda until the date is confirmed.";

/** What whoever was going must know before all else: on top of a meeting and of its agenda. */
export function MeetingChange({ meeting }: { meeting: Changed }) {
  const moved = movedInWords(meeting);
  const words = OFF[meeting.status] ?? (meeting.status === "tentative" ? PROVISIONAL : null);
  if (!words && !moved) return null;
  return (
    <Inset>
      {moved && <p className="govuk-body">{moved}.</p>}
      {words && <p className="govuk-body">{words}</p>}
    </Inset>
  );
}
