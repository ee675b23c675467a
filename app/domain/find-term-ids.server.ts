import { sql } from "drizzle-orm";
import type { Ctx } from "./context.ts";
import { NotFound } from "./errors.ts";

/** The term and the terms below it; undefined where there is no filter. Throws NotFound for a topic we do not know. */
export async function findTermIds({ db }: Ctx, slug: string | undefined): Promise<string[] | undefined> {
  if (slug === undefined) return undefined;
  const rows = await db.execute<{ id: string }>(sql`
    with recursive below as (
      select id from taxonomy_terms where slug = ${slug}
      union select t.id from taxonomy_terms t join below on t.parent_id = below.id)
    select id from below`);
  if (rows.length === 0) throw new NotFound(`a topic called “${slug}”`);
  return rows.map(({ id }) => id);
}
