import {
  forwardPlanEntries,
  meetingGroups,
  meetings,
  raisedItems as raisedTable,
} from "#db/schema/meetings.ts";
import { personIdOf } from "../accounts.server.ts";
import { occurrenceOf } from "../calendars/calendar-rows.server.ts";
import { groupId, groupOf } from "../groups/group-id.server.ts";
import { rowsOf, type TableRows } from "../insert.server.ts";
import { addDays, londonDay, londonInstant } from "../london-time.ts";
import { agendaRows } from "./agenda-rows.server.ts";
import { type Planned, plannedBusiness } from "./forward-plan.server.ts";
import { type Raised, raisedBusiness } from "./raised-business.server.ts";
import { papersDay, type TimetabledMeeting, timetable } from "./timetable.server.ts";

/** A year of meetings with what has been dealt with, what is planned and what has been raised. */
export function meetingRows(now: Date): TableRows[] {
  const all = timetable(now);
  const planned = plannedBusiness(all);
  const raised = raisedBusiness(all, now);
  return [
    rowsOf(
      meetings,
      // One on the rise of another comes after it: rows refer to each other.
      all
        .toSorted((a, b) => Number(a.onRiseOfId !== null) - Number(b.onRiseOfId !== null))
        .map(meetingRow(now)),
    ),
    rowsOf(
      meetingGroups,
      all.map(({ id, group }) => ({ meetingId: id, groupId: groupId(group), position: 0 })),
    ),
    rowsOf(
      forwardPlanEntries,
      planned.map((entry) => entryRow(entry, londonDay(now))),
    ),
    rowsOf(raisedTable, raised.map(raisedRow)),
    ...agendaRows(all, planned, raised),
  ];
}

/** One of each kind of mishap, so that every state can be seen. */
const mishaps: Record<string, "inquorate" | "cancelled"> = {
  "breckland-partnership:-1": "inquorate",
  "mental-health-forum:1": "cancelled",
};

const meetingRow = (now: Date) => (meeting: TimetabledMeeting) => {
  const { id, group, rhythm, day, place, startsAt, endsAt, endedAt, onRiseOfId, isPublished } = meeting;
  const { name } = groupOf(group);
  const isOver = place < 0;
  return {
    id,
    title: name,
    status: mishaps[`${group}:${place}`] ?? (isOver ? ("held" as const) : ("planned" as const)),
    heldOn: day,
    startsAt,
    endsAt,
    endedAt,
    onRiseOfId,
    location: rhythm.where,
    onlineUrl: rhythm.online ? `https://meet.example.org/${group}` : null,
    accessNotes:
      rhythm.where === "Online"
        ? "Captions are on. Ask for a telephone number if you cannot join by video."
        : "Step-free, with a hearing loop. Tell us a week before if you need an interpreter or your fare.",
    isPublic: !rhythm.closed,
    agendaState: isPublished ? ("published" as const) : ("none" as const),
    agendaPublishedAt: isPublished ? londonInstant(papersDay(day, group), "09:00") : null,
    occurrenceId: occurrenceOf(group, day, now),
  };
};

function entryRow({ id, meeting, business }: Planned, today: string) {
  const isDone = meeting.place < 0;
  return {
    id,
    groupId: groupId(meeting.group),
    meetingId: meeting.isPublished ? meeting.id : null,
    dueFrom: meeting.day,
    title: business.title,
    sponsor: business.lead,
    purpose: business.purpose,
    kind: business.kind ?? ("planned" as const),
    status: isDone ? ("done" as const) : meeting.isPublished ? ("placed" as const) : ("planned" as const),
    isPrivate: business.isPrivate ?? false,
    firstPublishedOn: business.isPrivate ? null : addDays(isDone ? meeting.day : today, -75),
  };
}

function raisedRow({ id, item, origin, raisedAt, status, outcomeAt }: Raised) {
  return {
    id,
    meetingId: origin.id,
    fromGroupId: groupId(item.from),
    toGroupId: groupId(item.to),
    title: item.title,
    whyItMatters: item.why,
    ask: item.ask,
    evidence: item.evidence,
    purpose: item.purpose,
    status,
    raisedById: item.from === "norwich-place-network" ? personIdOf("lead@example.org") : null,
    raisedAt,
    outcome: item.outcome ?? "",
    outcomeAt,
  };
}
