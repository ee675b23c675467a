import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import type { NamesBySlug } from "./differences.ts";

export type Option = {
  slug: string;
  name: string;
};

/** What forms offer: topics below the first level carry the name of theirs. */
export interface RecordChoices {
  places: Option[];
  districts: Option[];
  topics: Option[];
}

export async function findRecordChoices({ db }: Pick<Ctx, "db">): Promise<RecordChoices> {
  const rows = await db.execute<Option & { what: keyof RecordChoices }>(sql`
    select * from (
      select 'places' as what, slug, name, position, '' as whole from places
      union all select 'districts', slug, name, 0, name from districts
      union all
      select 'topics', t.slug, t.name, t.position, ''
      from taxonomy_terms t join taxonomies x on x.id = t.taxonomy_id and x.slug = 'topics'
      where t.parent_id is null) as choices
    order by what, whole, position, name`);
  const choices: RecordChoices = { places: [], districts: [], topics: [] };
  for (const { what, slug, name } of rows) choices[what].push({ slug, name });
  return choices;
}

/** Names for every slug that a record may hold. */
export async function findNamesBySlug({ db }: Pick<Ctx, "db">): Promise<NamesBySlug> {
  const rows = await db.execute<Option>(sql`
    select slug, name from taxonomy_terms union all select slug, name from districts
    union all select slug, name from places`);
  return Object.fromEntries(rows.map(({ slug, name }) => [slug, name]));
}
