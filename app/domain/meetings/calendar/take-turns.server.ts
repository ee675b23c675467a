import { inArray } from "drizzle-orm";
import type { Occurrence } from "#app/domain/calendars/sync/keep-occurrences.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { inParts } from "#app/domain/in-parts.ts";
import { occurrences } from "#db/schema/calendars.ts";
import { meetings } from "#db/schema/meetings.ts";
import type { MeetingState } from "#db/vocabulary.ts";
import {
  type ChangedMeeting,
  changedMeeting,
  type Followed,
  keepMeetings,
  type Meeting,
} from "./change-meeting.server.ts";
import { keepFirsts } from "./meeting-sources.server.ts";
import { changedFields, meetingValues } from "./meeting-values.ts";

export interface Turn {
  meetingId: string;
  /** What its status is to be, where that is ours to say; else null. */
  status: MeetingState | null;
  /** The happening that it is to follow from now on; null where it goes on with its own. */
  next: string | null;
}

/**
 * Withdraws what is nobody's meeting any more, brings back what is somebody's again, and has a joint meeting that left
 * the diary which decided on it follow the next one: in what the two say differently, so that what people wrote stays.
 */
export async function takeTurns(ctx: Ctx, turns: readonly Turn[]): Promise<Followed> {
  const changed: ChangedMeeting[] = [];
  for (const part of inParts(turns)) {
    const byMeeting = new Map(part.map((turn) => [turn.meetingId, turn]));
    const rows = await ctx.db
      .select()
      .from(meetings)
      .where(inArray(meetings.id, [...byMeeting.keys()]))
      .orderBy(meetings.id)
      .for("no key update");
    const happenings = await findHappenings(ctx, rows, part);
    const given = rows.flatMap((before) => {
      const turn = byMeeting.get(before.id);
      const after = turn && turned(ctx, before, turn, happenings);
      return after ? [{ ...after, before }] : [];
    });
    await keepFirsts(
      ctx,
      given.map(({ after, before }) => ({ meeting: after, before })),
    );
    changed.push(...given);
  }
  await keepMeetings(
    ctx,
    changed.map(({ after }) => after),
  );
  return { changes: changed.flatMap(({ changes }) => changes), news: changed.flatMap(({ news }) => news) };
}

function turned(
  ctx: Ctx,
  meeting: Meeting,
  { next: nextId, status }: Turn,
  happenings: ReadonlyMap<string, Occurrence>,
): ChangedMeeting | null {
  const next = happenings.get(nextId ?? "");
  const first = happenings.get(meeting.occurrenceId ?? "");
  const said = next && (first ? changedFields(meeting, first, next)?.after : meetingValues(next));
  const following = next ? { ...meeting, occurrenceId: next.id } : meeting;
  const changed = changedMeeting(ctx, following, { ...said, ...(status ? { status } : {}) });
  if (!next) return changed;
  const values = { occurrenceId: next.id };
  const change = { deed: "follow calendar", noun: "meeting", nounId: meeting.id, after: values };
  const { after, changes, news } = changed ?? { after: following, changes: [], news: [] };
  return { after, changes: [change, ...changes], news };
}

async function findHappenings(ctx: Ctx, rows: readonly Meeting[], turns: readonly Turn[]) {
  const nexts = turns.flatMap(({ next }) => next ?? []);
  if (nexts.length === 0) return new Map<string, Occurrence>();
  const ids = [...nexts, ...rows.flatMap(({ occurrenceId }) => occurrenceId ?? [])];
  const found = await ctx.db.select().from(occurrences).where(inArray(occurrences.id, ids));
  return new Map(found.map((row) => [row.id, row]));
}
