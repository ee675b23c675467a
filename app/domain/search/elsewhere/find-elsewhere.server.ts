import type { EventRow } from "#app/domain/calendars/event-rows.server.ts";
import { findEventsTitled } from "#app/domain/calendars/find-titled.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { findOpportunitiesTitled, type OpportunityCardRow } from "#app/domain/opportunities/find.server.ts";
import type { Search } from "#app/domain/search/inputs.ts";
import { findKnowledge } from "#app/domain/search/knowledge.server.ts";
import { understand } from "#app/domain/search/understand.ts";
import { wordsOf } from "#app/domain/search/words.ts";

/** What else is called by somebody's words, besides services. */
export interface Elsewhere {
  events: EventRow[];
  opportunities: OpportunityCardRow[];
}

const MOST_OF_EACH = 3;

/**
 * Coming events and open opportunities whose titles hold all of the words, where to left aside, for the first page of
 * results. Nothing where the words tell of a danger: what helps with that stands alone.
 */
export async function findElsewhere(ctx: Ctx, { q, near, page }: Search): Promise<Elsewhere> {
  if (page > 1 || q === "") return { events: [], opportunities: [] };
  const { concepts, dangers } = understand(q, near, await findKnowledge(ctx), new Set(wordsOf(q)));
  const words = concepts.map(({ text }) => text).join(" ");
  if (words === "" || dangers.length > 0) return { events: [], opportunities: [] };
  const [events, opportunities] = await Promise.all([
    findEventsTitled(ctx, words, MOST_OF_EACH),
    findOpportunitiesTitled(ctx, words, MOST_OF_EACH),
  ]);
  return { events, opportunities };
}
