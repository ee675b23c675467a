import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";

/** A place that a service may be held at, as a list to choose from names it. */
export interface VenueChoice {
  id: string;
  name: string;
  /** "12 Duke Street, Norwich, NR3 3AB"; empty where none is kept. Keepers see hidden ones too. */
  address: string;
  isHidden: boolean;
  /** The organisation's own: its keepers may change what is said of it. */
  isOwn: boolean;
}

/** The organisation's own locations, and those of others at which a service of it is held, by name. */
export async function findVenueChoices(
  { db }: Pick<Ctx, "db">,
  organisationId: string,
): Promise<VenueChoice[]> {
  const rows = await db.execute<VenueChoice & Record<string, unknown>>(sql`
    select l.id, coalesce(nullif(l.name, ''), a.address_1, 'A place without a name') as name,
      coalesce(concat_ws(', ', nullif(nullif(a.address_1, l.name), a.city), nullif(a.city, ''), nullif(a.postal_code, '')), '') as address,
      l.address_is_hidden as "isHidden", l.organisation_id is not distinct from ${organisationId}::uuid as "isOwn"
    from locations l
    left join lateral (
      select address_1, city, postal_code from addresses
      where location_id = l.id and address_type = 'physical' order by id limit 1) a on true
    where l.location_type = 'physical' and (
      l.organisation_id = ${organisationId}
      or l.id in (select sal.location_id from services_at_locations sal join services s on s.id = sal.service_id
                  where s.organisation_id = ${organisationId}))
    order by lower(coalesce(nullif(l.name, ''), a.address_1, '')), l.id`);
  return [...rows];
}
