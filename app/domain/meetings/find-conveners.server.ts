import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";

/**
 * The groups that run a meeting: publish its agenda, and read who comes. A group that it belongs to only because a
 * further diary holds the same UID is none of them, or whoever copied a UID could publish somebody else's agenda.
 * @returns their ids, in the order of the meeting's groups.
 */
export async function findConveners(ctx: Ctx, meetingId: string): Promise<string[]> {
  const rows = await ctx.db.execute<{ id: string }>(sql`
    with sources as (
        select occurrence_id as id, true as decides from meetings where id = ${meetingId}
        union all select occurrence_id, false from meeting_occurrences where meeting_id = ${meetingId}),
      served as (
        select cg.group_id, s.decides
        from sources s
          join occurrences o on o.id = s.id
          join events e on e.id = o.event_id
          join calendar_groups cg on cg.calendar_id = e.calendar_id)
    select mg.group_id as id from meeting_groups mg
    where mg.meeting_id = ${meetingId}
      and not exists (select from served where group_id = mg.group_id having not coalesce(bool_or(decides), true))
    order by mg.position`);
  return rows.map(({ id }) => id);
}
