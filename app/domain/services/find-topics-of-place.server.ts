import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { isInResults } from "#app/domain/organisations/in-results.server.ts";
import { remember } from "#app/domain/remember.server.ts";

export interface TopicOfPlace {
  slug: string;
  name: string;
  /** How many live services the place has for it, those of its narrower terms included. */
  services: number;
}

/** The widest topics that a place has services for, the fullest first: each counts what search finds of it there. */
export function findTopicsOfPlace(ctx: Ctx, placeId: string): Promise<TopicOfPlace[]> {
  return remember(ctx.db, `topics of place ${placeId} ${londonDay(ctx.now)}`, async () => {
    const rows = await ctx.db.execute<TopicOfPlace & Record<string, unknown>>(sql`
      with recursive above as (
        select id as term_id, slug, parent_id from taxonomy_terms
        union
        select a.term_id, t.slug, t.parent_id from above a join taxonomy_terms t on t.id = a.parent_id
      )
      select topic.slug, topic.name, count(distinct s.id)::int as services
      from service_places sp
      join services s on s.id = sp.service_id and s.state = 'live' and ${isInResults(ctx, sql`s.review_due_on`)}
      join organisations o on o.id = s.organisation_id and o.state = 'live'
      join service_terms st on st.service_id = s.id
      join above a on a.term_id = st.term_id
      join taxonomy_terms topic on topic.slug = a.slug and topic.parent_id is null
      join taxonomies x on x.id = topic.taxonomy_id and x.slug = 'topics'
      where sp.place_id = ${placeId}
      group by topic.id order by services desc, topic.position, topic.name`);
    return rows.map(({ slug, name, services }) => ({ slug, name, services }));
  });
}
