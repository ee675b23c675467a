import { veventOf } from "#app/domain/calendars/feeds/vevent.ts";
import { zoneRules, zonesIn } from "#app/domain/calendars/feeds/zone-rules.ts";
import { entryOf, type MeetingLinks } from "#app/domain/meetings/calendar/feeds/meeting-entry.ts";
import { plainWords } from "#app/domain/plain-words.ts";
import type { AttendanceAnswer } from "#db/vocabulary-diary.ts";
import type { InvitedMeeting } from "./invited-meeting.ts";

interface Party {
  name: string;
  email: string;
}

export interface InvitationParts {
  method: "REQUEST" | "CANCEL";
  organizer: Party;
  /** With what they said already, which they are not asked again. */
  attendee: Party & { answer: AttendanceAnswer | null };
  /** When it is sent: the DTSTAMP of a message that has a METHOD (RFC 5545 §3.8.7.2). */
  now: Date;
}

/** The VEVENT of a meeting as feeds have it: one UID, so that who subscribes besides sees one meeting. Keep it for all who are invited. */
export function eventOfMeeting(meeting: InvitedMeeting, links: MeetingLinks, answerAt: string): string {
  // "CANCELLED:" in the title is for clients that know no METHOD; an invitation's own STATUS says it
  const entry = entryOf(
    { ...meeting, status: meeting.status === "tentative" ? "tentative" : "planned" },
    links,
  );
  // What is no longer public is told no more of than that it is gone
  if (!meeting.isPublic)
    return veventOf({ ...entry, title: meeting.bodies.join(", "), location: "", description: "" });
  const description = `${entry.description}\nSay whether you are coming: ${answerAt}`;
  return veventOf({ ...entry, description });
}

/**
 * An iTIP message (RFC 5546 §3.2) to one attendee. Everybody has an invitation of their own, with an organiser's
 * address of their own, so a CANCEL is of the whole event even where only this person is no longer invited.
 */
export function invitationText(vevent: string, parts: InvitationParts): string {
  const { method, now } = parts;
  const isCancel = method === "CANCEL";
  const own = [organizerLine(parts.organizer), attendeeLine(parts.attendee, isCancel)];
  const lines = unfolded(vevent).flatMap((line) => {
    if (/^DTSTAMP[;:]/.test(line)) return [`DTSTAMP:${stampOf(now)}`];
    if (isCancel && /^STATUS[;:]/.test(line)) return ["STATUS:CANCELLED"];
    return line === "END:VEVENT" ? [...own, line] : [line];
  });
  return [
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Assembly//Invitations//EN\r\nCALSCALE:GREGORIAN\r\n",
    `METHOD:${method}\r\n`,
    ...zonesIn(vevent).map(zoneRules),
    ...lines.map((line) => `${folded(line)}\r\n`),
    "END:VCALENDAR\r\n",
  ].join("");
}

const organizerLine = ({ name, email }: Party) => `ORGANIZER;CN="${quotable(name)}":mailto:${email}`;

const states = { accepted: "ACCEPTED", tentative: "TENTATIVE", declined: "DECLINED" } as const;

function attendeeLine({ name, email, answer }: InvitationParts["attendee"], isCancel: boolean): string {
  const asks = isCancel ? "" : `;RSVP=${answer ? "FALSE" : "TRUE"}`;
  const state = answer ? states[answer] : "NEEDS-ACTION";
  return `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${state}${asks};CN="${quotable(name)}":mailto:${email}`;
}

/** A parameter holds no quotes and no line ends (RFC 5545 §3.2). */
const quotable = (name: string): string => plainWords(name).replace(/\s+/g, " ").replaceAll('"', "'");

const stampOf = (at: Date): string => at.toISOString().replace(/\.\d+|[-:]/g, "");

const unfolded = (text: string): string[] =>
  text
    .replace(/\r\n[ \t]/g, "")
    .split("\r\n")
    .filter((line) => line !== "");

const encoder = new TextEncoder();

/** At most 75 octets a line, never within a character (RFC 5545 §3.1). */
function folded(line: string): string {
  let [text, octets] = ["", 0];
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) [text, octets] = [`${text}\r\n `, 1];
    text += character;
    octets += size;
  }
  return text;
}
