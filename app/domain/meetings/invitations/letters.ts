import { publicLink } from "#app/domain/calendars/reading/words/online-link.ts";
import type { CalendarPart, Letter, Piece } from "#app/domain/mail/letter.ts";
import { whenInWords } from "#app/domain/meetings/when-in-words.ts";
import { paths } from "#app/paths.ts";
import { type AttendanceAnswer, attendanceAnswers } from "#db/vocabulary-diary.ts";
import type { InvitationNews, InvitedMeeting } from "./invited-meeting.ts";

export interface InvitationLetter {
  meeting: InvitedMeeting;
  news: InvitationNews;
  /** What they said, if it was of this time or of the one before. */
  answer: AttendanceAnswer | null;
  /** Whether what their calendar answers reaches us. */
  readsAnswers: boolean;
  calendar: CalendarPart;
}

const subjects: Record<InvitationNews, string> = {
  new: "Invitation",
  moved: "Moved",
  changed: "Changed",
  "called off": "Cancelled",
  closed: "Taken out of your calendar",
  stopped: "Taken out of your calendar",
};

/** A meeting as a mail that calendars understand too. Its words say the same for those whose programs show no buttons. */
export function invitation(given: InvitationLetter): Letter {
  const { meeting, news, calendar } = given;
  const wants = news !== "stopped";
  return {
    kind: "meeting invitation",
    subject: `${subjects[news]}: ${subjectOf(meeting, news)}`,
    body: bodyOf(given),
    ...actionOf(meeting, news),
    reason: `You get this mail because ${wants ? "you asked for" : "you had asked for"} the meetings of ${named(meeting)} as invitations.`,
    ...(wants ? stopAt(meeting) : {}),
    calendar,
  };
}

const subjectOf = (meeting: InvitedMeeting, news: InvitationNews): string =>
  news === "closed" ? `a meeting of ${named(meeting)}` : `${meeting.title}, ${whenInWords(meeting)}`;

function bodyOf({ meeting, news, answer, readsAnswers }: InvitationLetter): Piece[] {
  const facts = { list: factsOf(meeting) };
  if (news === "called off")
    return [`This meeting of ${named(meeting)} will not be held as planned. It leaves your calendar.`, facts];
  if (news === "closed")
    return [
      `A meeting of ${named(meeting)} is no longer public, so it leaves your calendar. Ask the group whether you are to be there.`,
    ];
  if (news === "stopped")
    return [
      `You no longer get the meetings of ${named(meeting)} as invitations, so this one leaves your calendar. It is still to be held.`,
      facts,
    ];
  const how = readsAnswers
    ? "You can answer with the buttons of your calendar, or on the meeting’s page."
    : "The buttons of your calendar put this into your diary. The group does not see what you press there: to tell it whether you are coming, use the meeting’s page.";
  return [openingOf(meeting, news), facts, ...saidOf(news, answer), how];
}

function openingOf(meeting: InvitedMeeting, news: InvitationNews): string {
  if (news === "moved") return `This meeting of ${named(meeting)} has another time now.`;
  if (news === "changed")
    return `Something about this meeting of ${named(meeting)} has changed. Its time has not.`;
  return `You are invited to a meeting of ${named(meeting)}.`;
}

function saidOf(news: InvitationNews, answer: AttendanceAnswer | null): string[] {
  if (!answer) return [];
  const said = `“${attendanceAnswers[answer]}”`;
  return [
    news === "moved"
      ? `Before it moved you said ${said}. Please answer again.`
      : `You said ${said}; that stands.`,
  ];
}

function factsOf({ onRiseOf, location, title, ...meeting }: InvitedMeeting): string[] {
  const onlineUrl = meeting.onlineUrl && publicLink(meeting.onlineUrl);
  const start = onRiseOf
    ? `${whenInWords(meeting)}, when this meeting ends: ${onRiseOf}`
    : whenInWords(meeting);
  const isProvisional = meeting.status === "tentative" ? ["Provisional: it may still move"] : [];
  return [
    ...(meeting.bodies.includes(title) ? [] : [title]),
    `When: ${start}`,
    ...(location ? [`Where: ${location}`] : []),
    ...(onlineUrl ? [`Online: ${onlineUrl}`] : []),
    ...isProvisional,
  ];
}

function actionOf({ id, isPublic }: InvitedMeeting, news: InvitationNews): Pick<Letter, "action"> {
  if (news === "new" || news === "moved" || news === "changed")
    return { action: { label: "Say whether you are coming", path: paths.attendance(id) } };
  return isPublic ? { action: { label: "See the meeting’s page", path: paths.meeting(id) } } : {};
}

const stopAt = ({ groups }: InvitedMeeting) => ({
  stop: { label: "Stop or change these invitations", path: paths.followGroup(groups[0]?.slug ?? "") },
});

const named = ({ bodies }: InvitedMeeting): string => bodies.join(" and ");

/** To somebody whose calendar proposed another time: nobody here reads such proposals. */
export function noOtherTime(meeting: InvitedMeeting): Letter {
  const [group] = meeting.groups;
  return {
    kind: "other time proposed",
    subject: `Your proposal of another time: ${meeting.title}`,
    body: [
      `Your calendar proposed another time for this meeting of ${named(meeting)}. Proposals like that reach nobody here, so the meeting stays as it is:`,
      { list: factsOf(meeting) },
      "Please tell the group itself. Its page says how to get in touch.",
      { link: { label: "The group’s page", path: paths.group(group?.slug ?? "") } },
    ],
    action: { label: "Say whether you are coming", path: paths.attendance(meeting.id) },
    reason: "You get this mail because your calendar answered an invitation of ours.",
  };
}
