import type { Ctx } from "#app/domain/context.ts";
import { dayOf, type EventRow } from "./event-rows.server.ts";
import { findEvents } from "./find-events.server.ts";
import { type DaySpan, plusDays } from "./inputs.ts";

export interface SpanOfEvents {
  events: EventRow[];
  /** The day to ask from for the rest; null when this is all. What still runs on that day comes again. */
  restFrom: string | null;
}

/** Most events in one answer of a machine door. */
const MOST = 2000;

/** All that is on in a span of days; where that is too much for one answer, as many whole days as fit. */
export async function findSpan(
  ctx: Ctx,
  span: DaySpan & { place?: string | undefined },
  most = MOST,
): Promise<SpanOfEvents> {
  const found = await findEvents(ctx, { ...span, limit: most + 1 });
  const tooMany = found[most];
  if (!tooMany) return { events: found, restFrom: null };
  const restFrom = dayOf(tooMany);
  if (restFrom > span.from) return { events: found.filter((event) => dayOf(event) < restFrom), restFrom };
  // The first day alone holds more than fits, and nothing smaller can be asked for: it comes whole.
  const events = await findEvents(ctx, { ...span, to: span.from, limit: 100_000 });
  return { events, restFrom: span.from < span.to ? plusDays(span.from, 1) : null };
}
