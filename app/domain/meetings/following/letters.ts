import type { Letter, Piece } from "#app/domain/mail/letter.ts";
import { startInWords } from "#app/domain/meetings/when-in-words.ts";
import { paths } from "#app/paths.ts";
import { dateInWords, newsInWords, newsOfSeries, type ToldMeeting, type ToldNews } from "./news-in-words.ts";

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

/** So many series and single meetings are told of, and so many dates of each; more are counted. */
const MOST = 12;

/** All that one run of a calendar changed about the meetings that somebody follows: one mail. */
export function meetingNews(meetings: readonly ToldMeeting[], why: Why): Letter {
  const [first, ...others] = meetings;
  if (first && others.length === 0)
    return {
      ...letterOf(why, subjectOf(first), [newsInWords(first)]),
      action: { label: "See this meeting", path: paths.meeting(first.id) },
    };
  const series = seriesOf(meetings);
  const left = series.slice(MOST).flat().length;
  const rest = left > 0 ? [`And ${left} more, which the group’s page lists.`] : [];
  return letterOf(why, subjectOfAll(meetings, why), [...series.slice(0, MOST).flatMap(piecesOf), ...rest]);
}

const letterOf = (why: Why, subject: string, body: Piece[]): Letter => ({
  kind: "meeting news",
  subject,
  body,
  reason: reasonOf(why),
  stop: { label: "Stop or change these mails", path: paths.following() },
});

function subjectOf(meeting: ToldMeeting): string {
  return `${subjects[meeting.what]}: ${meeting.title}, ${startInWords(meeting)}`;
}

/** "Norwich Place Board: 12 meetings have changed", by the groups that they follow, else by whose meetings they are. */
function subjectOfAll(meetings: readonly ToldMeeting[], { groups }: Why): string {
  const whose = groups.length > 0 ? groups : [...new Set(meetings.flatMap(({ bodies }) => bodies))];
  const [one, two, ...others] = whose;
  const named =
    others.length > 0 ? `${one} and ${others.length + 1} others` : two ? `${one} and ${two}` : one;
  return `${named ? `${named}: ` : ""}${meetings.length} meetings have changed`;
}

/** Meetings of one name and the same bodies to which the same happened, in the order of their first dates. */
function seriesOf(meetings: readonly ToldMeeting[]): [ToldMeeting, ...ToldMeeting[]][] {
  const series = new Map<string, [ToldMeeting, ...ToldMeeting[]]>();
  for (const meeting of meetings) {
    const key = JSON.stringify([meeting.what, meeting.title, meeting.bodies]);
    const known = series.get(key);
    if (known) known.push(meeting);
    else series.set(key, [meeting]);
  }
  return [...series.values()];
}

/** One sentence for a series, and each of its dates as the way to that meeting. */
function piecesOf(series: readonly [ToldMeeting, ...ToldMeeting[]]): Piece[] {
  const [first, ...others] = series;
  if (others.length === 0)
    return [
      newsInWords(first),
      { link: { label: `See ${first.title}, ${dateInWords(first, "day")}`, path: paths.meeting(first.id) } },
    ];
  const dates = series.slice(0, MOST).map((meeting) => {
    return { label: dateInWords(meeting, "all"), path: paths.meeting(meeting.id) };
  });
  const left = series.length - dates.length;
  const more = left === 1 ? "And 1 more date" : `And ${left} more dates`;
  return [
    newsOfSeries(series),
    { links: dates },
    ...(left > 0 ? [`${more}, which the group’s page lists.`] : []),
  ];
}

function reasonOf({ groups, raisedAnItem }: Why): string {
  const because = [
    ...(groups.length > 0 ? [`you follow ${groups.join(" and ")}`] : []),
    ...(raisedAnItem ? ["you raised an item for it"] : []),
  ];
  return `You get this mail because ${because.join(", and ")}.`;
}
