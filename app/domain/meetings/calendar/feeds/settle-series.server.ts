import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";

const MOST_CHANGES = 50;

/**
 * Says which meetings of a calendar, and of others that have an event with it in common, go out as one series: of a
 * repeating event those that anybody may see and that have the bodies which most of those to come have, if they are more
 * than half of its dates. What sets a meeting apart afterwards ends it at once, in the database. No change of the
 * meeting: neither its record nor its time of change move. Many changes that nobody rendered are counted, lest they pile up.
 */
export async function settleSeries(ctx: Ctx, calendarId: string): Promise<void> {
  await ctx.db.execute(sql`
    with ${seriesIn(ctx, calendarId)},
      gone as (
        delete from meeting_series_changes c using series where c.series_id = series.event_id
          and (select count(*) from meeting_series_changes o where o.series_id = series.event_id) > ${MOST_CHANGES}
        returning c.series_id, c.changed_at, c.rises),
      told as (
        select series_id, count(distinct changed_at) filter (where rises) as times, max(changed_at) filter (where rises) as lately
        from gone group by series_id),
      kept as (
        insert into meeting_series as s (id, group_ids, feed_changed_at)
          select event_id, bodies, ${ctx.now.toISOString()}::timestamptz from series order by event_id
        on conflict (id) do update set group_ids = excluded.group_ids, feed_text = null, feed_key = null,
          feed_sequence = s.feed_sequence + (s.group_ids <> excluded.group_ids)::int
            + coalesce((select times from told where series_id = s.id), 0),
          feed_changed_at = greatest(s.feed_changed_at, (select lately from told where series_id = s.id))
          where s.group_ids <> excluded.group_ids or exists (select from told where series_id = s.id)),
      wanted as (
        select s.id, series.event_id as series_id from shown s
          left join series on series.event_id = s.event_id and series.bodies = s.bodies),
      moved as (
        update meetings m set series_id = wanted.series_id
        from wanted where m.id = wanted.id and m.series_id is distinct from wanted.series_id
        returning m.series_id, m.updated_at, m.created_at = m.updated_at as is_new)
    insert into meeting_series_changes (series_id, changed_at, rises)
      select series_id, max(updated_at), bool_or(not is_new) from moved where series_id is not null group by series_id`);
}

function seriesIn({ now }: Ctx, calendarId: string): SQL {
  return sql`
    own as (
      select id from events where calendar_id = ${calendarId}
      union select t.id from events e join events t on t.uid = e.uid
        where e.calendar_id = ${calendarId} and t.calendar_id is not null),
    dates as (
      select o.id, o.event_id, o.status <> 'withdrawn' as stands,
        e.series is not null and e.is_public and not e.is_held and o.recurrence_id <> '' as repeats
      from own join events e on e.id = own.id join occurrences o on o.event_id = e.id),
    shown as (
      select m.id, d.event_id, d.repeats, m.held_on >= ${londonDay(now)} as to_come,
        array(select mg.group_id from meeting_groups mg where mg.meeting_id = m.id order by mg.group_id) as bodies
      from dates d join meetings m on m.occurrence_id = d.id
      where m.is_public and m.on_rise_of_id is null and (d.repeats or m.series_id is not null)),
    likely as (
      select distinct on (event_id) event_id, bodies, count(*) as found
      from shown where repeats and bodies <> '{}' group by event_id, bodies
      order by event_id, count(*) filter (where to_come) desc, count(*) desc, bodies),
    standing as (select event_id, count(*) as found from dates where stands group by event_id),
    series as (
      select l.event_id, l.bodies from likely l left join standing using (event_id)
      where l.found * 2 > coalesce(standing.found, 0))`;
}
