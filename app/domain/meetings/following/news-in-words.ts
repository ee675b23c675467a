import type { MeetingNews } from "#app/domain/meetings/calendar/meeting-news.ts";
import { startInWords, whenInWords } from "#app/domain/meetings/when-in-words.ts";

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

/** What happened to one meeting, as one or two sentences. */
export function newsInWords(meeting: ToldMeeting): string {
  const { what, before, bodies, title } = meeting;
  const named = nameOf(meeting);
  const now = placed(whenInWords(meeting), meeting.location);
  if (what === "called off") return `${named} on ${whenInWords(meeting)} is cancelled.`;
  if (what === "withdrawn")
    return `${named} on ${whenInWords(meeting)} is no longer in the organiser’s calendar, so do not count on it.`;
  if (what === "left")
    return `${title} on ${whenInWords(meeting)} is no longer a meeting of the group you follow. It is held by ${bodies.join(" and ")}.`;
  if (what === "on again") return `${named} will be held after all: ${now}.`;
  return `${named} has moved. ${movedWords(meeting, before)}`;
}

/** The same of several meetings of one name, whose dates stand below it. */
export function newsOfSeries(series: readonly [ToldMeeting, ...ToldMeeting[]]): string {
  const [first] = series;
  const these = `these ${series.length} dates`;
  if (first.what === "called off") return `${nameOf(first)} is cancelled on ${these}:`;
  if (first.what === "withdrawn")
    return `${nameOf(first)} is no longer in the organiser’s calendar on ${these}, so do not count on them:`;
  if (first.what === "left")
    return `${first.title} is no longer a meeting of the group you follow on ${these}. It is held by ${first.bodies.join(" and ")}:`;
  if (first.what === "on again") return `${nameOf(first)} will be held after all on ${these}:`;
  return `${nameOf(first)} has moved on ${these}:`;
}

/** One date of a series: its day, or all that is to be said of it beside the sentence above. */
export function dateInWords(meeting: ToldMeeting, how: "day" | "all"): string {
  const { what, before, location } = meeting;
  const now = startInWords(meeting);
  if (how === "day") return whenInWords({ ...meeting, startsAt: null, endsAt: null });
  if (what === "on again") return placed(now, location);
  if (what !== "moved" || !before) return now;
  const where = location === before.location ? "" : location || "a place that is not said yet";
  if (before.startsAt?.getTime() !== meeting.startsAt?.getTime())
    return `${placed(now, where)}, instead of ${startInWords({ ...before, endsAt: null })}`;
  return `${placed(now, where)}${before.location ? ` instead of ${before.location}` : ""}`;
}

const nameOf = ({ title, bodies }: ToldMeeting): string =>
  bodies.includes(title) ? title : `${title} (${bodies.join(" and ")})`;

function movedWords(meeting: ToldMeeting, before: ToldMeeting["before"]): string {
  const now = whenInWords(meeting);
  if (!before) return `It is now on ${placed(now, meeting.location)}.`;
  const was = startInWords({ ...before, endsAt: null });
  const isSameTime = before.startsAt?.getTime() === meeting.startsAt?.getTime();
  if (isSameTime && !meeting.location)
    return `It is still on ${now}, but no longer at ${before.location}: where it is to be is not said yet.`;
  if (isSameTime)
    return `It is still on ${now}, but now at ${meeting.location}${before.location ? ` instead of ${before.location}` : ""}.`;
  const place = meeting.location !== before.location ? meeting.location : "";
  return `It was to be on ${was}. It is now on ${placed(now, place)}.`;
}

const placed = (when: string, location: string): string => (location ? `${when}, at ${location}` : when);
