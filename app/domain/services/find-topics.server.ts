import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { remember } from "#app/domain/remember.server.ts";

export interface TopicLink {
  slug: string;
  name: string;
}

/** The widest topics, in the order in which pages list them. */
export function findTopics({ db }: Ctx): Promise<TopicLink[]> {
  return remember(db, "widest topics", async () => {
    const rows = await db.execute<TopicLink & Record<string, unknown>>(sql`
      select t.slug, t.name
      from taxonomy_terms t join taxonomies x on x.id = t.taxonomy_id
      where t.parent_id is null and x.slug = 'topics'
      order by t.position, t.name`);
    return rows.map(({ slug, name }) => ({ slug, name }));
  });
}
