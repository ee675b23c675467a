import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { answerOf, type NumberCheck } from "#app/domain/organisations/registers/answer.ts";
import { record } from "#app/domain/record.server.ts";
import type { IdentifierScheme } from "#db/vocabulary.ts";
import type { RegisterAnswer } from "#db/vocabulary-keeping.ts";

interface KnownNumber {
  id: string;
  organisationId: string;
  ours: string;
  number: string;
  before: RegisterAnswer;
  knownAs: string | null;
  entry: { name: string; otherNames: string[]; isCurrent: boolean } | null;
}

/** A step of importing an extract: every organisation's number of that register is looked up in it. */
export async function recheckNumbers(
  ctx: Ctx,
  scheme: IdentifierScheme,
): Promise<{ checked: number; changed: number }> {
  const known = await findNumbers(ctx, scheme);
  const checked = known.map((one) => ({ ...one, now: answerOf(one.entry, one.ours) }));
  await ctx.db.execute(sql`
    update organisation_identifiers i set answer = c.answer, register_name = c."registerName",
      checked_at = ${ctx.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(checked.map(({ id, now }) => ({ id, ...now })))}::text::jsonb)
      as c (id uuid, answer text, "registerName" text)
    where i.id = c.id`);
  const changed = checked.filter(({ before, knownAs, now }) => isOther({ before, knownAs }, now));
  await record(
    ctx,
    changed.map(({ organisationId, number, before, now }) => ({
      ...{ deed: "check register number", noun: "organisation", nounId: organisationId },
      before: { check: { scheme, number, answer: before } },
      after: { check: { scheme, number, ...now } },
    })),
  );
  return { checked: known.length, changed: changed.length };
}

const isOther = ({ before, knownAs }: Pick<KnownNumber, "before" | "knownAs">, now: NumberCheck) =>
  before !== now.answer || knownAs !== now.registerName;

async function findNumbers({ db }: Ctx, scheme: IdentifierScheme): Promise<KnownNumber[]> {
  const rows = await db.execute<KnownNumber & Record<string, unknown>>(sql`
    select i.id, i.organisation_id as "organisationId", o.name as ours, i.identifier as number,
      i.answer as before, i.register_name as "knownAs",
      case when e.number is not null then
        json_build_object('name', e.name, 'otherNames', e.other_names, 'isCurrent', e.is_current) end as entry
    from organisation_identifiers i
    join organisations o on o.id = i.organisation_id
    left join register_entries e on e.scheme = i.scheme and e.number = i.identifier
    where i.scheme = ${scheme} and o.state <> 'archived'`);
  return [...rows];
}
