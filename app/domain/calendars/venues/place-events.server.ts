import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";

/**
 * Gives the events of an organisation's calendar their venue and their place: the venue that somebody decided on for
 * the words of the LOCATION, and its place; else the place where the organisation works, if it is one and no more.
 * One statement, which writes the rows alone that say something else. A group's events are meetings and have neither.
 */
export async function placeEvents(ctx: Ctx, calendarId: string): Promise<void> {
  await ctx.db.execute(sql`
    with own as (
      select c.id, case when count(op.place_id) = 1 then min(op.place_id::text)::uuid end as place_id
      from calendars c
      left join organisation_places op on op.organisation_id = c.organisation_id
      where c.id = ${calendarId} and c.organisation_id is not null
      group by c.id
    ), placed as (
      select e.id, v.location_id,
        case when v.is_online then null else coalesce(l.place_id, own.place_id) end as place_id
      from own
      join events e on e.calendar_id = own.id
      left join calendar_venues v on v.calendar_id = own.id and v.words = btrim(e.location)
      left join locations l on l.id = v.location_id
    )
    update events e set location_id = placed.location_id, place_id = placed.place_id, updated_at = ${ctx.now.toISOString()}
    from placed
    where e.id = placed.id
      and (e.location_id, e.place_id) is distinct from (placed.location_id, placed.place_id)`);
}
