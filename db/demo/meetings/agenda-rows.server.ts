import { agendaItems } from "#db/schema/meetings.ts";
import type { AgendaItemType, ItemOrigin, Purpose } from "#db/vocabulary.ts";
import { groupOf, standingItemId } from "../groups/group-id.server.ts";
import { type DemoStandingItem, standingByKind } from "../groups/standing-items.ts";
import { idOf } from "../identity.server.ts";
import { rowsOf, type TableRows } from "../insert.server.ts";
import { londonInstant } from "../london-time.ts";
import type { Planned } from "./forward-plan.server.ts";
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

/** The published agendas: of meetings held, and of those so near that theirs must be out. The rest the domain drafts. */
export function agendaRows(
  all: readonly TimetabledMeeting[],
  planned: readonly Planned[],
  raised: readonly Raised[],
): TableRows[] {
  const published = all.filter(({ isPublished }) => isPublished);
  return [
    rowsOf(
      agendaItems,
      published.flatMap((meeting) =>
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

function businessLines(meeting: TimetabledMeeting, planned: readonly Planned[]): Line[] {
  return planned
    .filter((entry) => entry.meeting.id === meeting.id)
    .map(({ id, business }) => ({
      title: business.title,
      lead: business.lead,
      type: "report",
      purpose: business.purpose,
      origin: "forward-plan",
      forwardPlanEntryId: id,
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
