import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { browseServices } from "./browse.server.ts";
import type { Danger } from "./crisis.ts";
import type { Search } from "./inputs.ts";
import { findKnowledge, type SearchKnowledge } from "./knowledge.server.ts";
import { LAST_PAGE, MOST_COUNTED, PAGE_SIZE } from "./limits.ts";
import { type Facets, type Question, rankServices } from "./rank.server.ts";
import { findResults, type Result } from "./results.server.ts";
import { findIndexedWords, respell } from "./spelling.server.ts";
import { type Correction, doubtfulWords, respelt, type Understood, understand } from "./understand.ts";

export interface Choice {
  slug: string;
  name: string;
  /** How many of the results; null where there are too many to count. */
  results: number | null;
}

export interface SearchAnswer {
  total: number;
  totalIsCapped: boolean;
  page: number;
  pages: number;
  results: Result[];
  /** Where the results are near to, or what was said when we do not know it. */
  near: { known: boolean; said: string; label: string } | null;
  corrections: Correction[];
  isRelaxed: boolean;
  /** What the words tell of that cannot wait: said above the results. */
  dangers: Danger[];
  /** The nearest come first, whatever else; otherwise nearness is one reason among others. */
  isByDistance: boolean;
  /** Nothing was asked for: these are all services by name. */
  isBrowsing: boolean;
  place: Choice | null;
  topic: Choice | null;
  places: Choice[];
  topics: Choice[];
}

/**
 * Services that answer somebody's own words, best first.
 * Throws NotFound for a place or topic that we do not have.
 */
export async function searchServices(ctx: Ctx, input: Search): Promise<SearchAnswer> {
  const knowledge = await findKnowledge(ctx);
  const chosen = chosenOf(input, knowledge);
  const understood = await understandInFull(ctx, input, knowledge);
  const { near, concepts, corrections, dangers } = understood;
  const question: Question = {
    concepts,
    spot: near?.known ? near.spot : null,
    placeId: chosen.place?.id ?? null,
    topicIds: chosen.topicIds,
    page: input.page,
  };
  const found = concepts.length > 0 ? await rankServices(ctx, question) : await browseServices(ctx, question);
  const total = Math.min(found.total, MOST_COUNTED);
  return {
    total,
    totalIsCapped: found.total > MOST_COUNTED,
    isRelaxed: found.isRelaxed,
    page: input.page,
    pages: Math.min(LAST_PAGE, Math.ceil(total / PAGE_SIZE)),
    results: await findResults(ctx, found.hits),
    near: near && { known: near.known, said: near.said, label: near.known ? near.spot.label : near.said },
    corrections,
    dangers,
    isByDistance: concepts.length === 0 && question.spot !== null,
    isBrowsing: concepts.length === 0 && !question.spot && !question.placeId && !chosen.topic,
    ...choicesOf(knowledge, chosen, found.facets, concepts),
  };
}

async function understandInFull(
  ctx: Ctx,
  { q, near }: Search,
  knowledge: SearchKnowledge,
): Promise<Understood> {
  const indexed = await findIndexedWords(ctx, doubtfulWords(q, near, knowledge));
  const understood = understand(q, near, knowledge, indexed);
  if (understood.unknown.length === 0) return understood;
  return respelt(understood, await respell(ctx, understood.unknown));
}

interface Chosen {
  place: { id: string; slug: string; name: string } | null;
  topic: { id: string; slug: string; name: string } | null;
  topicIds: string[];
}

function chosenOf(input: Search, { places, topics }: SearchKnowledge): Chosen {
  const place = places.find(({ slug }) => slug === input.place) ?? null;
  const named = topics.topics.filter(({ slug }) => slug === input.topic);
  const [topic = null] = named;
  if (input.place && !place) throw new NotFound(`a place called “${input.place}”`);
  if (input.topic && !topic) throw new NotFound(`a topic called “${input.topic}”`);
  return { place, topic, topicIds: named.map(({ id }) => id) };
}

/** The taxonomy whose widest terms are offered as topics. */
const TOPICS = "topics";

type Choices = Pick<SearchAnswer, "place" | "topic" | "places" | "topics">;

/** Filters to offer: every place; and the widest topics, or those that occur in the results. */
function choicesOf(
  knowledge: SearchKnowledge,
  { place, topic }: Chosen,
  facets: Facets | null,
  asked: Question["concepts"],
): Choices {
  const choice = (
    { id, slug, name }: { id: string; slug: string; name: string },
    counts?: Record<string, number>,
  ) => ({
    slug,
    name,
    results: counts ? (counts[id] ?? 0) : null,
  });
  const wide = knowledge.topics.topics.filter(
    ({ parentId, taxonomy }) => parentId === null && taxonomy === TOPICS,
  );
  const said = new Set(asked.flatMap(({ termIds }) => termIds));
  const named = knowledge.topics.topics.filter(({ id, parentId }) => parentId !== null && said.has(id));
  const occurring = facets ? wide.filter(({ id }) => facets.topics[id]) : wide;
  return {
    place: place && choice(place, facets?.places),
    topic: topic && choice(topic, facets?.topics),
    places: knowledge.places.map((one) => choice(one, facets?.places)),
    topics: [...named, ...(occurring.length > 0 ? occurring : wide)].map((one) =>
      choice(one, facets?.topics),
    ),
  };
}
