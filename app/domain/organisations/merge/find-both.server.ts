import { sql } from "drizzle-orm";
import * as v from "valibot";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { mayMerge } from "#app/domain/organisations/bulk/policy.ts";
import { hasOwner, whereInWords } from "#app/domain/organisations/duplicates/find-duplicates.server.ts";
import { Slug } from "#app/domain/shapes.ts";
import type { OrganisationKind, RecordState } from "#db/vocabulary.ts";

/** One of two records that are to become one. */
export interface MergedRecord {
  id: string;
  slug: string;
  name: string;
  kind: OrganisationKind;
  state: RecordState;
  stateNote: string;
  description: string;
  email: string | null;
  website: string | null;
  confirmedOn: string | null;
  where: string;
  numbers: string[];
  hasOwner: boolean;
}

/** One record that a merge may be of, in any state but a draft. Throws NotFound, also for those who may not merge. */
export async function findRecordToMerge(ctx: Ctx, slug: string): Promise<MergedRecord> {
  const [found] = mayMerge(ctx.actor) && v.is(Slug, slug) ? await select(ctx, sql`o.slug = ${slug}`) : [];
  if (!found) throw new NotFound("that organisation");
  return found;
}

/** Both records; `hold` keeps others from changing them until the transaction ends. */
export async function findBoth(
  ctx: Ctx,
  { fromSlug, intoSlug }: { fromSlug: string; intoSlug: string },
  { hold = false } = {},
): Promise<{ from: MergedRecord; into: MergedRecord }> {
  if (hold) {
    await ctx.db.execute(sql`
      select id from organisations where slug in (${fromSlug}, ${intoSlug}) order by id for update`);
  }
  const into = await findRecordToMerge(ctx, intoSlug);
  return { into, from: await findRecordToMerge(ctx, fromSlug) };
}

const MOST = 10;

/** Records whose name or address has these words, likest first; not the one they are to be merged into. */
export async function searchRecordsToMerge(ctx: Ctx, q: string, exceptId: string): Promise<MergedRecord[]> {
  if (!mayMerge(ctx.actor)) throw new NotFound("that organisation");
  return select(
    ctx,
    sql`o.id <> ${exceptId} and o.state <> 'archived'
      and (o.slug = ${q} or name_core(o.name) % name_core(${q}) or o.name ilike ${`%${q.replace(/[\\%_]/g, "\\$&")}%`})`,
    sql`similarity(name_core(o.name), name_core(${q})) desc, lower(o.name), o.id`,
  );
}

async function select(
  { db }: Ctx,
  wanted: ReturnType<typeof sql>,
  order = sql`o.id`,
): Promise<MergedRecord[]> {
  const rows = await db.execute<MergedRecord & Record<string, unknown>>(sql`
    select o.id, o.slug, o.name, o.kind, o.state, o.state_note as "stateNote", o.description, o.email, o.website,
      o.confirmed_on as "confirmedOn", ${whereInWords} as "where", ${hasOwner} as "hasOwner",
      array(select i.scheme || ' ' || i.identifier from organisation_identifiers i
            where i.organisation_id = o.id order by 1) as numbers
    from organisations o
    where ${wanted} and o.state <> 'draft'
    order by ${order} limit ${MOST}`);
  return [...rows];
}
