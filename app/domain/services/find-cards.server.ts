import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { notConfirmedSince } from "#app/domain/organisations/not-confirmed.server.ts";
import { type CostOption, costInShort } from "./cost.ts";
import { costsJson, placesJson, schedulesJson, townsJson } from "./facts.server.ts";
import { openingHoursInShort } from "./opening-hours.ts";
import type { Schedule } from "./schedule.ts";
import { whereInShort } from "./where.ts";

/** What a list shows of a service. */
export interface ServiceCardRow {
  id: string;
  slug: string;
  name: string;
  summary: string;
  organisation: { slug: string; name: string };
  /** "Norwich", "Norwich and Online", "Across North Norfolk". */
  where: string | null;
  cost: string | null;
  when: string | null;
  /** A plain date, from the day on which its confirmation fell due. */
  notConfirmedSince: string | null;
}

/** Cards of these services in the order of the ids; those that are not live are left out. */
export async function findServiceCards(ctx: Ctx, ids: readonly string[]): Promise<ServiceCardRow[]> {
  if (ids.length === 0) return [];
  const rows = await cards(ctx, sql`s.id = any(${sql.param([...ids])}::uuid[])`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The live services of an organisation, by name. */
export async function findServicesByOrganisation(
  ctx: Ctx,
  organisationId: string,
  limit = 50,
): Promise<ServiceCardRow[]> {
  return cards(ctx, sql`s.organisation_id = ${organisationId}`, limit);
}

type Row = Pick<ServiceCardRow, "id" | "slug" | "name" | "summary" | "organisation" | "notConfirmedSince"> & {
  isOnline: boolean;
  towns: string[];
  places: { name: string }[];
  costs: CostOption[];
  schedules: Schedule[];
};

async function cards(ctx: Ctx, picked: SQL, limit = 100): Promise<ServiceCardRow[]> {
  const today = londonDay(ctx.now);
  const rows = await ctx.db.execute<Row>(sql`
    select s.id, s.slug, s.name, s.summary, s.is_online as "isOnline",
      ${notConfirmedSince(ctx, sql`s`)} as "notConfirmedSince",
      json_build_object('slug', o.slug, 'name', o.name) as organisation,
      ${townsJson} as towns, ${placesJson} as places, ${costsJson(today)} as costs, ${everySchedule} as schedules
    from services s join organisations o on o.id = s.organisation_id
    where s.state = 'live' and o.state = 'live' and ${picked}
    order by lower(s.name), s.id limit ${limit}`);
  return rows.map(({ isOnline, towns, places, costs, schedules, ...row }) => ({
    ...row,
    where: whereInShort({ isOnline, towns, places: places.map(({ name }) => name) }),
    cost: costInShort(costs),
    when: openingHoursInShort(schedules, today),
  }));
}

/** Hours of the service itself, else of where it is held: two indexed looks instead of one that scans. */
const everySchedule = sql`(
  select coalesce(json_agg(hours), '[]') from (
    select json_array_elements(${schedulesJson(sql`sc.service_id = s.id`)}) as hours
    union all
    select json_array_elements(${schedulesJson(
      sql`sc.service_at_location_id in (select sal.id from services_at_locations sal where sal.service_id = s.id)`,
    )})) as found)`;
