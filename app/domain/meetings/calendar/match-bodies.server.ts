import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import type { Ctx } from "#app/domain/context.ts";
import { inParts } from "#app/domain/in-parts.ts";
import { events, occurrences } from "#db/schema/calendars.ts";
import { meetingOccurrences } from "#db/schema/diary/following.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import type { Followed, Meeting } from "./change-meeting.server.ts";
import {
  decidingOf,
  findMatched,
  findRules,
  groupsFor,
  type Matched,
  stands,
} from "./meeting-sources.server.ts";
import { meetingStates } from "./meeting-values.ts";
import { type Turn, takeTurns } from "./take-turns.server.ts";

/**
 * Gives the meetings to come of a calendar exactly the bodies whose rules their happenings match. A meeting that
 * nobody's rule matches any more is withdrawn, with all that people added, and comes back when one does. A joint one
 * whose diary does not hold it any more follows the next diary that does. `left` are groups that the calendar serves
 * no more; `only` limits it to some meetings.
 */
export async function matchBodies(
  ctx: Ctx,
  calendarId: string,
  left: readonly string[] = [],
  only?: ReadonlySet<string>,
): Promise<Followed> {
  const known = await findToCome(ctx, calendarId);
  const toCome = only ? known.filter(({ id }) => only.has(id)) : known;
  const sources = await findMatched(
    ctx,
    toCome.map(({ id }) => id),
  );
  const calendarIds = [...sources.values()].flat().map((source) => source.calendarId);
  const rules = await findRules(ctx, [calendarId, ...calendarIds]);
  const moves = toCome.map((meeting) => {
    const own = sources.get(meeting.id) ?? [];
    const taken = own.filter((source) => stands(source) && bodiesOf(source, rules).length > 0);
    const wanted = [...new Set(taken.flatMap((source) => bodiesOf(source, rules)))];
    const ruled = new Set([...ruledBy(own, rules), ...left]);
    const turn = turnOf(meeting, own, decidingOf(taken, meeting.occurrenceId));
    return { meeting, ...turn, ...bodyMoves(meeting.groupIds, wanted, ruled) };
  });
  const moved = await moveBodies(ctx, moves);
  const turns = moves.map(({ meeting, status, next }) => ({ meetingId: meeting.id, status, next }));
  const states = await takeTurns(
    ctx,
    turns.filter(({ status, next }) => status ?? next),
  );
  return { changes: [...moved.changes, ...states.changes], news: [...moved.news, ...states.news] };
}

type Rules = Awaited<ReturnType<typeof findRules>>;

const bodiesOf = ({ calendarId, occurrence, categories }: Matched, rules: Rules): string[] =>
  groupsFor(rules.get(calendarId) ?? [], { summary: occurrence.summary, categories });

/** The groups that a rule speaks for; others were put there by a hand, and stay. */
const ruledBy = (sources: readonly Matched[], rules: Rules): string[] =>
  sources.flatMap(({ calendarId }) => (rules.get(calendarId) ?? []).map(({ groupId }) => groupId));

/** Which bodies come and go. Of a meeting that is nobody's none goes: it is shown as withdrawn where it was. */
function bodyMoves(now: readonly string[], wanted: readonly string[], ruled: ReadonlySet<string>) {
  const come = wanted.filter((id) => !now.includes(id));
  const go = wanted.length === 0 ? [] : now.filter((id) => ruled.has(id) && !wanted.includes(id));
  return { come, go, position: now.length };
}

interface Move extends ReturnType<typeof bodyMoves>, Omit<Turn, "meetingId"> {
  meeting: ToCome;
}

/** `deciding` is whose version counts; nobody's where no rule takes what still stands. */
function turnOf(meeting: ToCome, sources: readonly Matched[], deciding: Matched | undefined) {
  if (!sources.some(stands)) return { status: null, next: null };
  const status = deciding ? meetingStates[deciding.occurrence.status] : "withdrawn";
  const isOurs = !deciding || meeting.status === "withdrawn";
  const id = deciding?.occurrence.id ?? null;
  return {
    status: isOurs && meeting.status !== status ? status : null,
    next: id === meeting.occurrenceId ? null : id,
  };
}

async function moveBodies(ctx: Ctx, moves: readonly Move[]): Promise<Followed> {
  const moved = moves.filter(({ come, go }) => come.length + go.length > 0);
  const gone = moved.flatMap(({ meeting, go }) => go.map((groupId) => ({ meetingId: meeting.id, groupId })));
  for (const part of inParts(gone)) {
    const pairs = sql.join(
      part.map(({ meetingId, groupId }) => sql`(${meetingId}::uuid, ${groupId}::uuid)`),
      sql`, `,
    );
    await ctx.db
      .delete(meetingGroups)
      .where(sql`(${meetingGroups.meetingId}, ${meetingGroups.groupId}) in (${pairs})`);
  }
  const come = moved.flatMap(({ meeting, come, position }) =>
    come.map((groupId, at) => ({ meetingId: meeting.id, groupId, position: position + at })),
  );
  for (const part of inParts(come)) await ctx.db.insert(meetingGroups).values(part).onConflictDoNothing();
  return {
    changes: moved.map(({ meeting, come, go }) => ({
      ...{ deed: "match calendar", noun: "meeting", nounId: meeting.id },
      after: { joined: come, left: go },
    })),
    news: moved.map(({ meeting, go }) => ({
      ...{ meetingId: meeting.id, what: "details" as const, before: null, leftGroupIds: go },
    })),
  };
}

type ToCome = Pick<Meeting, "id" | "status" | "occurrenceId"> & { groupIds: string[] };

/** Meetings of a calendar that have not begun, with their bodies. */
async function findToCome(ctx: Ctx, calendarId: string): Promise<ToCome[]> {
  const { db } = ctx;
  const ofCalendar = db
    .select({ id: occurrences.id })
    .from(occurrences)
    .innerJoin(events, and(eq(events.id, occurrences.eventId), eq(events.calendarId, calendarId)))
    .where(sql`${occurrences.endsOn} >= ${ctx.now.toISOString().slice(0, 10)}`);
  const further = db
    .select({ id: meetingOccurrences.meetingId })
    .from(meetingOccurrences)
    .where(inArray(meetingOccurrences.occurrenceId, ofCalendar));
  const first = db
    .select({ id: meetings.id })
    .from(meetings)
    .where(inArray(meetings.occurrenceId, ofCalendar));
  return db
    .select({
      ...{ id: meetings.id, status: meetings.status, occurrenceId: meetings.occurrenceId },
      groupIds: sql<
        string[]
      >`array(select mg.group_id::text from meeting_groups mg where mg.meeting_id = ${meetings}.id order by mg.position)`,
    })
    .from(meetings)
    .where(and(gt(meetings.startsAt, ctx.now), inArray(meetings.id, union(first, further))))
    .orderBy(meetings.id);
}
