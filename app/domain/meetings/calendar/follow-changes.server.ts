import { eq, inArray } from "drizzle-orm";
import type { KeptOccurrences, Occurrence } from "#app/domain/calendars/sync/keep-occurrences.server.ts";
import type { Ctx } from "#app/domain/context.ts";
import { inParts } from "#app/domain/in-parts.ts";
import { meetingOccurrences } from "#db/schema/diary/following.ts";
import { meetings } from "#db/schema/meetings.ts";
import { changeMeeting, type Followed, type Meeting } from "./change-meeting.server.ts";
import { findSources, promote, type Source, stands } from "./meeting-sources.server.ts";
import { changedFields } from "./meeting-values.ts";

interface Linked {
  meeting: Meeting;
  sources: Source[];
}

/**
 * Has meetings follow what a run changed of their happenings, and only in what changed: what people wrote here stays.
 * Of a joint meeting the version with the highest SEQUENCE counts, whichever diary it is in; of equals the one that
 * changed last (calendar case 44). Meetings whose diary calls them private now are closed.
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
  for (const { before, after } of kept.changed) {
    const linked = byOccurrence.get(after.id);
    if (linked) keep(await followOne(ctx, linked, before, after, hidden));
  }
  for (const occurrence of kept.hidden) {
    const linked = byOccurrence.get(occurrence.id);
    if (linked) keep(await closeOne(ctx, linked, occurrence));
  }
  return all;
}

async function followOne(
  ctx: Ctx,
  linked: Linked,
  before: Occurrence,
  after: Occurrence,
  hidden: ReadonlySet<string>,
): Promise<Followed> {
  const { meeting } = linked;
  const others = linked.sources.filter((source) => source.occurrence.id !== after.id && stands(source));
  const isGone = after.status === "withdrawn" || hidden.has(after.id);
  if (isGone && others.length > 0) return standOn(ctx, linked, before, others);
  const newest = newestOf(others)?.occurrence;
  if (newest && newest.sequence > after.sequence) return { changes: [], news: [] };
  // What counted so far may be the other diary's: it is that which this version replaces
  const replaced = newest && newest.sequence > before.sequence ? newest : before;
  const fields = changedFields(meeting, replaced, after);
  return fields ? changeMeeting(ctx, meeting, fields.after) : { changes: [], news: [] };
}

const newestOf = (sources: readonly Source[]): Source | undefined =>
  sources.toSorted((a, b) => b.occurrence.sequence - a.occurrence.sequence)[0];

/** A meeting that left one diary stands in the others; the newest of them is now its first. */
async function standOn(
  ctx: Ctx,
  linked: Linked,
  before: Occurrence,
  others: readonly Source[],
): Promise<Followed> {
  const { meeting } = linked;
  const first = linked.sources.find(({ occurrence }) => occurrence.id === meeting.occurrenceId);
  const next = newestOf(others);
  if (!first || !next || first.occurrence.id !== before.id) return { changes: [], news: [] };
  await promote(ctx, first, next);
  // A date that turned private comes twice: as changed, and as hidden
  linked.meeting = { ...meeting, occurrenceId: next.occurrence.id };
  const fields = changedFields(meeting, before, next.occurrence);
  return fields ? changeMeeting(ctx, meeting, fields.after) : { changes: [], news: [] };
}

/** What its diary calls private from now on is nobody's to read, unless another's says it; opening it again is left to a hand. */
async function closeOne(ctx: Ctx, linked: Linked, occurrence: Occurrence): Promise<Followed> {
  const { meeting } = linked;
  const others = linked.sources.filter((one) => one.occurrence.id !== occurrence.id && stands(one));
  if (others.length > 0) return standOn(ctx, linked, occurrence, others);
  if (!meeting.isPublic || meeting.occurrenceId !== occurrence.id) return { changes: [], news: [] };
  const after = { isPublic: false };
  await ctx.db
    .update(meetings)
    .set({ ...after, updatedAt: ctx.now })
    .where(eq(meetings.id, meeting.id));
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
  const sources = await findSources(ctx, [...ids]);
  const linked = rows.map((meeting) => ({ meeting, sources: sources.get(meeting.id) ?? [] }));
  return new Map(linked.flatMap((one) => one.sources.map(({ occurrence }) => [occurrence.id, one] as const)));
}
