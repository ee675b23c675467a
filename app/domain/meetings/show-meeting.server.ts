import type { Ctx } from "#app/domain/context.ts";
import { type Deadlines, deadlinesOf, isInTimeForPapers, usualRules } from "#app/domain/groups/deadlines.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { type AgendaItem, findAgenda } from "#app/domain/meetings/agenda/find-agenda.server.ts";
import { findHolidays, findRules } from "#app/domain/meetings/agenda/open-meeting.server.ts";
import {
  findAddressees,
  findItemsRaisedAt,
  type RaisedItem,
} from "#app/domain/meetings/items/find-items.server.ts";
import { type Attendance, findAttendance } from "./attendance/find-attendance.server.ts";
import type { Clash } from "./clashes/clash-rules.ts";
import { findClashesOf } from "./clashes/find-clashes.server.ts";
import { findMeeting, type Meeting } from "./find.server.ts";
import { findConveners } from "./find-conveners.server.ts";
import { isFirm, isOn, mayPublishAgenda, mayRaiseItem } from "./policy.ts";

export interface ShownMeeting {
  meeting: Meeting;
  agenda: AgendaItem[];
  items: RaisedItem[];
  /** Only for what is still to come on a day that stands; questions only where a body meets in public. */
  deadlines: (Deadlines & { takesQuestions: boolean; isPast: boolean }) | null;
  /** Who comes, for those who have a part in it. */
  attendance: Attendance | null;
  /** For those who run one of its groups. */
  clashes: Clash[];
  may: { raiseItem: boolean; publishAgenda: boolean };
}

/** Everything on a meeting's page that the actor may see. Throws NotFound. */
export async function showMeeting(ctx: Ctx, id: string): Promise<ShownMeeting> {
  const meeting = await findMeeting(ctx, id);
  const groupIds = meeting.groups.map((group) => group.id);
  const [agenda, items, addressees, deadlines, attendance, clashes, conveners] = await Promise.all([
    findAgenda(ctx, meeting),
    findItemsRaisedAt(ctx, id),
    findAddressees(ctx, groupIds),
    findDeadlines(ctx, meeting),
    findAttendance(ctx, meeting),
    findClashesOf(ctx, groupIds, id),
    findConveners(ctx, id),
  ]);
  const may = {
    raiseItem: isOn(meeting) && addressees.length > 0 && mayRaiseItem(ctx.actor, groupIds),
    publishAgenda:
      isFirm(meeting) && meeting.agendaState === "draft" && mayPublishAgenda(ctx.actor, conveners),
  };
  return { meeting, agenda, items, deadlines, attendance, clashes, may };
}

async function findDeadlines(ctx: Ctx, meeting: Meeting): Promise<ShownMeeting["deadlines"]> {
  const [body] = meeting.groups;
  if (!body || !isFirm(meeting) || meeting.heldOn <= londonDay(ctx.now)) return null;
  const [rules, holidays] = await Promise.all([findRules(ctx, [body.id]), findHolidays(ctx)]);
  const own = rules.get(body.id);
  const deadlines = deadlinesOf(meeting.heldOn, own ?? usualRules, holidays);
  return {
    ...deadlines,
    isPast: !isInTimeForPapers(londonDay(ctx.now), deadlines),
    takesQuestions: own?.meetsInPublic ?? false,
  };
}
