import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";

export interface MyGroup {
  id: string;
  slug: string;
  name: string;
}

/**
 * The groups that somebody sits on: where they hold a role or a seat, keep the record of a member or of an
 * organisation with a seat, or which they follow. Those that no longer meet are left out.
 */
export async function findGroupsOf({ db, now }: Ctx, personId: string): Promise<MyGroup[]> {
  const today = londonDay(now);
  const rows = await db.execute<{ id: string; slug: string; name: string }>(sql`
    with held as (
        select scope_id from role_grants where person_id = ${personId} and scope_id is not null
          and granted_at <= ${now.toISOString()}::timestamptz
          and (ended_at is null or ended_at > ${now.toISOString()}::timestamptz)),
      sat as (
        select group_id from seats where held_from <= ${today} and (held_until is null or held_until > ${today})
          and (person_id = ${personId} or organisation_id in (select scope_id from held))
        union all select group_id from members where joined_on <= ${today} and (left_on is null or left_on > ${today})
          and organisation_id in (select scope_id from held)
        union all select scope_id from held
        union all select group_id from group_followers where person_id = ${personId})
    select id, slug, name from groups where is_current and id in (select group_id from sat) order by name, slug`);
  return rows.map(({ id, slug, name }) => ({ id, slug, name }));
}
