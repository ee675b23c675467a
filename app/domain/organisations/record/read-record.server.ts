import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import type { OrganisationRecord } from "./record.ts";

/**
 * The whole record of one organisation, in any state and with what is for partners only: who may see it is for
 * the caller to ask. Throws NotFound.
 */
export async function readRecord(ctx: Ctx, organisationId: string): Promise<OrganisationRecord> {
  const record = (await readRecords(ctx, [organisationId])).get(organisationId);
  if (!record) throw new NotFound("that organisation");
  return record;
}

/** The records of many at once, by id: one question to the database, whatever their number. */
export async function readRecords(
  { db }: Pick<Ctx, "db">,
  organisationIds: readonly string[],
): Promise<Map<string, OrganisationRecord>> {
  const rows = await db.execute<OrganisationRecord & { id: string } & Record<string, unknown>>(sql`
    select o.id,
      json_build_object('name', o.name, 'kind', o.kind, 'formerNames', ${formerNames}) as names,
      json_build_object('description', o.description, 'helps', o.helps, 'website', o.website,
        'topics', ${topics}) as about,
      json_build_object('identifiers', ${identifiers}) as numbers,
      json_build_object('places', ${placeSlugs}, 'districts', ${districtSlugs},
        'isSystemWide', o.is_system_wide, 'worksOnline', o.works_online) as "where",
      json_build_object('email', o.email, 'emailIsPublic', o.email_is_public, 'phones', ${phones},
        'contacts', ${contacts}, 'address', ${address}, 'addressIsHidden', o.address_is_hidden) as contact
    from organisations o
    where o.id = any(${sql.param([...organisationIds])}::uuid[])`);
  return new Map(
    rows.map(({ id, names, about, numbers, where, contact }) => [
      id,
      { names, about, numbers, where, contact },
    ]),
  );
}

const formerNames = sql`(
  select coalesce(json_agg(json_build_object('name', f.name, 'until', f.until)
    order by f.until desc nulls last, f.name, f.id), '[]')
  from former_names f where f.organisation_id = o.id)`;

const topics = sql`(
  select coalesce(json_agg(t.slug order by t.position, t.slug), '[]')
  from organisation_terms ot join taxonomy_terms t on t.id = ot.term_id where ot.organisation_id = o.id)`;

const identifiers = sql`(
  select coalesce(json_agg(json_build_object('scheme', i.scheme, 'identifier', i.identifier)
    order by i.scheme, i.identifier), '[]')
  from organisation_identifiers i where i.organisation_id = o.id)`;

const placeSlugs = sql`(
  select coalesce(json_agg(p.slug order by p.position, p.slug), '[]')
  from organisation_places op join places p on p.id = op.place_id where op.organisation_id = o.id)`;

const districtSlugs = sql`(
  select coalesce(json_agg(d.slug order by d.slug), '[]')
  from organisation_districts od join districts d on d.id = od.district_id where od.organisation_id = o.id)`;

const phones = sql`(
  select coalesce(json_agg(json_build_object('number', ph.number, 'extension', ph.extension,
    'description', ph.description, 'isPublic', ph.is_public) order by ph.number, ph.id), '[]')
  from phones ph where ph.organisation_id = o.id)`;

const contacts = sql`(
  select coalesce(json_agg(json_build_object('name', ct.name, 'title', ct.title, 'email', ct.email,
    'phone', (select string_agg(ph.number, ' / ' order by ph.number) from phones ph where ph.contact_id = ct.id),
    'isPublic', ct.is_public) order by ct.name nulls last, ct.id), '[]')
  from contacts ct where ct.organisation_id = o.id)`;

/** The organisation's own address is the one of its `postal` location; the physical ones are venues. */
const address = sql`(
  select json_build_object('line', a.address_1, 'town', a.city, 'county', a.state_province, 'postcode', a.postal_code)
  from locations l join addresses a on a.location_id = l.id
  where l.organisation_id = o.id and l.location_type = 'postal' order by l.id, a.id limit 1)`;
