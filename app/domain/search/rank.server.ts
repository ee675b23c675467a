import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import type { Spot } from "#app/domain/places/near.ts";
import { FEW, MOST_COUNTED, MOST_MATCHED, MOST_WEIGHED, PAGE_SIZE } from "./limits.ts";
import {
  freshness,
  literalOf,
  metresTo,
  nearness,
  queryOf,
  relevance,
  topicsMatched,
  uuids,
} from "./score.server.ts";
import type { Concept } from "./understand.ts";

/** A question in the shape that the index can answer. */
export interface Question {
  concepts: Concept[];
  spot: Spot | null;
  placeId: string | null;
  /** A slug may name a topic in more than one taxonomy. */
  topicIds: string[];
  page: number;
  /** Services with some of the words count too. */
  someAreEnough?: boolean;
}

export interface Ranked {
  /** At most one more than MOST_COUNTED. */
  total: number;
  /** True when few services have every word, and these have some. */
  isRelaxed: boolean;
  hits: Hit[];
  /** How many of the matches are in each place and topic; null where there are too many to count. */
  facets: Facets | null;
}

export interface Hit {
  serviceId: string;
  distanceKm: number | null;
}

export interface Facets {
  places: Record<string, number>;
  topics: Record<string, number>;
}

/** One page of the services that hold the words of a question, best first, in an order that never wavers. */
export async function rankServices(ctx: Ctx, question: Question): Promise<Ranked> {
  const strict = await rankBy(ctx, question);
  if (question.concepts.length < 2 || strict.total >= FEW) return strict;
  const loose = await rankBy(ctx, { ...question, someAreEnough: true });
  return loose.total > strict.total ? { ...loose, isRelaxed: true } : strict;
}

/**
 * Work is bounded whatever the size of the index: so many matches are looked at, the likeliest of them by
 * topic and nearness make a list, and only the head of that is weighed word by word.
 */
async function rankBy(ctx: Ctx, question: Question): Promise<Ranked> {
  const [row] = await ctx.db.execute<RankRow>(sql`
    with ${matches(question)},
    measured as materialized (
      select m.*, ${metresTo(question.spot, sql`m.service_id`)} as metres from matches m
    ),
    listed as materialized (${listed(question)}),
    page as (${page(ctx, question)})
    select (select count(*) from matches)::int as matched,
           (select json_agg(page.*) from page) as hits,
           ${countsOf("place_ids")} as places, ${countsOf("term_ids")} as topics`);
  return rankedOf(row);
}

/** Where there are too many to look at each, those that reach the spot's own place are looked at first. */
function matches(question: Question): SQL {
  const here = question.spot?.placeId;
  if (!here || question.placeId)
    return sql`matches as materialized (${matching(question, sql`true`, mostMatched)})`;
  const reaches = sql`i.place_ids @> array[${here}]::uuid[]`;
  const room = sql`(select ${mostMatched} - count(*) from here)`;
  return sql`
    here as materialized (${matching(question, reaches, mostMatched)}),
    elsewhere as materialized (${matching(question, sql`not (${reaches})`, room)}),
    matches as materialized (select * from here union all select * from elsewhere)`;
}

const mostMatched = sql.raw(String(MOST_MATCHED + 1));

function matching({ concepts, placeId, topicIds, someAreEnough }: Question, also: SQL, most: SQL): SQL {
  const isOne = concepts.length === 1;
  const words = sql.join(
    concepts.map(someAreEnough || isOne ? queryOf : literalOf),
    someAreEnough ? sql` || ` : sql` && `,
  );
  const place = placeId ? sql`and i.place_ids @> array[${placeId}]::uuid[]` : sql``;
  const topic = topicIds.length > 0 ? sql`and i.term_ids && ${uuids(topicIds)}` : sql``;
  return sql`
    select i.service_id, i.term_ids, i.place_ids, row_number() over () as place_in_index
    from service_index i
    where i.words @@ (${words}) and ${also} ${place} ${topic}
    limit ${most}`;
}

/** The index lies in order of confirmation: among equals the latest confirmed come first. */
function listed({ concepts, spot }: Question): SQL {
  const likeliness = sql`(1 + ${topicsMatched(concepts, sql`d.term_ids`)}) * d.nearness`;
  return sql`
    select d.*, row_number() over (order by ${likeliness} desc, d.place_in_index) as place
    from (select m.*, ${nearness(spot, sql`m.metres`, sql`m.place_ids`)} as nearness from measured m) d
    order by place
    limit ${MOST_COUNTED}`;
}

/** Weighed within the head of the list; what follows it stays in the list's order. */
function page(ctx: Ctx, { concepts, page: number, someAreEnough = false }: Question): SQL {
  const offset = (number - 1) * PAGE_SIZE;
  const hit = sql`l.service_id as "serviceId", round(l.metres / 100) / 10 as "distanceKm"`;
  if (offset >= MOST_WEIGHED)
    return sql`select ${hit} from listed l order by l.place limit ${PAGE_SIZE} offset ${offset}`;
  const score = sql`${relevance(concepts, sql`l.term_ids`, someAreEnough)} * l.nearness * ${freshness(ctx.now)}`;
  return sql`
    select ${hit}
    from listed l
    join service_index i on i.service_id = l.service_id
    join services s on s.id = l.service_id
    where l.place <= ${MOST_WEIGHED}
    order by ${score} desc, l.place
    limit ${PAGE_SIZE} offset ${offset}`;
}

/** Counts by id, while there are few enough matches for the counts to be true. */
function countsOf(column: "place_ids" | "term_ids"): SQL {
  return sql`(
    select json_object_agg(id, services) from (
      select id, count(*) as services from matches, unnest(${sql.raw(column)}) as id
      where (select count(*) from matches) <= ${MOST_COUNTED}
      group by id) counted)`;
}

type RankRow = {
  matched: number;
  hits: Hit[] | null;
  places: Record<string, number> | null;
  topics: Record<string, number> | null;
};

function rankedOf(row: RankRow | undefined): Ranked {
  const { matched = 0, hits, places, topics } = row ?? {};
  return {
    total: Math.min(matched, MOST_COUNTED + 1),
    isRelaxed: false,
    hits: hits ?? [],
    facets: matched > MOST_COUNTED ? null : { places: places ?? {}, topics: topics ?? {} },
  };
}
