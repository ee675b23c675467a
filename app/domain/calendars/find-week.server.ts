import type { Ctx } from "#app/domain/context.ts";
import { type EventRow, londonToday } from "./event-rows.server.ts";
import { countEvents, findEvents, findNextEventDay } from "./find-events.server.ts";
import { plusDays } from "./inputs.ts";

export interface Week {
  from: string;
  to: string;
  events: EventRow[];
  total: number;
  pageCount: number;
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
  const today = londonToday(ctx.now);
  const from = query.from ?? today;
  const week = { place, topic, from, to: plusDays(from, 6) };
  const [events, total, later] = await Promise.all([
    findEvents(ctx, { ...week, limit: PER_PAGE, offset: (page - 1) * PER_PAGE }),
    countEvents(ctx, week),
    findNextEventDay(ctx, week),
  ]);
  const earlier = from > today ? [today, plusDays(from, -7)].sort().at(-1) : undefined;
  return { ...week, events, total, pageCount: Math.ceil(total / PER_PAGE), earlier: earlier ?? null, later };
}
