import { sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { findVenueChoices, type VenueChoice } from "#app/domain/services/venues/find-venues.server.ts";
import type { FootprintKind } from "#db/vocabulary.ts";

export interface TopicGroup {
  name: string;
  /** The widest topic itself, and those below it. */
  topics: { slug: string; name: string; description: string }[];
}

export interface Area {
  slug: string;
  name: string;
  kind: FootprintKind;
}

/** What the forms of a service offer to choose from. */
export interface ServiceChoices {
  topics: TopicGroup[];
  areas: Area[];
  venues: VenueChoice[];
}

export async function findServiceChoices(ctx: Ctx, organisationId: string): Promise<ServiceChoices> {
  const [topics, areas, venues] = await Promise.all([
    findTopicGroups(ctx),
    findAreas(ctx),
    findVenueChoices(ctx, organisationId),
  ]);
  return { topics, areas, venues };
}

/** Every topic, the widest with those below it. */
export async function findTopicGroups({ db }: Ctx): Promise<TopicGroup[]> {
  const rows = await db.execute<TopicGroup & Record<string, unknown>>(sql`
    with recursive tree as (
      select t.id, t.id as top, 0 as depth from taxonomy_terms t
      join taxonomies x on x.id = t.taxonomy_id and x.slug = 'topics' where t.parent_id is null
      union all
      select t.id, tree.top, tree.depth + 1 from taxonomy_terms t join tree on t.parent_id = tree.id
    )
    select top.name, json_agg(json_build_object('slug', t.slug, 'name', t.name, 'description', t.description)
      order by tree.depth, t.position, t.name) as topics
    from tree join taxonomy_terms t on t.id = tree.id join taxonomy_terms top on top.id = tree.top
    group by top.id order by top.position, top.name`);
  return rows.map(({ name, topics }) => ({ name, topics }));
}

/** The whole area first, then places, then districts. */
async function findAreas({ db }: Ctx): Promise<Area[]> {
  const rows = await db.execute<Area & Record<string, unknown>>(sql`
    select slug, name, kind from footprints
    order by array_position(array['system', 'county', 'place', 'district', 'neighbourhood'], kind::text), name`);
  return rows.map(({ slug, name, kind }) => ({ slug, name, kind }));
}
