import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";

/**
 * The places that services reach: those of their venues and of the areas they cover; without either, those
 * in which their organisation works. Search and place pages read these rows.
 */
export async function refreshReach({ db }: Pick<Ctx, "db">, serviceIds: readonly string[]): Promise<void> {
  const ids = sql`${sql.param([...serviceIds])}::uuid[]`;
  await db.execute(sql`delete from service_places where service_id = any(${ids})`);
  await db.execute(sql`
    with own as (
      select sal.service_id, l.place_id
      from services_at_locations sal join locations l on l.id = sal.location_id
      where sal.service_id = any(${ids}) and l.place_id is not null
      union
      select sa.service_id, coalesce(fp.place_id, sa.place_id)
      from service_areas sa left join footprint_places fp on fp.footprint_id = sa.footprint_id
      where sa.service_id = any(${ids}) and coalesce(fp.place_id, sa.place_id) is not null
    ),
    fallback as (
      select s.id as service_id, p.id as place_id
      from services s
      join organisations o on o.id = s.organisation_id
      join places p on o.is_system_wide
        or exists (select from organisation_places op where op.organisation_id = o.id and op.place_id = p.id)
      where s.id = any(${ids}) and not exists (select from own where own.service_id = s.id)
    )
    insert into service_places (service_id, place_id)
    select service_id, place_id from own union select service_id, place_id from fallback`);
}
