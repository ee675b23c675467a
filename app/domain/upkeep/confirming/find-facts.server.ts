import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { findServiceCards } from "#app/domain/services/find-cards.server.ts";
import { publicPath } from "#app/domain/upkeep/about-record.server.ts";
import type { ReviewedRecord } from "./find-due.server.ts";

/** A record with what it says in short: enough to see whether it is still right. */
export interface RecordInShort extends ReviewedRecord {
  facts: { label: string; value: string }[];
  /** The address of its page, where all of it stands. */
  page: string;
}

/** The main facts of records, for those who keep them. */
export async function withFacts(ctx: Ctx, records: readonly ReviewedRecord[]): Promise<RecordInShort[]> {
  const idsOf = (noun: ReviewedRecord["noun"]) =>
    records.filter((one) => one.noun === noun).map(({ id }) => id);
  const [cards, reached, organisations] = await Promise.all([
    findServiceCards(ctx, idsOf("service")),
    findServiceContacts(ctx, idsOf("service")),
    findOrganisationFacts(ctx, idsOf("organisation")),
  ]);
  const services = cards.map(
    ({ id, when, where, cost, summary }): Known => [
      id,
      { What: summary, When: when, Where: where, Cost: cost, ...reached.get(id) },
    ],
  );
  const known = new Map<string, Facts>([...organisations, ...services]);
  return records.map((one) => ({
    ...one,
    facts: shown(known.get(one.id) ?? {}),
    page: publicPath(one.noun, one.slug),
  }));
}

type Facts = Record<string, string | null>;
type Known = [string, Facts];

const shown = (facts: Facts) =>
  Object.entries(facts).flatMap(([label, value]) => (value ? [{ label, value }] : []));

async function findOrganisationFacts({ db }: Ctx, ids: readonly string[]): Promise<Known[]> {
  const rows = await db.execute<Facts & { id: string }>(sql`
    select o.id, case when length(o.description) > 300 then left(o.description, 300) || '…' else o.description end as "What",
      o.email as "E-mail", o.website as "Website",
      ${phonesOf(sql`ph.organisation_id = o.id`)} as "Phone", ${contactsOf(sql`ct.organisation_id = o.id`)} as "Contacts",
      case when o.is_system_wide then 'All of Norfolk and Waveney' else
        (select string_agg(p.name, ', ' order by p.position, p.name)
         from organisation_places op join places p on p.id = op.place_id where op.organisation_id = o.id) end as "Where"
    from organisations o where o.id = any(${sql.param([...ids])}::uuid[])`);
  return rows.map(({ id, ...facts }) => [id, facts]);
}

async function findServiceContacts({ db }: Ctx, ids: readonly string[]): Promise<Map<string, Facts>> {
  const rows = await db.execute<Facts & { id: string }>(sql`
    select s.id, s.email as "E-mail", s.url as "Website",
      ${phonesOf(sql`ph.service_id = s.id`)} as "Phone", ${contactsOf(sql`ct.service_id = s.id`)} as "Contacts"
    from services s where s.id = any(${sql.param([...ids])}::uuid[])`);
  return new Map(rows.map(({ id, ...facts }) => [id ?? "", facts]));
}

/** What everybody sees: numbers for partners alone are not shown to whoever holds a mailed link. */
const phonesOf = (owned: SQL) => sql`(
  select string_agg(concat_ws(' ', nullif(ph.description, ''), ph.number, 'ext. ' || ph.extension), ', ' order by ph.number)
  from phones ph where ${owned} and ph.is_public)`;

const contactsOf = (owned: SQL) => sql`(
  select string_agg(concat_ws(', ', nullif(ct.name, ''), nullif(ct.title, ''), nullif(ct.email, ''),
    ${phonesOf(sql`ph.contact_id = ct.id`)}), '; ' order by ct.name nulls last, ct.id)
  from contacts ct where ${owned} and ct.is_public)`;
