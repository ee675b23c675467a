import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { remember } from "#app/domain/remember.server.ts";

export interface TopicOfPlace {
  slug: string;
  name: string;
  /** How many live services the place has for it, those of its narrower terms included. */
  services: number;
}

/** The widest topics that a place has services for, the fullest first. */
export function findTopicsOfPlace({ db }: Ctx, placeId: string): Promise<TopicOfPlace[]> {
  return remember(db, `topics of place ${placeId}`, async () => {
    const rows = await db.execute<TopicOfPlace & Record<string, unknown>>(sql`
      with here as (
        select distinct st.service_id, coalesce(t.parent_id, t.id) as topic_id
        from service_places sp
        join services s on s.id = sp.service_id and s.state = 'live'
        join service_terms st on st.service_id = sp.service_id
        join taxonomy_terms t on t.id = st.term_id
        join taxonomies x on x.id = t.taxonomy_id and x.slug = 'topics'
        where sp.place_id = ${placeId}
      )
      select topic.slug, topic.name, count(*)::int as services
      from here join taxonomy_terms topic on topic.id = here.topic_id
      group by topic.id order by services desc, topic.position, topic.name`);
    return rows.map(({ slug, name, services }) => ({ slug, name, services }));
  });
}
