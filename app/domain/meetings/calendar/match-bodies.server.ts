import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import type { Ctx } from "#app/domain/context.ts";
import { inParts } from "#app/domain/in-parts.ts";
import { events, occurrences } from "#db/schema/calendars.ts";
import { meetingOccurrences } from "#db/schema/diary/following.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import type { MeetingState } from "#db/vocabulary.ts";
import {
  type ChangedMeeting,
  changedMeeting,
  type Followed,
  keepMeetings,
  type Meeting,
} from "./change-meeting.server.ts";
import { findMatched, findRules, groupsFor, type Matched, stands } from "./meeting-sources.server.ts";
import { meetingStates } from "./meeting-values.ts";

/**
 * Gives the meetings to come of a calendar exactly the bodies whose rules their happenings match. A meeting that
 * nobody's rule matches any more is withdrawn, with all that people added, and comes back when one does. `left` are
 * groups that the calendar serves no more; `only` limits it to some meetings.
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
    const wanted = wantedBy(own, rules);
    const ruled = new Set([...ruledBy(own, rules), ...left]);
    return { meeting, status: statusOf(meeting, own, wanted), ...bodyMoves(meeting.groupIds, wanted, ruled) };
  });
  const moved = await moveBodies(ctx, moves);
  const states = await changeStates(ctx, moves);
  return { changes: [...moved.changes, ...states.changes], news: [...moved.news, ...states.news] };
}

type Rules = Awaited<ReturnType<typeof findRules>>;

function wantedBy(sources: readonly Matched[], rules: Rules): string[] {
  const ids = sources
    .filter(stands)
    .flatMap(({ calendarId, occurrence, categories }) =>
      groupsFor(rules.get(calendarId) ?? [], { summary: occurrence.summary, categories }),
    );
  return [...new Set(ids)];
}

/** The groups that a rule speaks for; others were put there by a hand, and stay. */
const ruledBy = (sources: readonly Matched[], rules: Rules): string[] =>
  sources.flatMap(({ calendarId }) => (rules.get(calendarId) ?? []).map(({ groupId }) => groupId));

/** Which bodies come and go. Of a meeting that is nobody's none goes: it is shown as withdrawn where it was. */
function bodyMoves(now: readonly string[], wanted: readonly string[], ruled: ReadonlySet<string>) {
  const come = wanted.filter((id) => !now.includes(id));
  const go = wanted.length === 0 ? [] : now.filter((id) => ruled.has(id) && !wanted.includes(id));
  return { come, go, position: now.length };
}

interface Move extends ReturnType<typeof bodyMoves> {
  meeting: ToCome;
  /** What its status is to be, where that is ours to say; else null. */
  status: MeetingState | null;
}

function statusOf(meeting: ToCome, sources: readonly Matched[], wanted: readonly string[]) {
  const standing = sources.filter(stands);
  const [first] = standing.toSorted((a, b) => b.occurrence.sequence - a.occurrence.sequence);
  if (!first) return null;
  const status = wanted.length === 0 ? "withdrawn" : meetingStates[first.occurrence.status];
  const isOurs = wanted.length === 0 || meeting.status === "withdrawn";
  return isOurs && meeting.status !== status ? status : null;
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

/** Withdraws what is nobody's meeting any more, and brings back what is somebody's again. */
async function changeStates(ctx: Ctx, moves: readonly Move[]): Promise<Followed> {
  const wanted = new Map(
    moves.flatMap(({ meeting, status }) => (status ? [[meeting.id, status] as const] : [])),
  );
  const changed: ChangedMeeting[] = [];
  for (const part of inParts([...wanted.keys()])) {
    const rows = await ctx.db
      .select()
      .from(meetings)
      .where(inArray(meetings.id, part))
      .orderBy(meetings.id)
      .for("no key update");
    changed.push(
      ...rows.flatMap((row) => changedMeeting(ctx, row, { status: wanted.get(row.id) ?? row.status }) ?? []),
    );
  }
  await keepMeetings(
    ctx,
    changed.map(({ after }) => after),
  );
  return { changes: changed.flatMap(({ changes }) => changes), news: changed.flatMap(({ news }) => news) };
}

type ToCome = Pick<Meeting, "id" | "status"> & { groupIds: string[] };

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
      ...{ id: meetings.id, status: meetings.status },
      groupIds: sql<
        string[]
      >`array(select mg.group_id::text from meeting_groups mg where mg.meeting_id = ${meetings}.id order by mg.position)`,
    })
    .from(meetings)
    .where(and(gt(meetings.startsAt, ctx.now), inArray(meetings.id, union(first, further))))
    .orderBy(meetings.id);
}
