import { type SQL, sql } from "drizzle-orm";
import type { Spot } from "#app/domain/places/near.ts";
import type { Concept } from "./understand.ts";

/*
 * What makes one service come before another, in SQL: `i` is its row of the index, `s` the service itself.
 * Nearness multiplies, so that a fair match round the corner beats a perfect one across the county.
 */

export const uuids = (ids: readonly string[]) => sql`${sql.param([...ids])}::uuid[]`;

export const queryOf = ({ text }: Concept) => sql`plainto_tsquery('english', ${text})`;

/** A word that no topic claims must stand in what the service says of itself: a synonym only sounds like it. */
export const literalOf = (concept: Concept) =>
  concept.termIds.length > 0 ? queryOf(concept) : wordsIn("ABC", concept);

/** The words where they stand under these weights only. */
const wordsIn = (weights: string, { text }: Concept) =>
  sql`to_tsquery('english', ${text
    .split(" ")
    .map((word) => `${word}:${weights}`)
    .join(" & ")})`;

/** Weights of D, C, B and A: organisation and topics, description, summary, name. */
const WEIGHTS = sql.raw("'{0.1,0.4,0.5,1}'::float4[]");

/**
 * Where and how closely the words stand, and the topics that a service names. When some of the words are enough,
 * each thing asked for that it has counts most. A word in its name or summary outranks a topic's synonym.
 */
export function relevance(concepts: readonly Concept[], termIds: SQL, someAreEnough: boolean): SQL {
  const anyWord = sql.join(concepts.map(queryOf), sql` || `);
  const rank = sql`ts_rank_cd(${WEIGHTS}, i.words, ${anyWord}, 1)`;
  const topics = sql`${TOPIC} * ${topicsMatched(concepts, termIds)}`;
  const own = concepts.map((concept) => sql`${OWN} * (i.words @@ ${wordsIn("AB", concept)})::int`);
  const held = someAreEnough ? concepts.map((concept) => sql`(i.words @@ ${literalOf(concept)})::int`) : [];
  return sql`(${sql.join([rank, topics, ...own, ...held], sql` + `)})`;
}

const TOPIC = sql.raw("0.6");
const OWN = sql.raw("0.5");

/** How many of the topics asked for a service names. */
export function topicsMatched(concepts: readonly Concept[], termIds: SQL): SQL {
  const topical = concepts.filter((concept) => concept.termIds.length > 0);
  if (topical.length === 0) return sql`0`;
  return sql`(${sql.join(
    topical.map((concept) => sql`(${termIds} && ${uuids(concept.termIds)})::int`),
    sql` + `,
  )})`;
}

const METRES_A_DEGREE = 111_195;

/**
 * Metres from the spot to the nearest point of `serviceId`; null when it has none. Flat-earth arithmetic:
 * within a county it is right to a thousandth and costs a tenth of earth_distance.
 */
export function metresTo(spot: Spot | null, serviceId: SQL): SQL {
  if (!spot) return sql`null::float8`;
  const { latitude, longitude } = spot;
  const eastward = METRES_A_DEGREE * Math.cos((latitude * Math.PI) / 180);
  return sql`(
    select min(sqrt(((p.latitude - ${latitude}::float8) * ${METRES_A_DEGREE}::float8) ^ 2
                  + ((p.longitude - ${longitude}::float8) * ${eastward}::float8) ^ 2))
    from service_points p where p.service_id = ${serviceId})`;
}

/** A service without a point that covers the spot comes to people or rings them: nearly as good as near. */
const COVERS_HERE = sql.raw("7000");
const ELSEWHERE = sql.raw("40000");
/** Metres at which nearness counts half. */
const HALF = sql.raw("12000.0");

/** From 1 on the spot towards 0; `1` where nobody said where. */
export function nearness(spot: Spot | null, metres: SQL, placeIds: SQL): SQL {
  if (!spot) return sql`1`;
  return sql`(1 / (1 + ${metresOrGuess(spot, metres, placeIds)} / ${HALF}))`;
}

export function metresOrGuess(spot: Spot, metres: SQL, placeIds: SQL): SQL {
  const covers = spot.placeId ? sql`${placeIds} @> array[${spot.placeId}]::uuid[]` : sql`false`;
  return sql`coalesce(${metres}, case when ${covers} then ${COVERS_HERE} else ${ELSEWHERE} end)`;
}

/** Confirmed within half a year counts in full, never or long ago a little less. */
export function freshness(now: Date): SQL {
  const today = sql`${now.toISOString()}::timestamptz::date`;
  return sql`(case when s.confirmed_on > ${today} - 182 then 1
                   when s.confirmed_on > ${today} - 365 then 0.95 else 0.9 end)`;
}
