import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import type { Spot } from "#app/domain/places/near.ts";
import { FEW, MOST_COUNTED, MOST_WEIGHED, PAGE_SIZE } from "./limits.ts";
import type { Concept } from "./understand.ts";

/** A question in the shape that the index can answer. */
export interface Question {
  concepts: Concept[];
  spot: Spot | null;
  placeId: string | null;
  /** A slug may name a topic in more than one taxonomy. */
  topicIds: string[];
  page: number;
}

export interface Ranked {
  total: number;
  totalIsCapped: boolean;
  /** True when no service has every word, and these have some. */
  isRelaxed: boolean;
  hits: { serviceId: string; distanceKm: number | null }[];
  /** How many of the matches are in each place and topic; null where there are too many to count. */
  facets: Facets | null;
}

export interface Facets {
  places: Record<string, number>;
  topics: Record<string, number>;
}

/** One page of the services that answer a question, best first, in an order that never wavers. */
export async function rankServices(ctx: Ctx, question: Question): Promise<Ranked> {
  const strict = await rankBy(ctx, question, allOf(question.concepts));
  if (question.concepts.length < 2 || strict.total >= FEW) return strict;
  const loose = await rankBy(ctx, question, anyOf(question.concepts));
  return loose.total > strict.total ? { ...loose, isRelaxed: true } : strict;
}

async function rankBy(ctx: Ctx, question: Question, matches: SQL): Promise<Ranked> {
  const where = sql`${matches} and ${within(question)}`;
  const [row] = await ctx.db.execute<RankRow>(sql`
    with candidates as materialized (${candidates(question, where)}),
    weighed as (
      select c.service_id, ${distance(question.spot)} as metres, c.relevance, c.place_ids
      from candidates c
    ),
    page as (
      select w.service_id, w.metres
      from weighed w join services s on s.id = w.service_id
      order by ${order(ctx, question)}, w.service_id
      limit ${PAGE_SIZE} offset ${(question.page - 1) * PAGE_SIZE}
    )
    select (select least(count(*), ${MOST_COUNTED + 1}) from candidates)::int as total,
           (select coalesce(json_agg(json_build_object('serviceId', service_id, 'metres', metres)), '[]') from page) as hits,
           ${facetsOf("place_ids")} as places, ${facetsOf("term_ids")} as topics`);
  return rankedOf(row);
}

type RankRow = {
  total: number;
  hits: { serviceId: string; metres: number | null }[];
  places: Record<string, number> | null;
  topics: Record<string, number> | null;
};

function rankedOf(row: RankRow | undefined): Ranked {
  const { total = 0, hits = [], places = null, topics = null } = row ?? {};
  const totalIsCapped = total > MOST_COUNTED;
  return {
    total: Math.min(total, MOST_COUNTED),
    totalIsCapped,
    isRelaxed: false,
    hits: hits.map(({ serviceId, metres }) => ({
      serviceId,
      distanceKm: metres === null ? null : Math.round(metres / 100) / 10,
    })),
    facets: totalIsCapped ? null : { places: places ?? {}, topics: topics ?? {} },
  };
}

/** The index lies in order of confirmation, so a limit keeps the latest confirmed of too many matches. */
function candidates({ concepts }: Question, where: SQL): SQL {
  return sql`
    select i.service_id, i.place_ids, i.term_ids, ${relevance(concepts)} as relevance
    from service_index i
    where ${where}
    limit ${MOST_WEIGHED}`;
}

function within({ placeId, topicIds }: Question): SQL {
  const place = placeId ? sql`i.place_ids @> array[${placeId}]::uuid[]` : sql`true`;
  const topic = topicIds.length > 0 ? sql`i.term_ids && ${uuids(topicIds)}` : sql`true`;
  return sql`${place} and ${topic}`;
}

const queryOf = ({ text }: Concept) => sql`plainto_tsquery('english', ${text})`;

function holds(concept: Concept): SQL {
  const inWords = sql`i.words @@ ${queryOf(concept)}`;
  if (concept.termIds.length === 0) return inWords;
  return sql`(i.term_ids && ${uuids(concept.termIds)} or ${inWords})`;
}

const uuids = (ids: readonly string[]) => sql`${sql.param([...ids])}::uuid[]`;

function allOf(concepts: readonly Concept[]): SQL {
  return concepts.length === 0 ? sql`true` : sql.join(concepts.map(holds), sql` and `);
}

function anyOf(concepts: readonly Concept[]): SQL {
  return sql`(${sql.join(concepts.map(holds), sql` or `)})`;
}

/** Weights of D, C, B and A: organisation, description, summary, name and topics. */
const WEIGHTS = "{0.05,0.15,0.4,1}";

/** Where and how often the words stand, and as much again for each topic that the service itself names. */
function relevance(concepts: readonly Concept[]): SQL {
  if (concepts.length === 0) return sql`0`;
  const anyWord = sql.join(concepts.map(queryOf), sql` || `);
  const inText = sql`ts_rank_cd(${WEIGHTS}::float4[], i.words, ${anyWord}, 1)`;
  const inTopics = concepts
    .filter(({ termIds }) => termIds.length > 0)
    .map(({ termIds }) => sql`(i.term_ids && ${uuids(termIds)})::int`);
  const asked = concepts.length > 1 ? concepts.map((concept) => sql`(${holds(concept)})::int`) : [];
  return sql.join([inText, ...inTopics, ...asked], sql` + `);
}

/** Metres to the nearest of its points; null when it has none. */
function distance(spot: Spot | null): SQL {
  if (!spot) return sql`null::float8`;
  return sql`(
    select min(earth_distance(ll_to_earth(p.latitude, p.longitude), ll_to_earth(${spot.latitude}, ${spot.longitude})))
    from service_points p where p.service_id = c.service_id)`;
}

/** A service without a point counts as far off as the middle of the area it covers, or as the whole area. */
const COVERS_HERE = 12_000;
const ELSEWHERE = 40_000;
/** Metres at which nearness counts half. */
const HALF = 8_000;

function order(ctx: Ctx, { concepts, spot }: Question): SQL {
  if (concepts.length === 0 && !spot) return sql`lower(s.name)`;
  const far = sql`coalesce(w.metres, case when s.is_online or ${coversSpot(spot)} then ${COVERS_HERE} else ${ELSEWHERE} end)`;
  if (concepts.length === 0) return sql`${far}`;
  const nearness = spot ? sql`1 / (1 + ${far} / ${HALF}::float8)` : sql`1`;
  return sql`w.relevance * ${nearness} * ${freshness(ctx.now)} desc`;
}

function coversSpot(spot: Spot | null): SQL {
  return spot?.placeId ? sql`w.place_ids @> array[${spot.placeId}]::uuid[]` : sql`false`;
}

/** Confirmed within half a year counts in full, never or long ago a little less. */
function freshness(now: Date): SQL {
  const today = sql`${now.toISOString()}::timestamptz::date`;
  return sql`case when s.confirmed_on > ${today} - 182 then 1 when s.confirmed_on > ${today} - 365 then 0.95 else 0.9 end`;
}

/** Counts by id, while there are few enough matches for the counts to be true. */
function facetsOf(column: "place_ids" | "term_ids"): SQL {
  return sql`(
    select json_object_agg(id, services) from (
      select id, count(*) as services from candidates, unnest(${sql.raw(column)}) as id
      where (select count(*) from candidates) <= ${MOST_COUNTED}
      group by id) counted)`;
}
