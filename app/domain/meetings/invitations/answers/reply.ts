import ICAL from "ical.js";
import { readLines } from "#app/domain/calendars/reading/lines.ts";
import { plainWords } from "#app/domain/plain-words.ts";
import type { AttendanceAnswer } from "#db/vocabulary-diary.ts";

/** What one VEVENT of an iTIP message says back (RFC 5546 §3.2.3). */
export interface Reply {
  method: "REPLY" | "COUNTER";
  uid: string;
  sequence: number;
  /** DTSTAMP; null where there is none that can be read. */
  stampedAt: Date | null;
  /** The organiser's address: ours, with the secret. */
  organizer: string;
  /** Whoever answers, in lower case; `answer` is null for what is none, such as NEEDS-ACTION or DELEGATED. */
  attendees: { email: string; answer: AttendanceAnswer | null }[];
  comment: string | null;
}

const MOST_LINES = 2_000;
const MOST_EVENTS = 5;
const MOST_ATTENDEES = 50;
const LONGEST_COMMENT = 300;

const answers: Record<string, AttendanceAnswer> = {
  ACCEPTED: "accepted",
  TENTATIVE: "tentative",
  DECLINED: "declined",
};

/** The answers in an iCalendar text; none in one that is no answer or no calendar. Never throws. */
export function readReplies(text: string): Reply[] {
  const replies: Reply[] = [];
  const inside: string[] = [];
  let method = "";
  const { lines } = readLines(text);
  for (let at = 0; at < Math.min(lines.size, MOST_LINES); at += 1) {
    const found = propertyOf(lines.textOf(at));
    if (!found) continue;
    const { name, value } = found;
    if (name === "begin") {
      inside.push(value.toLowerCase());
      if (inside.join(" ") === "vcalendar vevent") replies.push(emptyReply());
    } else if (name === "end") inside.pop();
    else if (inside.join(" ") === "vcalendar" && name === "method") method = value.trim().toUpperCase();
    else if (inside.join(" ") === "vcalendar vevent") take(replies.at(-1), found);
  }
  if (method !== "REPLY" && method !== "COUNTER") return [];
  return replies.slice(0, MOST_EVENTS).map((reply) => ({ ...reply, method }));
}

const emptyReply = (): Reply => ({
  ...{ method: "REPLY", uid: "", sequence: 0, stampedAt: null, organizer: "" },
  ...{ attendees: [], comment: null },
});

interface Property {
  name: string;
  value: string;
  params: Record<string, unknown>;
}

const frame = /^(begin|end):(.*)$/i;
const wanted = /^(?:method|uid|sequence|dtstamp|organizer|attendee|comment)[;:]/i;

function propertyOf(line: string): Property | null {
  const [, edge, component = ""] = frame.exec(line) ?? [];
  if (edge) return { name: edge.toLowerCase(), value: component.trim(), params: {} };
  if (!wanted.test(line)) return null;
  try {
    const [name, params, , value] = ICAL.parse.property(line) as [
      string,
      Property["params"],
      string,
      unknown,
    ];
    return { name, params, value: String(value ?? "") };
  } catch {
    return null;
  }
}

function take(reply: Reply | undefined, { name, value, params }: Property): void {
  if (!reply) return;
  if (name === "uid") reply.uid = value.trim();
  else if (name === "sequence") reply.sequence = /^\d{1,9}$/.test(value) ? Number(value) : 0;
  else if (name === "dtstamp") reply.stampedAt = instantOf(value);
  else if (name === "organizer") reply.organizer = mailOf(value);
  else if (name === "comment") reply.comment = plainWords(value).slice(0, LONGEST_COMMENT) || null;
  else if (name === "attendee" && reply.attendees.length < MOST_ATTENDEES) {
    const state = typeof params.partstat === "string" ? params.partstat.toUpperCase() : "";
    reply.attendees.push({ email: mailOf(value), answer: answers[state] ?? null });
  }
}

const mailOf = (address: string): string =>
  address
    .trim()
    .replace(/^mailto:/i, "")
    .toLowerCase();

/** `2026-04-14T09:00:00Z`; without its Z, which DTSTAMP must have, it is read as if it had one. */
function instantOf(value: string): Date | null {
  const at = new Date(value.endsWith("Z") ? value : `${value}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}
