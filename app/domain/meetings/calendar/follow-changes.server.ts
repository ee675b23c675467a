import { inArray } from "drizzle-orm";
import type { KeptOccurrences, Occurrence } from "#app/domain/calendars/sync/keep-occurrences.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { inParts } from "#app/domain/in-parts.ts";
import { meetingOccurrences } from "#db/schema/diary/following.ts";
import { meetings } from "#db/schema/meetings.ts";
import {
  changedMeeting,
  type Followed,
  keepMeetings,
  type Meeting,
  nothing,
} from "./change-meeting.server.ts";
import { findJoint, findSources, type Source, stands } from "./meeting-sources.server.ts";
import { changedFields } from "./meeting-values.ts";

interface Linked {
  /** As it is to be, so far. */
  meeting: Meeting;
  /** As it is in the database. */
  before: Meeting;
  /** Of a joint meeting all; of any other none. */
  sources: Source[];
}

/**
 * Has meetings follow what a run changed of their happenings, and only in what changed: what people wrote here stays.
 * Of a joint meeting one diary's version counts (calendar case 44); the others give their bodies alone, which is left
 * to matchBodies, as is what becomes of it when it leaves that diary. Meetings whose diary calls them private now are closed.
 */
export async function followChanges(
  ctx: Ctx,
  kept: Pick<KeptOccurrences, "changed" | "hidden">,
): Promise<Followed> {
  const hidden = new Set(kept.hidden.map(({ id }) => id));
  const ids = [...new Set([...kept.changed.map(({ after }) => after.id), ...hidden])];
  const byOccurrence = await lockMeetings(ctx, ids);
  const all: Followed = { changes: [], news: [] };
  const keep = ({ changes, news }: Followed) => {
    all.changes.push(...changes);
    all.news.push(...news);
  };
  for (const change of kept.changed) {
    const linked = byOccurrence.get(change.after.id);
    if (linked) keep(followOne(ctx, linked, change, hidden));
  }
  for (const occurrence of kept.hidden) {
    const linked = byOccurrence.get(occurrence.id);
    if (linked) keep(closeOne(ctx, linked, occurrence));
  }
  const touched = [...new Set(byOccurrence.values())].filter(({ meeting, before }) => meeting !== before);
  await keepMeetings(
    ctx,
    touched.map(({ meeting }) => meeting),
  );
  return all;
}

/** Gives it what the calendar says, in memory; all are written at once. */
function give(ctx: Ctx, linked: Linked, fields: ReturnType<typeof changedFields>): Followed {
  const changed = fields && changedMeeting(ctx, linked.meeting, fields.after);
  if (!changed) return nothing;
  linked.meeting = changed.after;
  return changed;
}

function followOne(
  ctx: Ctx,
  linked: Linked,
  { before, after }: { before: Occurrence; after: Occurrence },
  hidden: ReadonlySet<string>,
): Followed {
  const isGone = after.status === "withdrawn" || hidden.has(after.id);
  if (linked.meeting.occurrenceId !== after.id || (isGone && standsElsewhere(linked, after))) return nothing;
  return give(ctx, linked, changedFields(linked.meeting, before, after));
}

const standsElsewhere = ({ sources }: Linked, { id }: Occurrence): boolean =>
  sources.some((source) => source.occurrence.id !== id && stands(source));

/** What its diary calls private from now on is nobody's to read, unless another's says it; opening it again is left to a hand. */
function closeOne(ctx: Ctx, linked: Linked, occurrence: Occurrence): Followed {
  const { meeting } = linked;
  if (!meeting.isPublic || meeting.occurrenceId !== occurrence.id || standsElsewhere(linked, occurrence))
    return nothing;
  const after = { isPublic: false };
  linked.meeting = { ...meeting, ...after, updatedAt: ctx.now };
  const change = { deed: "follow calendar", noun: "meeting", nounId: meeting.id, after };
  // Calendars that were invited are to forget it; nobody else is told of what is private
  return { changes: [change], news: [{ meetingId: meeting.id, what: "details", before: null }] };
}

/** The meetings of happenings, locked in one order, each with all of its sources. */
async function lockMeetings(ctx: Ctx, occurrenceIds: readonly string[]): Promise<Map<string, Linked>> {
  const ids = new Set<string>();
  for (const part of inParts(occurrenceIds)) {
    const first = ctx.db
      .select({ id: meetings.id })
      .from(meetings)
      .where(inArray(meetings.occurrenceId, part));
    const further = ctx.db
      .select({ id: meetingOccurrences.meetingId })
      .from(meetingOccurrences)
      .where(inArray(meetingOccurrences.occurrenceId, part));
    for (const { id } of [...(await first), ...(await further)]) ids.add(id);
  }
  const rows: Meeting[] = [];
  for (const part of inParts([...ids].sort())) {
    const locked = ctx.db.select().from(meetings).where(inArray(meetings.id, part));
    rows.push(...(await locked.orderBy(meetings.id).for("no key update")));
  }
  const sources = await findSources(ctx, await findJoint(ctx, [...ids]));
  const byOccurrence = new Map<string, Linked>();
  for (const meeting of rows) {
    const linked = { meeting, before: meeting, sources: sources.get(meeting.id) ?? [] };
    for (const id of [meeting.occurrenceId, ...linked.sources.map(({ occurrence }) => occurrence.id)])
      if (id) byOccurrence.set(id, linked);
  }
  return byOccurrence;
}
