import { agendaItemGroups, agendaItems, meetingGroups, meetings } from "#db/schema/meetings.ts";
import { groupId, standingItemId } from "../groups/group-id.server.ts";
import { idOf } from "../identity.server.ts";
import { rowsOf, type TableRows } from "../insert.server.ts";
import { londonInstant } from "../london-time.ts";
import {
  agenda20220428,
  ICP_MEETING_2022_04_28,
  type Mark,
  MEETING_2022_04_28,
  meeting20220428,
} from "../meeting-2022-04-28.ts";
import { organisationId } from "../organisations/organisation-rows.server.ts";

const bodies: Record<Mark, string> = { HWB: "norfolk-hwb", ICP: "norfolk-and-waveney-icp" };

/** The meeting of 28 April 2022: one joint agenda of two bodies, and the partnership's own row on its rise, whose items stand in that agenda. */
export function realMeetingRows(): TableRows[] {
  const { title, icpTitle, heldOn, starts, ends, location, agendaPublished } = meeting20220428;
  const day = { heldOn, location, status: "held" as const };
  const publishedAt = londonInstant(agendaPublished, "17:00");
  return [
    rowsOf(meetings, [
      {
        id: MEETING_2022_04_28,
        title,
        startsAt: londonInstant(heldOn, starts),
        endsAt: londonInstant(heldOn, ends),
        agendaState: "published",
        agendaPublishedAt: publishedAt,
        ...day,
      },
      { id: ICP_MEETING_2022_04_28, title: icpTitle, onRiseOfId: MEETING_2022_04_28, ...day },
    ]),
    rowsOf(meetingGroups, [
      { meetingId: MEETING_2022_04_28, groupId: groupId(bodies.HWB), position: 0 },
      { meetingId: MEETING_2022_04_28, groupId: groupId(bodies.ICP), position: 1 },
      { meetingId: ICP_MEETING_2022_04_28, groupId: groupId(bodies.ICP), position: 0 },
    ]),
    rowsOf(
      agendaItems,
      agenda20220428.map((item) => ({
        id: itemId(item.number),
        meetingId: MEETING_2022_04_28,
        position: item.number,
        number: String(item.number),
        title: item.title,
        type: item.type,
        purpose: item.purpose ?? null,
        lead: item.lead,
        sponsorOrganisationId: item.sponsor ? organisationId(item.sponsor) : null,
        page: item.page,
        note: item.note ?? "",
        origin: item.type === "report" ? ("secretariat" as const) : ("standing" as const),
        standingItemId: item.type === "report" ? null : standingItemId(bodies.HWB, false, item.number),
        addedAt: publishedAt,
      })),
    ),
    rowsOf(
      agendaItemGroups,
      agenda20220428.flatMap((item) =>
        item.marks.map((mark) => ({ agendaItemId: itemId(item.number), groupId: groupId(bodies[mark]) })),
      ),
    ),
  ];
}

const itemId = (number: number) => idOf(`agenda-item:2022-04-28:${number}`);
