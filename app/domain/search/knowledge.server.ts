import { asc, eq, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { findGazetteer } from "#app/domain/places/near.server.ts";
import { remember } from "#app/domain/remember.server.ts";
import { places } from "#db/schema/places.ts";
import { taxonomies, taxonomyTerms } from "#db/schema/taxonomies.ts";
import { type TopicVocabulary, topicVocabularyOf } from "./topics.ts";
import type { Knowledge } from "./understand.ts";

export interface SearchKnowledge extends Knowledge {
  places: { id: string; slug: string; name: string }[];
}

/** The topics, towns and places that search reads words by; from memory while the data stays the same. */
export function findKnowledge(ctx: Pick<Ctx, "db">): Promise<SearchKnowledge> {
  return remember(ctx.db, "search knowledge", async () => {
    const [topics, gazetteer, placeRows] = await Promise.all([
      loadTopics(ctx),
      findGazetteer(ctx),
      ctx.db
        .select({ id: places.id, slug: places.slug, name: places.name })
        .from(places)
        .orderBy(asc(places.position), asc(places.name)),
    ]);
    return { topics, gazetteer, places: placeRows };
  });
}

async function loadTopics({ db }: Pick<Ctx, "db">): Promise<TopicVocabulary> {
  const rows = await db
    .select({
      id: taxonomyTerms.id,
      slug: taxonomyTerms.slug,
      name: taxonomyTerms.name,
      parentId: taxonomyTerms.parentId,
      taxonomy: taxonomies.slug,
      words: taxonomyTerms.words,
    })
    .from(taxonomyTerms)
    .innerJoin(taxonomies, eq(taxonomies.id, taxonomyTerms.taxonomyId))
    .orderBy(
      sql`${taxonomies.slug} <> 'topics'`,
      asc(taxonomyTerms.position),
      asc(taxonomyTerms.name),
      asc(taxonomyTerms.id),
    );
  return topicVocabularyOf(rows);
}
