import type { Letter, Piece } from "#app/domain/mail/letter.ts";
import type { MeetingNews } from "#app/domain/meetings/calendar/meeting-news.ts";
import { whenInWords } from "#app/domain/meetings/when-in-words.ts";
import { paths } from "#app/paths.ts";

/** What of a meeting is told by mail: a new one, or other words about it, are not worth a mail. */
export type ToldNews = Exclude<MeetingNews["what"], "new" | "details"> | "left";

interface WhenAndWhere {
  heldOn: string;
  startsAt: Date | null;
  endsAt: Date | null;
  location: string;
}

export interface ToldMeeting extends WhenAndWhere {
  id: string;
  title: string;
  /** Names of its groups. */
  bodies: string[];
  what: ToldNews;
  /** Where and when it was to be. */
  before: Omit<WhenAndWhere, "endsAt"> | null;
}

/** Why somebody is told: they follow a group, or raised something that the meeting was to hear. */
export interface Why {
  groups: string[];
  raisedAnItem: boolean;
}

const subjects: Record<ToldNews, string> = {
  moved: "Moved",
  "called off": "Cancelled",
  withdrawn: "Withdrawn",
  "on again": "On again",
  left: "No longer with your group",
};

/** So many are told of one by one; more of a long series are counted. */
const MOST = 12;

/** All that one run of a calendar changed about the meetings that somebody follows: one mail. */
export function meetingNews(meetings: readonly ToldMeeting[], why: Why): Letter {
  const [first] = meetings;
  const shown = meetings.slice(0, MOST);
  const left = meetings.length - shown.length;
  const rest = left > 0 ? [`And ${left} more, which the group’s page lists.`] : [];
  return {
    kind: "meeting news",
    subject: first && meetings.length === 1 ? subjectOf(first) : `${meetings.length} meetings have changed`,
    body: [...shown.flatMap((meeting) => piecesOf(meeting, meetings.length > 1)), ...rest],
    ...(first && meetings.length === 1
      ? { action: { label: "See this meeting", path: paths.meeting(first.id) } }
      : {}),
    reason: reasonOf(why),
    stop: { label: "Stop or change these mails", path: paths.following() },
  };
}

function subjectOf(meeting: ToldMeeting): string {
  return `${subjects[meeting.what]}: ${meeting.title}, ${whenInWords({ ...meeting, endsAt: null })}`;
}

function piecesOf(meeting: ToldMeeting, isOneOfMany: boolean): Piece[] {
  const words = wordsOf(meeting);
  if (!isOneOfMany) return [words];
  return [words, { link: { label: `See ${meeting.title}`, path: paths.meeting(meeting.id) } }];
}

function wordsOf(meeting: ToldMeeting): string {
  const { what, before, bodies, title } = meeting;
  const named = bodies.includes(title) ? title : `${title} (${bodies.join(" and ")})`;
  const now = placed(whenInWords(meeting), meeting.location);
  if (what === "called off") return `${named} on ${whenInWords(meeting)} is cancelled.`;
  if (what === "withdrawn")
    return `${named} on ${whenInWords(meeting)} is no longer in the organiser’s calendar, so do not count on it.`;
  if (what === "left")
    return `${title} on ${whenInWords(meeting)} is no longer a meeting of the group you follow. It is held by ${bodies.join(" and ")}.`;
  if (what === "on again") return `${named} will be held after all: ${now}.`;
  return `${named} has moved. ${movedWords(meeting, before)}`;
}

function movedWords(meeting: ToldMeeting, before: ToldMeeting["before"]): string {
  const now = whenInWords(meeting);
  if (!before) return `It is now on ${placed(now, meeting.location)}.`;
  const was = whenInWords({ ...before, endsAt: null });
  const isSameTime = before.startsAt?.getTime() === meeting.startsAt?.getTime();
  if (isSameTime && !meeting.location)
    return `It is still on ${now}, but no longer at ${before.location}: where it is to be is not said yet.`;
  if (isSameTime)
    return `It is still on ${now}, but now at ${meeting.location}${before.location ? ` instead of ${before.location}` : ""}.`;
  const place = meeting.location !== before.location ? meeting.location : "";
  return `It was to be on ${was}. It is now on ${placed(now, place)}.`;
}

const placed = (when: string, location: string): string => (location ? `${when}, at ${location}` : when);

function reasonOf({ groups, raisedAnItem }: Why): string {
  const because = [
    ...(groups.length > 0 ? [`you follow ${groups.join(" and ")}`] : []),
    ...(raisedAnItem ? ["you raised an item for it"] : []),
  ];
  return `You get this mail because ${because.join(", and ")}.`;
}
