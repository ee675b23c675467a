import { agendaItems } from "#db/schema/meetings.ts";
import type { AgendaItemType, ItemOrigin, Purpose } from "#db/vocabulary.ts";
import { groupOf, standingItemId } from "../groups/group-id.server.ts";
import { type DemoStandingItem, standingByKind } from "../groups/standing-items.ts";
import { idOf } from "../identity.server.ts";
import { rowsOf, type TableRows } from "../insert.server.ts";
import { londonInstant } from "../london-time.ts";
import { businessAt, type Planned } from "./forward-plan.server.ts";
import type { Raised } from "./raised-business.server.ts";
import { type TimetabledMeeting, workingDaysBefore } from "./timetable.server.ts";

interface Line {
  title: string;
  lead: string | null;
  type: AgendaItemType;
  purpose: Purpose | null;
  origin: ItemOrigin;
  standingItemId?: string;
  forwardPlanEntryId?: string;
  raisedItemId?: string;
}

/** The published agendas of meetings already held; those to come are drafted by the domain. */
export function agendaRows(
  all: readonly TimetabledMeeting[],
  planned: readonly Planned[],
  raised: readonly Raised[],
): TableRows[] {
  const held = all.filter(({ place }) => place < 0);
  return [
    rowsOf(
      agendaItems,
      held.flatMap((meeting) =>
        linesOf(meeting, planned, raised).map((line, index) => ({
          id: idOf(`agenda-item:${meeting.group}:${meeting.day}:${index + 1}`),
          meetingId: meeting.id,
          position: index + 1,
          number: String(index + 1),
          addedAt: londonInstant(workingDaysBefore(meeting.day, 8), "11:00"),
          ...line,
        })),
      ),
    ),
  ];
}

function linesOf(meeting: TimetabledMeeting, planned: readonly Planned[], raised: readonly Raised[]): Line[] {
  const { slug, kind } = groupOf(meeting.group);
  const { opening, closing } = standingByKind[kind];
  const standing =
    (atEnd: boolean) =>
    (item: DemoStandingItem, index: number): Line => ({
      title: item.title,
      lead: item.lead ?? null,
      type: item.type,
      purpose: item.purpose ?? null,
      origin: "standing",
      standingItemId: standingItemId(slug, atEnd, index + 1),
    });
  return [
    ...opening.map(standing(false)),
    ...businessLines(meeting, planned),
    ...raised.filter(({ taken }) => taken?.id === meeting.id).map(raisedLine),
    ...closing.map(standing(true)),
  ];
}

/** From the forward plan, where the body keeps one; else what its lead put down. */
function businessLines(meeting: TimetabledMeeting, planned: readonly Planned[]): Line[] {
  const entries = planned.filter((entry) => entry.meeting.id === meeting.id);
  if (entries.length > 0) {
    return entries.map(({ id, business }) => ({
      title: business.title,
      lead: business.lead,
      type: "report",
      purpose: business.purpose,
      origin: "forward-plan",
      forwardPlanEntryId: id,
    }));
  }
  return businessAt(meeting).map(({ title, lead, purpose }) => ({
    title,
    lead,
    type: "presentation",
    purpose,
    origin: "secretariat",
  }));
}

function raisedLine({ id, item }: Raised): Line {
  return {
    title: item.title,
    lead: groupOf(item.from).name,
    type: "network",
    purpose: item.purpose,
    origin: "network",
    raisedItemId: id,
  };
}
