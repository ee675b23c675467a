import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { NotAllowed } from "#app/domain/errors.ts";
import { londonDay } from "#app/domain/london-day.ts";
import { type Change, record } from "#app/domain/record.server.ts";
import { events, occurrences } from "#db/schema/calendars.ts";
import { datesOf, listedUntil } from "./dates.ts";
import { type EventRow, fieldsOf, findLast } from "./find-typed-events.server.ts";
import { addDates } from "./keep-dates.server.ts";
import { mayListDates } from "./policy.ts";
import { untilOf } from "./repeats.ts";

/**
 * Lists the dates that have come within reach of every typed series, so that none runs dry: each goes on from its
 * last date. Run twice, the second time changes nothing. Throws NotAllowed to all but the clock.
 */
export async function listFurtherDates(ctx: Ctx): Promise<{ added: number }> {
  if (!mayListDates(ctx.actor)) throw new NotAllowed("list further dates");
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const changes: Change[] = [];
    let added = 0;
    for (const event of await findGoingOn(inside)) {
      const dates = await addFurther(inside, event);
      if (dates === 0) continue;
      added += dates;
      changes.push({ deed: "list further dates", noun: "event", nounId: event.id, after: { added: dates } });
    }
    await record(inside, changes);
    return { added };
  });
}

/** Series in the diary whose rule goes on beyond their last date. */
async function findGoingOn(ctx: Ctx): Promise<EventRow[]> {
  const rows = await ctx.db
    .select({ event: events, last: sql<string>`max(${occurrences.startsOn})` })
    .from(events)
    .innerJoin(occurrences, eq(occurrences.eventId, events.id))
    .where(and(isNull(events.calendarId), isNotNull(events.rrule), eq(events.isPublic, true)))
    .groupBy(events.id);
  return rows
    .filter(({ event, last }) => (untilOf(event.rrule) ?? listedUntil(ctx.now)) > last)
    .map(({ event }) => event);
}

async function addFurther(ctx: Ctx, event: EventRow): Promise<number> {
  const last = await findLast(ctx, event.id);
  if (!last) return 0;
  const { location, onlineUrl, sequence, rrule: rule } = event;
  const times = fieldsOf(event, last, { place: null, topic: null });
  const from = last.startsOn > londonDay(ctx.now) ? last.startsOn : londonDay(ctx.now);
  const shown = { summary: event.summary, location, onlineUrl, sequence };
  const dates = datesOf(times, { rule, from, now: ctx.now }, shown);
  return addDates(
    ctx,
    event.id,
    dates.filter(({ startsOn }) => startsOn > last.startsOn),
  );
}
