import type { FeedAddress } from "#app/domain/calendars/feeds/answer.ts";
import type { FeedEntry } from "#app/domain/calendars/feeds/feed-entry.ts";
import { uidsOfMeetings } from "#app/domain/calendars/feeds/own-feed.ts";
import { publicLink } from "#app/domain/calendars/reading/words/online-link.ts";
import { day, isoDate, utc, wallOf, type Zone, zoneNamed } from "#app/domain/calendars/time-zone.ts";
import { isWholeDays } from "#app/domain/meetings/whole-days.ts";
import type { AgendaState, MeetingState } from "#db/vocabulary.ts";

/** A public meeting, as its feeds need it. */
export interface FeedMeeting {
  id: string;
  title: string;
  status: MeetingState;
  heldOn: string;
  startsAt: Date | null;
  endsAt: Date | null;
  onRiseOf: string | null;
  location: string;
  onlineUrl: string | null;
  agendaState: AgendaState;
  sequence: number;
  createdAt: Date;
  updatedAt: Date;
  bodies: string[];
}

/** The whole addresses of a meeting's pages. */
export type MeetingLinks = Pick<FeedAddress["links"], "meeting" | "agenda">;

const zoneName = "Europe/London";
const london: Zone = zoneNamed(zoneName) ?? utc;

const words: Record<MeetingState, FeedEntry["status"]> = {
  planned: "confirmed",
  held: "confirmed",
  inquorate: "confirmed",
  tentative: "tentative",
  postponed: "postponed",
  cancelled: "cancelled",
  withdrawn: "cancelled",
};

/** A meeting as an entry of a calendar. Nothing of a draft agenda is in it. */
export function entryOf(meeting: FeedMeeting, links: MeetingLinks): FeedEntry {
  const { id, title, status, location, onRiseOf, bodies } = meeting;
  const onlineUrl = meeting.onlineUrl && publicLink(meeting.onlineUrl);
  const agenda = meeting.agendaState === "published" ? `Agenda: ${links.agenda(id)}` : null;
  const lines = [
    bodies.join("; "),
    onRiseOf && `Starts when this meeting ends: ${onRiseOf}`,
    onlineUrl && `Join online: ${onlineUrl}`,
    agenda,
    `More: ${links.meeting(id)}`,
  ];
  return {
    uid: `${id}${uidsOfMeetings}`,
    sequence: meeting.sequence,
    title,
    status: words[status],
    when: whenOf(meeting),
    isTransparent: meeting.startsAt === null,
    location: location || onlineUrl || "",
    description: lines.filter(Boolean).join("\n"),
    url: links.meeting(id),
    categories: bodies,
    createdAt: meeting.createdAt,
    changedAt: meeting.updatedAt,
  };
}

/** A meeting on another's rise has only its day; one from midnight to midnight came from an all-day entry. */
function whenOf({ startsAt, endsAt, heldOn }: FeedMeeting): FeedEntry["when"] {
  if (!startsAt) return { allDay: true, start: heldOn, end: isoDate(Date.parse(heldOn) + day) };
  const [start, end] = [startsAt, endsAt ?? startsAt].map((at) => wallOf(at.getTime(), london));
  if (start === undefined || end === undefined)
    return { allDay: false, start: startsAt, end: endsAt, timeZone: zoneName };
  return isWholeDays(startsAt, endsAt)
    ? { allDay: true, start: isoDate(start), end: isoDate(end) }
    : { allDay: false, start: startsAt, end: endsAt, timeZone: zoneName };
}
