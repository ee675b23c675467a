import { and, asc, eq, inArray, isNull, lt, lte, ne, or, sql } from "drizzle-orm";
import type { Ctx } from "#app/domain/context.ts";
import { type Change, record } from "#app/domain/record.server.ts";
import { groups, standingItems } from "#db/schema/groups.ts";
import {
  agendaItemGroups,
  agendaItems,
  forwardPlanEntries,
  meetingGroups,
  meetings,
  raisedItems,
} from "#db/schema/meetings.ts";
import { type DraftLine, draftAgendaLines, type NewLine } from "./agenda-draft.ts";
import { findOpenMeetings } from "./open-meeting.server.ts";
import { releaseBusiness } from "./release-business.server.ts";

/**
 * Makes the draft agenda of each group's next open meeting hold what it should: standing items, the
 * forward plan and what networks raised. Business of a meeting that will not be held goes on to the next.
 * Running it again changes nothing. Call it inside a transaction, which has locked nothing but groups before.
 */
export async function refreshAgendas(ctx: Ctx, groupIds: readonly string[]): Promise<void> {
  await lockGroups(ctx, groupIds);
  const changes = await releaseBusiness(ctx, groupIds);
  const open = await findOpenMeetings(ctx, groupIds);
  const ids = [...new Set([...open.values()].map(({ id }) => id))].sort();
  for (const id of ids) changes.push(...(await draftAgenda(ctx, id)));
  await record(ctx, changes);
}

/** Whoever changes agendas of these groups takes turns: groups first, then meetings, so that nobody waits in a circle. */
export async function lockGroups(ctx: Ctx, groupIds: readonly string[]): Promise<void> {
  if (groupIds.length === 0) return;
  await ctx.db
    .select({ id: groups.id })
    .from(groups)
    .where(inArray(groups.id, [...groupIds]))
    .orderBy(groups.id)
    // Rows that name a group may be written meanwhile: only its agendas are at stake
    .for("no key update");
}

/** What the clock does: the draft agendas of all groups, one group to a transaction. */
export async function refreshAllAgendas(ctx: Ctx): Promise<void> {
  for (const id of await findGroupsWithAgendas(ctx)) {
    await ctx.db.transaction((db) => refreshAgendas({ ...ctx, db }, [id]));
  }
}

/** Every group with a standing list, or with business that waits. */
async function findGroupsWithAgendas({ db }: Ctx): Promise<string[]> {
  const rows = await Promise.all([
    db.selectDistinct({ id: standingItems.groupId }).from(standingItems),
    db
      .selectDistinct({ id: raisedItems.toGroupId })
      .from(raisedItems)
      .where(eq(raisedItems.status, "raised")),
    db
      .selectDistinct({ id: forwardPlanEntries.groupId })
      .from(forwardPlanEntries)
      .where(eq(forwardPlanEntries.status, "planned")),
  ]);
  return [...new Set(rows.flat().map(({ id }) => id))];
}

async function draftAgenda(ctx: Ctx, meetingId: string): Promise<Change[]> {
  // Whoever publishes or moves it has been waited for; bodies that meet together take turns here
  const [meeting] = await ctx.db
    .select()
    .from(meetings)
    .where(eq(meetings.id, meetingId))
    .for("no key update");
  if (meeting?.status !== "planned" || meeting.agendaState === "published") return [];
  const bodies = await ctx.db
    .select({ id: meetingGroups.groupId })
    .from(meetingGroups)
    .where(eq(meetingGroups.meetingId, meetingId))
    .orderBy(meetingGroups.position);
  const groupIds = bodies.map(({ id }) => id);
  const sources = await findSources(ctx, meeting, groupIds);
  const lines = draftAgendaLines(sources);
  const added = lines.filter((line): line is NewLine & DraftLine => line.id === null);
  const moved = movedLines(lines, sources.existing);
  if (added.length === 0 && moved.length === 0) return [];
  await renumber(ctx, moved);
  if (added.length > 0) await addLines(ctx, meeting.id, added, groupIds.length > 1);
  await ctx.db
    .update(meetings)
    .set({ agendaState: "draft", updatedAt: ctx.now })
    .where(eq(meetings.id, meeting.id));
  await markPlaced(ctx, added);
  const after = { added: added.map(({ number, title, origin }) => ({ number, title, origin })) };
  return [{ deed: "draft agenda", noun: "meeting", nounId: meeting.id, after }];
}

type DueMeeting = Pick<typeof meetings.$inferSelect, "id" | "heldOn">;

async function findSources(ctx: Ctx, meeting: DueMeeting, groupIds: string[]) {
  const { db } = ctx;
  const [existing, standing, forwardPlan, raised] = await Promise.all([
    db.select().from(agendaItems).where(eq(agendaItems.meetingId, meeting.id)),
    db
      .select()
      .from(standingItems)
      .where(inArray(standingItems.groupId, groupIds))
      .orderBy(asc(standingItems.position)),
    findDueEntries(ctx, meeting, groupIds),
    findWaitingItems(ctx, groupIds),
  ]);
  const inGroupOrder = standing.toSorted((a, b) => groupIds.indexOf(a.groupId) - groupIds.indexOf(b.groupId));
  return { existing, standing: inGroupOrder, forwardPlan, raised };
}

/** A private entry is not among them: a hand puts it on an agenda, under its exempt category. */
function findDueEntries({ db }: Ctx, meeting: DueMeeting, groupIds: string[]) {
  const { id, groupId, title, purpose, sponsor, status, isPrivate, meetingId, dueFrom } = forwardPlanEntries;
  // One that was meant for a meeting whose agenda went out without it comes to the next
  const isFree = or(isNull(meetingId), inArray(meetingId, closedMeetings(db, meeting.heldOn)));
  const isDue = or(eq(meetingId, meeting.id), and(isFree, lte(dueFrom, meeting.heldOn)));
  return db
    .select({ id, groupId, title, purpose, lead: sponsor })
    .from(forwardPlanEntries)
    .where(and(inArray(groupId, groupIds), eq(status, "planned"), eq(isPrivate, false), isDue))
    .orderBy(asc(dueFrom), asc(title), asc(id));
}

/** Meetings before a day that take nothing more: called off, held, or with their agenda published. */
function closedMeetings(db: Ctx["db"], before: string) {
  const isClosed = or(ne(meetings.status, "planned"), eq(meetings.agendaState, "published"));
  return db
    .select({ id: meetings.id })
    .from(meetings)
    .where(and(lt(meetings.heldOn, before), isClosed));
}

function findWaitingItems({ db }: Ctx, groupIds: string[]) {
  const { id, toGroupId, fromGroupId, title, purpose, raisedAt, status } = raisedItems;
  return db
    .select({ id, groupId: toGroupId, title, purpose, lead: groups.name })
    .from(raisedItems)
    .innerJoin(groups, eq(groups.id, fromGroupId))
    .where(and(inArray(toGroupId, groupIds), eq(status, "raised")))
    .orderBy(asc(raisedAt), asc(id));
}

function movedLines(
  lines: readonly DraftLine[],
  existing: readonly { id: string; position: number; number: string }[],
) {
  const before = new Map(existing.map((line) => [line.id, line]));
  return lines.flatMap(({ id, position, number }) => {
    const was = id === null ? undefined : before.get(id);
    return was && (was.position !== position || was.number !== number)
      ? [{ id: was.id, position, number }]
      : [];
  });
}

/** One statement: order and number are checked at its end. */
async function renumber(
  ctx: Ctx,
  lines: readonly { id: string; position: number; number: string }[],
): Promise<void> {
  if (lines.length === 0) return;
  const rows = sql.join(
    lines.map((line) => sql`(${line.id}::uuid, ${line.position}::int, ${line.number}::text)`),
    sql`, `,
  );
  await ctx.db.execute(
    sql`update ${agendaItems} set position = line.position, number = line.number
        from (values ${rows}) as line (id, position, number) where ${agendaItems.id} = line.id`,
  );
}

async function addLines(
  ctx: Ctx,
  meetingId: string,
  lines: readonly (NewLine & DraftLine)[],
  marked: boolean,
): Promise<void> {
  const rows = lines.map(({ id: _, groupId: __, ...line }) => ({ ...line, meetingId, addedAt: ctx.now }));
  const added = await ctx.db
    .insert(agendaItems)
    .values(rows)
    .returning({ id: agendaItems.id, position: agendaItems.position });
  if (!marked) return;
  const idAt = new Map(added.map(({ id, position }) => [position, id]));
  const marks = lines.flatMap(({ position, groupId, origin }) => {
    const agendaItemId = idAt.get(position);
    return agendaItemId && origin !== "standing" ? [{ agendaItemId, groupId }] : [];
  });
  if (marks.length > 0) await ctx.db.insert(agendaItemGroups).values(marks);
}

async function markPlaced(ctx: Ctx, lines: readonly NewLine[]): Promise<void> {
  const planned = lines.flatMap(({ forwardPlanEntryId }) => forwardPlanEntryId ?? []);
  const raised = lines.flatMap(({ raisedItemId }) => raisedItemId ?? []);
  const placed = { status: "placed" as const, updatedAt: ctx.now };
  if (planned.length > 0)
    await ctx.db.update(forwardPlanEntries).set(placed).where(inArray(forwardPlanEntries.id, planned));
  if (raised.length > 0) await ctx.db.update(raisedItems).set(placed).where(inArray(raisedItems.id, raised));
}
