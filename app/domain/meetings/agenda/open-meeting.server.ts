import { and, asc, eq, gt, inArray, ne } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { type Deadlines, deadlinesOf, isInTimeForPapers, usualRules } from "#app/domain/groups/deadlines.ts";
import type { Holidays } from "#app/domain/groups/working-days.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { groupRules } from "#db/schema/groups.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import { bankHolidays } from "#db/schema/places.ts";

/** A meeting that can still take an item, with the deadlines that its group's rules set. */
export interface OpenMeeting {
  id: string;
  title: string;
  heldOn: string;
  deadlines: Deadlines;
}

/** The next meeting of each group whose agenda is not published and whose papers are not due before today. */
export async function findOpenMeetings(
  ctx: Ctx,
  groupIds: readonly string[],
): Promise<Map<string, OpenMeeting>> {
  if (groupIds.length === 0) return new Map();
  const today = londonDay(ctx.now);
  const [rows, rules, holidays] = await Promise.all([
    ctx.db
      .select({
        groupId: meetingGroups.groupId,
        id: meetings.id,
        title: meetings.title,
        heldOn: meetings.heldOn,
      })
      .from(meetings)
      .innerJoin(meetingGroups, eq(meetingGroups.meetingId, meetings.id))
      .where(
        and(
          inArray(meetingGroups.groupId, [...groupIds]),
          gt(meetings.heldOn, today),
          // A provisional meeting cannot be counted on for an agenda (calendar case 40)
          eq(meetings.status, "planned"),
          ne(meetings.agendaState, "published"),
        ),
      )
      .orderBy(asc(meetings.heldOn), asc(meetings.startsAt), asc(meetings.id)),
    findRules(ctx, groupIds),
    findHolidays(ctx),
  ]);
  const open = new Map<string, OpenMeeting>();
  for (const { groupId, ...meeting } of rows) {
    if (open.has(groupId)) continue;
    const deadlines = deadlinesOf(meeting.heldOn, rules.get(groupId) ?? usualRules, holidays);
    if (isInTimeForPapers(today, deadlines)) open.set(groupId, { ...meeting, deadlines });
  }
  return open;
}

export async function findHolidays(ctx: Ctx): Promise<Holidays> {
  const rows = await ctx.db.select({ day: bankHolidays.day }).from(bankHolidays);
  return new Set(rows.map(({ day }) => day));
}

export async function findRules(ctx: Ctx, groupIds: readonly string[]) {
  const rows = await ctx.db
    .select()
    .from(groupRules)
    .where(inArray(groupRules.groupId, [...groupIds]));
  return new Map(rows.map((row) => [row.groupId, row]));
}
