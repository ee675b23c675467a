import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";
import type { EventRow } from "./event-rows.server.ts";
import { findEvents, findNextEventDay } from "./find-events.server.ts";
import { plusDays } from "./inputs.ts";

export interface Week {
  from: string;
  to: string;
  events: EventRow[];
  /** Whether the week goes on over another page. */
  hasMore: boolean;
  /** Where the weeks beside it begin: none before this one, and none after the last with something on. */
  earlier: string | null;
  later: string | null;
}

const PER_PAGE = 40;

/** What is on in the seven days from a day (today when left out), page by page. Throws NotFound as `findEvents` does. */
export async function findWeek(
  ctx: Ctx,
  query: { place?: string | undefined; topic?: string | undefined; from?: string | undefined; page: number },
): Promise<Week> {
  const { page, place, topic } = query;
  const today = londonDay(ctx.now);
  const from = query.from ?? today;
  const week = { place, topic, from, to: plusDays(from, 6) };
  const [found, later] = await Promise.all([
    findEvents(ctx, { ...week, limit: PER_PAGE + 1, offset: (page - 1) * PER_PAGE }),
    findNextEventDay(ctx, week),
  ]);
  return {
    from,
    to: week.to,
    events: found.slice(0, PER_PAGE),
    hasMore: found.length > PER_PAGE,
    earlier: from > today ? ([today, plusDays(from, -7)].sort().at(-1) ?? null) : null,
    later,
  };
}
