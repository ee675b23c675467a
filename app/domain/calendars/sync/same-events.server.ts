import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";

/** Whether other organisations' calendars hold events of the same UIDs: those that do take turns. */
async function waitForTurn({ db }: Ctx, calendarId: string): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from events e
    join calendars c on c.id = e.calendar_id and c.id = ${calendarId} and c.organisation_id is not null
    join events o on o.uid = e.uid and o.calendar_id <> e.calendar_id
    join calendars oc on oc.id = o.calendar_id and oc.organisation_id is not null
    limit 1`);
  if (rows.length === 0) return false;
  await db.execute(sql`select pg_advisory_xact_lock(hashtext('calendars that hold the same events'))`);
  return true;
}

/**
 * An event that two organisations have in their diaries is one event (calendar case 44): the one that was there first
 * and still stands is listed, the other points to it and is reached by its own address alone. The same UID is not
 * enough, as some programs count from one: a date has to begin at the same time.
 */
export async function joinSameEvents(ctx: Ctx, calendarId: string): Promise<void> {
  if (!(await waitForTurn(ctx, calendarId))) return;
  await ctx.db.execute(sql`
    with mine as (select id, uid from events where calendar_id = ${calendarId}),
    pairs as (
      select m.id as mine, o.id as other
      from mine m
      join events o on o.uid = m.uid and o.id <> m.id
      join calendars oc on oc.id = o.calendar_id and oc.organisation_id is not null and oc.disconnected_at is null
      where exists (
        select from occurrences a join occurrences b on b.event_id = o.id
          and b.starts_on = a.starts_on and b.starts_at is not distinct from a.starts_at
        where a.event_id = m.id)
    ),
    bunch as (
      select mine as head, mine as id from pairs union select mine, other from pairs
    ),
    standing as (
      select b.head, b.id, e.created_at,
        e.is_public and not e.is_held and exists (
          select from occurrences o where o.event_id = e.id and o.status <> 'withdrawn') as stands
      from bunch b join events e on e.id = b.id
    ),
    firsts as (
      select distinct on (head) head, id as first_id from standing order by head, stands desc, created_at, id
    ),
    wanted as (
      select s.id, case when s.id = f.first_id then null else f.first_id end as same_as_id
      from standing s join firsts f on f.head = s.head
    )
    update events e set same_as_id = w.same_as_id, updated_at = ${ctx.now.toISOString()}
    from wanted w where e.id = w.id and e.same_as_id is distinct from w.same_as_id`);
}
