import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/ids.ts";
import { findServiceRecord, type KeptService } from "#app/domain/services/record/find-record.server.ts";
import { accessFactNames, accessFacts, OWN_WORDS } from "./access-facts.ts";
import type { VenueFields } from "./venue-input.ts";

export interface KeptVenue {
  id: string;
  service: KeptService;
  fields: VenueFields;
}

/**
 * One place of the organisation whose service this is. Throws NotFound for a service that is not the actor's
 * to keep, and for a place that is not the organisation's own.
 */
export async function findVenue(ctx: Ctx, slug: string, id: string): Promise<KeptVenue> {
  const service = await findServiceRecord(ctx, slug);
  if (!isId(id)) throw new NotFound("that place");
  const [row] = await ctx.db.execute<Row>(sql`
    select l.name, l.transportation as "gettingThere", l.address_is_hidden as "isHidden",
      coalesce(nullif(nullif(a.address_1, a.city), a.postal_code), '') as "addressLine", coalesce(a.city, '') as town,
      coalesce(a.postal_code, '') as postcode,
      (select coalesce(json_agg(json_build_object('description', ac.description, 'details', ac.details)
        order by ac.description, ac.id), '[]') from accessibility ac where ac.location_id = l.id) as facts
    from locations l
    left join lateral (
      select address_1, city, postal_code from addresses
      where location_id = l.id and address_type = 'physical' order by id limit 1) a on true
    where l.id = ${id} and l.organisation_id = ${service.organisationId} and l.location_type = 'physical'`);
  if (!row) throw new NotFound("that place");
  const { facts, ...fields } = row;
  const access = accessFactNames.filter((name) =>
    facts.some(({ description }) => description === accessFacts[name]),
  );
  const accessWords = facts.find(({ description }) => description === OWN_WORDS)?.details ?? "";
  return { id, service, fields: { ...fields, access, accessWords } };
}

type Row = Omit<VenueFields, "access" | "accessWords"> & {
  facts: { description: string; details: string }[];
};
