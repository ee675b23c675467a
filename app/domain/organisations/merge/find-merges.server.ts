import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/ids.ts";
import { mayMerge } from "#app/domain/organisations/bulk/policy.ts";
import type { Moved } from "./moved.ts";

interface Side {
  id: string;
  slug: string;
  name: string;
}

/** Two records that were made one. */
export interface FoundMerge {
  id: string;
  /** Instants, as ISO strings. */
  mergedAt: string;
  undoneAt: string | null;
  by: string | null;
  from: Side;
  into: Side & { mergedInto: string | null };
  moved: Moved;
}

/** One merge. Throws NotFound, also for those who may not merge. */
export async function findMerge(ctx: Ctx, id: string, { hold = false } = {}): Promise<FoundMerge> {
  if (!mayMerge(ctx.actor) || !isId(id)) throw new NotFound("that merge");
  if (hold) {
    await ctx.db.execute(sql`
      select o.id from organisations o join merges m on o.id in (m.from_id, m.into_id)
      where m.id = ${id} order by o.id for update of o`);
  }
  const [found] = await select(ctx, sql`m.id = ${id}`);
  if (!found) throw new NotFound("that merge");
  return found;
}

/** Merges that a record took part in, on either side, newest first. */
export function findMergesOf(ctx: Ctx, organisationId: string): Promise<FoundMerge[]> {
  return select(ctx, sql`${organisationId} in (m.from_id, m.into_id)`);
}

async function select({ db }: Ctx, wanted: SQL): Promise<FoundMerge[]> {
  const rows = await db.execute<FoundMerge & Record<string, unknown>>(sql`
    select m.id, to_json(m.merged_at) #>> '{}' as "mergedAt", to_json(m.undone_at) #>> '{}' as "undoneAt",
      p.name as by, m.moved,
      json_build_object('id', f.id, 'slug', f.slug, 'name', f.name) as "from",
      json_build_object('id', i.id, 'slug', i.slug, 'name', i.name, 'mergedInto', i.merged_into_id) as "into"
    from merges m join organisations f on f.id = m.from_id join organisations i on i.id = m.into_id
    left join people p on p.id = m.merged_by_id
    where ${wanted}
    order by m.merged_at desc, m.id`);
  return [...rows];
}
