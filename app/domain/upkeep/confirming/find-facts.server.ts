import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { findServiceCards } from "#app/domain/services/find-cards.server.ts";
import type { ReviewedRecord } from "./find-due.server.ts";

/** A record with what it says in short: enough to see whether it is still right. */
export interface RecordInShort extends ReviewedRecord {
  facts: { label: string; value: string }[];
}

/** The main facts of records, for those who keep them. */
export async function withFacts(ctx: Ctx, records: readonly ReviewedRecord[]): Promise<RecordInShort[]> {
  const idsOf = (noun: ReviewedRecord["noun"]) =>
    records.filter((one) => one.noun === noun).map(({ id }) => id);
  const [cards, organisations] = await Promise.all([
    findServiceCards(ctx, idsOf("service")),
    findOrganisationFacts(ctx, idsOf("organisation")),
  ]);
  const services = cards.map(
    ({ id, when, where, cost, summary }): Known => [
      id,
      { What: summary, When: when, Where: where, Cost: cost },
    ],
  );
  const known = new Map<string, Facts>([...organisations, ...services]);
  return records.map((one) => ({ ...one, facts: shown(known.get(one.id) ?? {}) }));
}

type Facts = Record<string, string | null>;
type Known = [string, Facts];

const shown = (facts: Facts) =>
  Object.entries(facts).flatMap(([label, value]) => (value ? [{ label, value }] : []));

async function findOrganisationFacts({ db }: Ctx, ids: readonly string[]): Promise<Known[]> {
  const rows = await db.execute<Facts & { id: string }>(sql`
    select o.id, left(o.description, 300) as "What", o.email as "E-mail", o.website as "Website",
      (select string_agg(ph.number, ', ' order by ph.number) from phones ph where ph.organisation_id = o.id) as "Phone",
      case when o.is_system_wide then 'All of Norfolk and Waveney' else
        (select string_agg(p.name, ', ' order by p.position, p.name)
         from organisation_places op join places p on p.id = op.place_id where op.organisation_id = o.id) end as "Where"
    from organisations o where o.id = any(${sql.param([...ids])}::uuid[])`);
  return rows.map(({ id, ...facts }) => [id, facts]);
}
