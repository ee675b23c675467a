import { type SQL, sql } from "drizzle-orm";
import type { CostOption } from "./cost.ts";
import type { Schedule } from "./schedule.ts";

/*
 * Pieces of SQL about the service `s` of organisation `o` that a card and a page share.
 * A hidden address is decided here, once: the location's own word, or that of the organisation it belongs to.
 */

/** Whether the address of location `l` stays unsaid. Wants `o`; looks up the location's own organisation. */
export const addressIsHidden = sql`(
  l.address_is_hidden or o.address_is_hidden
  or exists (select from organisations lo where lo.id = l.organisation_id and lo.address_is_hidden))`;

const scheduleJson = sql`json_build_object(
  'validFrom', sc.valid_from, 'validTo', sc.valid_to, 'dtstart', sc.dtstart, 'freq', sc.freq,
  'interval', sc.interval, 'byday', sc.byday, 'bymonthday', sc.bymonthday,
  'opensAt', sc.opens_at, 'closesAt', sc.closes_at, 'description', sc.description, 'isClosed', sc.is_closed)`;

export function schedulesJson(owned: SQL): SQL<Schedule[]> {
  return sql<Schedule[]>`(
    select coalesce(json_agg(${scheduleJson} order by sc.opens_at, sc.id), '[]')
    from schedules sc where ${owned})`;
}

/** Costs that hold on `today`. */
export function costsJson(today: string): SQL<CostOption[]> {
  return sql<CostOption[]>`(
    select coalesce(json_agg(json_build_object(
      'option', co.option, 'amount', co.amount, 'amountDescription', co.amount_description)
      order by co.amount nulls last, co.option, co.id), '[]')
    from cost_options co
    where co.service_id = s.id
      and coalesce(co.valid_from, ${today}::date) <= ${today}::date
      and coalesce(co.valid_to, ${today}::date) >= ${today}::date)`;
}

/** Names of the places it reaches, in the order people know them. */
export const placesJson = sql<{ slug: string; name: string }[]>`(
  select coalesce(json_agg(json_build_object('slug', p.slug, 'name', p.name) order by p.position, p.name), '[]')
  from service_places sp join places p on p.id = sp.place_id where sp.service_id = s.id)`;

/** Towns of its venues that may be named, alphabetical. */
export const townsJson = sql<string[]>`(
  select coalesce(json_agg(distinct a.city), '[]')
  from services_at_locations sal
  join locations l on l.id = sal.location_id
  join addresses a on a.location_id = l.id
  where sal.service_id = s.id and l.location_type = 'physical' and not ${addressIsHidden})`;
