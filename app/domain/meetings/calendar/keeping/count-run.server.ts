import { eq, inArray } from "drizzle-orm";
import type { KeptOccurrences } from "#app/domain/calendars/sync/keep-occurrences.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { inParts } from "#app/domain/in-parts.ts";
import { calendarGroups, events } from "#db/schema/calendars.ts";
import { meetingOccurrences } from "#db/schema/diary/following.ts";
import { meetings } from "#db/schema/meetings.ts";

/** What the history says of a run. */
interface RunCounts {
  added: number;
  changed: number;
  withdrawn: number;
  /** New dates that did not become meetings, by why. */
  leftOut: Record<string, number>;
}

/**
 * What a run did in the words of whoever keeps the calendar: of a group's the dates that are meetings, of an
 * organisation's all of them. Call it after the meetings followed.
 */
export async function countRun(ctx: Ctx, calendarId: string, kept: KeptOccurrences): Promise<RunCounts> {
  const isGroups = (await ctx.db.$count(calendarGroups, eq(calendarGroups.calendarId, calendarId))) > 0;
  const changed = kept.changed.map(({ after }) => after);
  const taken = isGroups ? await findTaken(ctx, [...kept.added, ...changed]) : null;
  const counts = (row: { id: string }) => taken?.has(row.id) ?? true;
  const withdrawn = changed.filter((row) => counts(row) && row.status === "withdrawn").length;
  return {
    added: kept.added.filter(counts).length,
    changed: changed.filter(counts).length - withdrawn,
    withdrawn,
    leftOut: taken
      ? await whyNot(
          ctx,
          kept.added.filter((row) => !taken.has(row.id)),
        )
      : {},
  };
}

/** Those of some happenings that are meetings. */
async function findTaken({ db }: Ctx, rows: readonly { id: string }[]): Promise<Set<string>> {
  const taken = new Set<string>();
  for (const part of inParts(rows.map(({ id }) => id))) {
    const first = await db
      .select({ id: meetings.occurrenceId })
      .from(meetings)
      .where(inArray(meetings.occurrenceId, part));
    const further = await db
      .select({ id: meetingOccurrences.occurrenceId })
      .from(meetingOccurrences)
      .where(inArray(meetingOccurrences.occurrenceId, part));
    for (const { id } of [...first, ...further]) if (id) taken.add(id);
  }
  return taken;
}

/** Without a title they wait for one; the others are what no group's rule takes. */
async function whyNot({ db }: Ctx, rows: readonly { eventId: string }[]): Promise<Record<string, number>> {
  const waiting = new Set<string>();
  for (const part of inParts([...new Set(rows.map(({ eventId }) => eventId))])) {
    const held = await db
      .select({ id: events.id, isHeld: events.isHeld })
      .from(events)
      .where(inArray(events.id, part));
    for (const { id, isHeld } of held) if (isHeld) waiting.add(id);
  }
  const untitled = rows.filter(({ eventId }) => waiting.has(eventId)).length;
  const unmatched = rows.length - untitled;
  return { ...(untitled > 0 && { untitled }), ...(unmatched > 0 && { unmatched }) };
}
