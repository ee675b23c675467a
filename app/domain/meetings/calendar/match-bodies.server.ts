import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import type { Ctx } from "#app/domain/context.ts";
import { NotFound } from "#app/domain/errors.ts";
import { events, occurrences } from "#db/schema/calendars.ts";
import { meetingOccurrences } from "#db/schema/diary/following.ts";
import { meetingGroups, meetings } from "#db/schema/meetings.ts";
import { changeMeeting, type Followed, type Meeting } from "./change-meeting.server.ts";
import { findRules, findSources, groupsFor, type Source, stands } from "./meeting-sources.server.ts";
import { meetingValues } from "./meeting-values.ts";

/**
 * Gives the meetings to come of a calendar exactly the bodies whose rules their happenings match. A meeting that
 * nobody's rule matches any more is withdrawn, with all that people added, and comes back when one does. `left` are
 * groups that the calendar serves no more.
 */
export async function matchBodies(
  ctx: Ctx,
  calendarId: string,
  left: readonly string[] = [],
): Promise<Followed> {
  const toCome = await findToCome(ctx, calendarId);
  const sources = await findSources(
    ctx,
    toCome.map(({ id }) => id),
  );
  const calendarIds = [...sources.values()].flat().map((source) => source.calendarId);
  const rules = await findRules(ctx, [calendarId, ...calendarIds]);
  const all: Followed = { changes: [], news: [] };
  for (const meeting of toCome) {
    const own = sources.get(meeting.id) ?? [];
    const wanted = wantedBy(own, rules);
    const moves = bodyMoves(meeting.groupIds, wanted, new Set([...ruledBy(own, rules), ...left]));
    const { changes, news } = await keepBodies(ctx, meeting, { ...moves, wanted, sources: own });
    all.changes.push(...changes);
    all.news.push(...news);
  }
  return all;
}

type Rules = Awaited<ReturnType<typeof findRules>>;

function wantedBy(sources: readonly Source[], rules: Rules): string[] {
  const ids = sources
    .filter(stands)
    .flatMap(({ calendarId, occurrence, categories }) =>
      groupsFor(rules.get(calendarId) ?? [], { summary: occurrence.summary, categories }),
    );
  return [...new Set(ids)];
}

/** The groups that a rule speaks for; others were put there by a hand, and stay. */
const ruledBy = (sources: readonly Source[], rules: Rules): string[] =>
  sources.flatMap(({ calendarId }) => (rules.get(calendarId) ?? []).map(({ groupId }) => groupId));

/** Which bodies come and go. Of a meeting that is nobody's none goes: it is shown as withdrawn where it was. */
function bodyMoves(now: readonly string[], wanted: readonly string[], ruled: ReadonlySet<string>) {
  const come = wanted.filter((id) => !now.includes(id));
  const go = wanted.length === 0 ? [] : now.filter((id) => ruled.has(id) && !wanted.includes(id));
  return { come, go, position: now.length };
}

interface Bodies extends ReturnType<typeof bodyMoves> {
  wanted: string[];
  sources: readonly Source[];
}

async function keepBodies(ctx: Ctx, meeting: ToCome, bodies: Bodies): Promise<Followed> {
  const { come, go, wanted, sources } = bodies;
  const all: Followed = { changes: [], news: [] };
  if (come.length + go.length > 0) {
    await moveBodies(ctx, meeting.id, bodies);
    const after = { joined: come, left: go };
    all.changes.push({ deed: "match calendar", noun: "meeting", nounId: meeting.id, after });
    all.news.push({ meetingId: meeting.id, what: "details", before: null, leftGroupIds: go });
  }
  const standing = sources.filter(stands);
  const [first] = standing.toSorted((a, b) => b.occurrence.sequence - a.occurrence.sequence);
  if (!first) return all;
  const status = wanted.length === 0 ? "withdrawn" : meetingValues(first.occurrence).status;
  const isStatusOurs = wanted.length === 0 || meeting.status === "withdrawn";
  if (!isStatusOurs || meeting.status === status) return all;
  const { changes, news } = await changeMeeting(ctx, await lockMeeting(ctx, meeting.id), { status });
  return { changes: [...all.changes, ...changes], news: [...all.news, ...news] };
}

async function moveBodies(ctx: Ctx, meetingId: string, { come, go, position }: Bodies): Promise<void> {
  const isBody = eq(meetingGroups.meetingId, meetingId);
  if (go.length > 0)
    await ctx.db.delete(meetingGroups).where(and(isBody, inArray(meetingGroups.groupId, go)));
  const rows = come.map((groupId, at) => ({ meetingId, groupId, position: position + at }));
  if (rows.length > 0) await ctx.db.insert(meetingGroups).values(rows).onConflictDoNothing();
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

async function lockMeeting(ctx: Ctx, id: string): Promise<Meeting> {
  const [meeting] = await ctx.db.select().from(meetings).where(eq(meetings.id, id)).for("no key update");
  if (!meeting) throw new NotFound("that meeting");
  return meeting;
}
