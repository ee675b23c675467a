import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { answerOf } from "#app/domain/organisations/registers/answer.ts";

interface NewNumber {
  id: string;
  ours: string;
  entry: { name: string; otherNames: string[]; isCurrent: boolean } | null;
}

/** A step of an import: numbers nobody has checked yet are looked up in the extracts that are there, all at once. */
export async function checkNewNumbers({ db, now }: Ctx): Promise<void> {
  const rows = await db.execute<NewNumber & Record<string, unknown>>(sql`
    select i.id, o.name as ours, case when e.number is not null then
      json_build_object('name', e.name, 'otherNames', e.other_names, 'isCurrent', e.is_current) end as entry
    from organisation_identifiers i
    join organisations o on o.id = i.organisation_id
    join register_extracts x on x.scheme = i.scheme
    left join register_entries e on e.scheme = i.scheme and e.number = i.identifier
    where i.answer = 'not-checked' and i.checked_at is null`);
  if (rows.length === 0) return;
  const checked = rows.map(({ id, ours, entry }) => ({ id, ...answerOf(entry, ours) }));
  await db.execute(sql`
    update organisation_identifiers i set answer = c.answer, register_name = c."registerName",
      checked_at = ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(checked)}::text::jsonb) as c (id uuid, answer text, "registerName" text)
    where i.id = c.id`);
}
