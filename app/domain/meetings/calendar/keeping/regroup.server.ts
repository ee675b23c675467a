import { and, eq, gte, inArray } from "drizzle-orm";
import { isMatch } from "#app/domain/calendars/keeping/match-rule.ts";
import type { Ctx } from "#app/domain/context.ts";
import { londonDay } from "#app/domain/london-day.ts";
import type { Change } from "#app/domain/record.server.ts";
import { calendarGroups, events, occurrences } from "#db/schema/calendars.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import { meetingValues } from "../meeting-values.ts";
import { lockGroups, syncMeetings } from "../sync-meetings.server.ts";

/**
 * Makes the meetings to come of a calendar those of the groups whose rules take them; one that nobody's rule takes is
 * withdrawn, never erased, and comes back with a rule that does. `left` are groups that it serves no more. Call it
 * inside a transaction, after `calendar_groups` was changed; it answers with the changes to record.
 */
export async function regroup(ctx: Ctx, calendarId: string, left: readonly string[] = []): Promise<Change[]> {
  await lockGroups(ctx, calendarId);
  const serving = await ctx.db.select().from(calendarGroups).where(eq(calendarGroups.calendarId, calendarId));
  const known = new Set([...serving.map(({ groupId }) => groupId), ...left]);
  const changes: Change[] = [];
  for (const row of await findToCome(ctx, calendarId)) {
    const { meeting, occurrence, event } = row;
    const taking = serving.filter(({ matchBy: by, pattern }) =>
      isMatch({ by, pattern }, { summary: occurrence.summary, categories: event.categories }),
    );
    const wanted = taking.map(({ groupId }) => groupId);
    changes.push(...(await setState(ctx, row, wanted.length > 0)));
    if (wanted.length > 0) changes.push(...(await setGroups(ctx, meeting.id, wanted, known)));
  }
  const nothing = { changed: [], hidden: [] };
  return [...changes, ...(await syncMeetings(ctx, calendarId, nothing))];
}

function findToCome(ctx: Ctx, calendarId: string) {
  return ctx.db
    .select({ meeting: meetings, occurrence: occurrences, event: events })
    .from(meetings)
    .innerJoin(occurrences, eq(occurrences.id, meetings.occurrenceId))
    .innerJoin(events, and(eq(events.id, occurrences.eventId), eq(events.calendarId, calendarId)))
    .where(and(gte(meetings.heldOn, londonDay(ctx.now)), eq(events.isPublic, true), eq(events.isHeld, false)))
    .orderBy(meetings.id)
    .for("update", { of: meetings });
}

type ToCome = Awaited<ReturnType<typeof findToCome>>[number];

async function setState(ctx: Ctx, { meeting, occurrence }: ToCome, isTaken: boolean): Promise<Change[]> {
  const { id, status: before, sequence } = meeting;
  if (before === "held" || before === "inquorate") return [];
  const said = meetingValues(occurrence).status;
  const status = isTaken ? (before === "withdrawn" ? said : before) : "withdrawn";
  if (status === before) return [];
  const calledOffAt = status === "withdrawn" ? ctx.now : null;
  await ctx.db
    .update(meetings)
    .set({ status, calledOffAt, sequence: sequence + 1, updatedAt: ctx.now })
    .where(eq(meetings.id, id));
  const change = { deed: "follow rule of calendar", noun: "meeting", nounId: id };
  return [{ ...change, before: { status: before }, after: { status } }];
}

/** Bodies that somebody added by hand are not this calendar's to take away. */
async function setGroups(
  ctx: Ctx,
  meetingId: string,
  wanted: readonly string[],
  known: ReadonlySet<string>,
): Promise<Change[]> {
  const rows = await ctx.db.select().from(meetingGroups).where(eq(meetingGroups.meetingId, meetingId));
  const has = rows.map(({ groupId }) => groupId);
  const gone = has.filter((id) => known.has(id) && !wanted.includes(id));
  const come = wanted.filter((id) => !has.includes(id));
  if (come.length > 0) {
    const values = come.map((groupId, place) => ({ meetingId, groupId, position: rows.length + place }));
    await ctx.db.insert(meetingGroups).values(values);
  }
  if (gone.length > 0)
    await ctx.db
      .delete(meetingGroups)
      .where(and(eq(meetingGroups.meetingId, meetingId), inArray(meetingGroups.groupId, gone)));
  if (come.length + gone.length === 0) return [];
  const change = { deed: "follow rule of calendar", noun: "meeting", nounId: meetingId };
  return [{ ...change, before: { groups: has }, after: { groups: wanted } }];
}
