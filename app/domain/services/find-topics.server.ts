import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { remember } from "#app/domain/remember.server.ts";
import { servicePlaces, services, serviceTerms, taxonomies, taxonomyTerms } from "#db/schema/services.ts";

export interface TopicLink {
  slug: string;
  name: string;
}

/** The topics that residents choose from, in the order pages list them; the terms below them are left out. */
export function findTopics(ctx: Pick<Ctx, "db">): Promise<TopicLink[]> {
  return remember(ctx.db, "topics", () =>
    ctx.db
      .select({ slug: taxonomyTerms.slug, name: taxonomyTerms.name })
      .from(taxonomyTerms)
      .innerJoin(taxonomies, and(eq(taxonomies.id, taxonomyTerms.taxonomyId), eq(taxonomies.slug, "topics")))
      .where(isNull(taxonomyTerms.parentId))
      .orderBy(asc(taxonomyTerms.position), asc(taxonomyTerms.name)),
  );
}

/** How many live services a place has for each topic, its terms included; the fullest first. */
export function findTopicsOfPlace(
  ctx: Pick<Ctx, "db">,
  placeId: string,
): Promise<(TopicLink & { services: number })[]> {
  return remember(ctx.db, `topics of place ${placeId}`, async () => {
    const rows = await ctx.db.execute<{ slug: string; name: string; services: number }>(sql`
      with here as (
        select distinct ${serviceTerms.serviceId} as service_id, coalesce(term.parent_id, term.id) as topic_id
        from ${servicePlaces}
        join ${services} on ${services.id} = ${servicePlaces.serviceId} and ${services.state} = 'live'
        join ${serviceTerms} on ${serviceTerms.serviceId} = ${servicePlaces.serviceId}
        join ${taxonomyTerms} term on term.id = ${serviceTerms.termId}
        join ${taxonomies} on ${taxonomies.id} = term.taxonomy_id and ${taxonomies.slug} = 'topics'
        where ${servicePlaces.placeId} = ${placeId}
      )
      select topic.slug, topic.name, count(*)::int as services
      from here join ${taxonomyTerms} topic on topic.id = here.topic_id
      group by topic.id order by services desc, topic.position`);
    return rows.map(({ slug, name, services }) => ({ slug, name, services }));
  });
}
