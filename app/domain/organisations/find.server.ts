import { sql } from "drizzle-orm";
import * as v from "valibot";
import { isPartner } from "#app/domain/accounts/policy.ts";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { Slug } from "#app/domain/shapes.ts";
import type { IdentifierScheme, OrganisationKind, RecordState } from "#db/vocabulary.ts";
import { type Contact, contactsJson, type Phone, phonesJson } from "./contact-details.server.ts";

export interface OrganisationLink {
  slug: string;
  name: string;
}

export interface OrganisationPage extends OrganisationLink {
  id: string;
  kind: OrganisationKind;
  state: RecordState;
  description: string;
  email: string | null;
  website: string | null;
  isSystemWide: boolean;
  worksOnline: boolean;
  /** Who it helps, in its own words. */
  helps: string;
  /** Why it is closed for now. */
  stateNote: string;
  confirmedOn: string | null;
  /** From this day on the page says that nobody has confirmed it; null: it never falls due. */
  reviewDueOn: string | null;
  /** Where letters reach it; null where every address is hidden. */
  address: { line: string; town: string; county: string; postcode: string } | null;
  identifiers: { scheme: IdentifierScheme; identifier: string }[];
  formerNames: { name: string; until: string | null }[];
  branchOf: OrganisationLink | null;
  branches: OrganisationLink[];
  places: OrganisationLink[];
  districts: string[];
  topics: OrganisationLink[];
  phones: Phone[];
  contacts: Contact[];
}

/** What the page of one organisation shows, or the address it has moved to. Throws NotFound. */
export async function findOrganisation(
  ctx: Ctx,
  slug: string,
): Promise<OrganisationPage | { movedTo: string }> {
  if (!v.is(Slug, slug)) throw new NotFound("that organisation");
  const [row] = await ctx.db.execute<OrganisationPage & Record<string, unknown>>(sql`
    select o.id, o.slug, o.name, o.kind, o.state, o.description, o.website, o.helps,
      case when o.email_is_public or ${isPartner(ctx.actor)} then o.email end as email,
      o.is_system_wide as "isSystemWide", o.works_online as "worksOnline", o.state_note as "stateNote",
      o.confirmed_on as "confirmedOn", o.review_due_on as "reviewDueOn", ${addressJson},
      ${namesJson}, ${familyJson}, ${areaJson},
      ${phonesJson(ctx.actor, sql`ph.organisation_id = o.id`)} as phones,
      ${contactsJson(ctx.actor, sql`ct.organisation_id = o.id`)} as contacts
    from organisations o
    where o.slug = ${slug} and o.state in ('live', 'temporarily-closed')`);
  if (row) return row;
  const movedTo = await findMovedTo(ctx, slug);
  if (!movedTo) throw new NotFound("that organisation");
  return { movedTo };
}

async function findMovedTo({ db }: Ctx, slug: string): Promise<string | null> {
  const [row] = await db.execute<{ slug: string }>(sql`
    select o.slug from organisation_slugs old join organisations o on o.id = old.organisation_id
    where old.slug = ${slug} and o.slug <> ${slug} and o.state in ('live', 'temporarily-closed')`);
  return row?.slug ?? null;
}

const addressJson = sql`
  (select json_build_object('line', a.address_1, 'town', a.city, 'county', a.state_province, 'postcode', a.postal_code)
   from locations l join addresses a on a.location_id = l.id
   where l.organisation_id = o.id and l.location_type = 'postal'
     and not (o.address_is_hidden or l.address_is_hidden) order by l.id, a.id limit 1) as address`;

const namesJson = sql`
  (select coalesce(json_agg(json_build_object('scheme', i.scheme, 'identifier', i.identifier)
     order by i.scheme, i.identifier), '[]')
   from organisation_identifiers i where i.organisation_id = o.id) as identifiers,
  (select coalesce(json_agg(json_build_object('name', f.name, 'until', f.until) order by f.until desc nulls last, f.name), '[]')
   from former_names f where f.organisation_id = o.id) as "formerNames"`;

const MOST_BRANCHES = 50;

const familyJson = sql`
  (select json_build_object('slug', whole.slug, 'name', whole.name)
   from organisations whole where whole.id = o.branch_of_id and whole.state = 'live') as "branchOf",
  (select coalesce(json_agg(json_build_object('slug', b.slug, 'name', b.name) order by lower(b.name), b.id), '[]')
   from (select id, slug, name from organisations where branch_of_id = o.id and state = 'live'
         order by lower(name), id limit ${MOST_BRANCHES}) b) as branches`;

const areaJson = sql`
  (select coalesce(json_agg(json_build_object('slug', p.slug, 'name', p.name) order by p.position, p.name), '[]')
   from organisation_places op join places p on p.id = op.place_id where op.organisation_id = o.id) as places,
  (select coalesce(json_agg(d.name order by d.name), '[]')
   from organisation_districts od join districts d on d.id = od.district_id where od.organisation_id = o.id) as districts,
  (select coalesce(json_agg(json_build_object('slug', t.slug, 'name', t.name) order by t.position, t.name), '[]')
   from organisation_terms ot join taxonomy_terms t on t.id = ot.term_id where ot.organisation_id = o.id) as topics`;
